using System.Text;
using FakeProfileDetector.Names;

namespace FakeProfileDetector.Tests.Names;

/// <summary>Text that nobody is called: it may never throw, and work may not grow with it.</summary>
public sealed class HostileNamesTests
{
    private const string Ordinary = "Ana Maria Horvat";

    public static TheoryData<string> Patterns =>
    [
        "anna horvat ", "a", "王小明", "a. ", "e\u0301\u0323\u0308", "\u0E01\u0E49\u0E49", "😀👩‍👩‍👧", "a\u202E\u200F\u200B", " ", "a_1b ", "(", "A, ",
        "\u1100\u1161\u11A8", "\uFDFA", "ß", "Аa", "さ田",
    ];

    [Fact]
    public void Compare_RandomUnicode_NeverThrows()
    {
        var random = new Random(6);
        var last = PersonName.Parse(Ordinary);
        for (var i = 0; i < 10_000; i++)
        {
            var name = PersonName.Parse(RandomText(random, i));
            Assert.InRange(name.Tokens.Length, 0, PersonName.MaximumWords);
            Assert.All(name.Words, word => Assert.True(word.Length > 0 && word.All(char.IsAsciiLetterLower), word));
            Assert.InRange(NameComparer.Compare(name, last).WeightBits, -8, NameWeights.Cap);
            Assert.False(NameComparer.Compare(name, name).WeightBits > 0);
            last = name;
        }
    }

    [Theory]
    [InlineData("\uD800")]
    [InlineData("\uDC00Ana Horvat")]
    [InlineData("Ana \uD83CHorvat\uDF38")]
    [InlineData("\uFFFF\uFFFE")]
    public void Compare_LoneSurrogates_ReadAsNoLetters(string text)
    {
        var name = PersonName.Parse(text);

        Assert.Equal(text.Any(char.IsAsciiLetter) ? ["ana", "horvat"] : [], name.Words);
        Assert.True(NameComparer.Compare(text, text).WeightBits <= 0);
    }

    [Theory]
    [MemberData(nameof(Patterns))]
    public void Parse_AMillionCharacters_IsNoMoreWorkThanAThousand(string pattern)
    {
        var (thousand, million) = (Repeat(pattern, 1_000), Repeat(pattern, 1_000_000));
        Allocated(thousand);
        Allocated(million);

        Assert.InRange(Allocated(million), 0, (Allocated(thousand) * 5 / 4) + 1_000);
        Assert.Equal(PersonName.Parse(thousand).Words, PersonName.Parse(million).Words);
    }

    [Theory]
    [MemberData(nameof(Patterns))]
    public void Parse_LongestTextThatIsRead_StaysSmall(string pattern)
    {
        var text = Repeat(pattern, PersonName.MaximumLength);
        Allocated(text);

        Assert.InRange(Allocated(text), 0, 200_000);
        Assert.InRange(PersonName.Parse(text).Tokens.Length, 0, PersonName.MaximumWords);
    }

    [Fact]
    public void Parse_ManyCombiningMarks_AreOneLetter() =>
        Assert.Equal(NameRelation.Identical, NameComparer.Compare("Ana Horvat", $"A{new string('\u0301', 100)}na Horv{new string('\u0323', 100)}at").Relation);

    [Fact]
    public void Parse_TextCutInsideASurrogatePair_IsReadUpToIt()
    {
        var text = $"Ana {new string('a', PersonName.MaximumLength - 5)}𝓐";

        Assert.Equal(2, PersonName.Parse(text).Words.Count());
    }

    private static long Allocated(string text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        PersonName.Parse(text);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Repeat(string pattern, int length) =>
        string.Concat(Enumerable.Repeat(pattern, (length / pattern.Length) + 1))[..length];

    /// <summary>In turn any code units at all, letters of one random block, and code points of all planes.</summary>
    private static string RandomText(Random random, int kind)
    {
        var text = new StringBuilder();
        var block = random.Next(0x0100) << 8;
        for (var length = random.Next(80); text.Length < length;)
        {
            _ = (kind % 3) switch
            {
                0 => text.Append((char)random.Next(char.MaxValue + 1)),
                1 => text.Append(random.Next(6) == 0 ? ' ' : (char)(block + random.Next(0x0100))),
                _ => text.Append(random.Next(0x110000) is var point && Rune.IsValid(point) ? new Rune(point) : new Rune(' ')),
            };
        }

        return text.ToString();
    }
}
