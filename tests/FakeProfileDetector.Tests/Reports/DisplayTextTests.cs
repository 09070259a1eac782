using System.Globalization;
using System.Text;
using CsCheck;
using FakeProfileDetector.Reports;

namespace FakeProfileDetector.Tests.Reports;

public sealed class DisplayTextTests
{
    private static readonly UnicodeCategory[] Unseen =
    [
        UnicodeCategory.Control, UnicodeCategory.LineSeparator, UnicodeCategory.ParagraphSeparator, UnicodeCategory.PrivateUse,
        UnicodeCategory.OtherNotAssigned, UnicodeCategory.Surrogate,
    ];

    [Theory]
    [InlineData("ana\u202Egpj.exe", "ana⟨U+202E⟩gpj.exe")]
    [InlineData("\u2067ana\u2069", "⟨U+2067⟩ana⟨U+2069⟩")]
    [InlineData("\u001B[2Jana", "⟨U+001B⟩[2Jana")]
    [InlineData("a\r\nb\tc\u2028d", "a⟨U+000D⟩⟨U+000A⟩b⟨U+0009⟩c⟨U+2028⟩d")]
    [InlineData("ana\u200B", "ana⟨U+200B⟩")]
    [InlineData("\uFEFFana", "⟨U+FEFF⟩ana")]
    [InlineData("an\u00ADa", "an⟨U+00AD⟩a")]
    [InlineData("ana\u3164", "ana⟨U+3164⟩")]
    [InlineData("\uE000", "⟨U+E000⟩")]
    [InlineData("\U000E0041", "⟨U+E0041⟩")]
    [InlineData("ana\u200D\uFE0F", "ana⟨U+200D⟩⟨U+FE0F⟩")]
    [InlineData("یک\u200C\u200Cدو", "یک\u200C⟨U+200C⟩دو")]
    public void Of_WhatCannotBeSeen_IsShownAsAnEscape(string text, string shown) => Assert.Equal(shown, DisplayText.Of(text));

    [Fact]
    public void Of_LoneSurrogates_AreShownAsEscapes() => Assert.Equal("a⟨U+D83D⟩b⟨U+DE00⟩", DisplayText.Of("a\uD83Db\uDE00"));

    [Theory]
    [InlineData("")]
    [InlineData("m-1: <Ana & Co.>")]
    [InlineData("Ana Kovačević, Đorđe, Ñandú")]
    [InlineData("עברית العربية 中文 한국어 हिन्दी")]
    [InlineData("علی\u200Cرضا")]
    [InlineData("葛\U000E0100城")]
    [InlineData("👩\u200D💻 ❤\uFE0F")]
    public void Of_WhatPeopleWrite_StaysAsItIs(string text) => Assert.Equal(text, DisplayText.Of(text));

    /// <summary>All of both ranges shape a Han letter before them, and are seen nowhere else; their neighbors are no such characters.</summary>
    [Theory]
    [InlineData(0xFDFF, false)]
    [InlineData(0xFE00, true)]
    [InlineData(0xFE0F, true)]
    [InlineData(0xFE10, false)]
    [InlineData(0xE00FF, false)]
    [InlineData(0xE0100, true)]
    [InlineData(0xE01EF, true)]
    [InlineData(0xE01F0, false)]
    public void Of_VariationSelector_IsKeptAfterALetterThatItShapesAlone(int value, bool isSelector)
    {
        var rune = new Rune(value);
        var isSeen = !isSelector && Rune.GetUnicodeCategory(rune) != UnicodeCategory.OtherNotAssigned;
        var escape = isSeen ? rune.ToString() : $"⟨U+{value:X4}⟩";

        Assert.Equal(isSelector ? $"葛{rune}" : $"葛{escape}", DisplayText.Of($"葛{rune}"));
        Assert.Equal($"a{escape}", DisplayText.Of($"a{rune}"));
        Assert.Equal(escape, DisplayText.Of(rune.ToString()));
    }

    [Fact]
    public void Of_AnyText_HoldsNothingUnseenAndIsShownOnce() => Gen.Char.Array.Sample(characters =>
    {
        var shown = DisplayText.Of(new(characters));

        Assert.Equal(shown, DisplayText.Of(shown));
        Assert.DoesNotContain(shown.EnumerateRunes(), rune => Unseen.Contains(Rune.GetUnicodeCategory(rune)));
        Assert.DoesNotContain(shown, character => character is '\u200E' or '\u200F' or '\u061C' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'));
    });

    [Theory]
    [InlineData(0.0, "< 1 %")]
    [InlineData(0.00999, "< 1 %")]
    [InlineData(0.01, "1 %")]
    [InlineData(0.5, "50 %")]
    [InlineData(0.876, "88 %")]
    [InlineData(0.99, "99 %")]
    [InlineData(0.9901, "> 99 %")]
    [InlineData(1.0, "> 99 %")]
    [InlineData(double.NaN, "unknown")]
    public void Percent_Probability_ReadsWithoutCertainty(double probability, string text) =>
        Assert.Equal(text, DisplayText.Percent(probability));

    [Fact]
    public void Percent_AnyProbability_NeverClaimsCertainty() => Gen.Double[0, 1].Sample(probability =>
    {
        var text = DisplayText.Percent(probability);

        Assert.DoesNotContain("100", text, StringComparison.Ordinal);
        Assert.DoesNotMatch("^0", text);
    });
}
