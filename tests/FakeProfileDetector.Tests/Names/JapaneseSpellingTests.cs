using FakeProfileDetector.Names;

namespace FakeProfileDetector.Tests.Names;

public sealed class JapaneseSpellingTests
{
    [Theory]
    [InlineData("satou", "sato")]
    [InlineData("satoh", "sato")]
    [InlineData("ohno", "ono")]
    [InlineData("oono", "ono")]
    [InlineData("syunsuke", "shunsuke")]
    [InlineData("tuji", "tsuji")]
    [InlineData("hirosi", "hiroshi")]
    [InlineData("huzita", "fujita")]
    [InlineData("tyuuya", "chuya")]
    [InlineData("zyunko", "junko")]
    [InlineData("shimbo", "shinbo")]
    [InlineData("hattori", "hatori")]
    [InlineData("itchi", "ichi")]
    [InlineData("ohara", "ohara")]
    [InlineData("", "")]
    public void Of_Spelling_GivesTheOne(string word, string expected)
    {
        Assert.Equal(expected, JapaneseSpelling.Of(word));
        Assert.Equal(expected, JapaneseSpelling.Of(expected));
    }

    [Fact]
    public void Of_AnyLetters_FitsTheRoom()
    {
        foreach (var syllable in new[] { "si", "ti", "tu", "hu", "sya", "zz", "q" })
        {
            Assert.InRange(JapaneseSpelling.Of(string.Concat(Enumerable.Repeat(syllable, 60))).Length, 1, JapaneseSpelling.MaximumLength);
        }
    }

    [Theory]
    [InlineData("しゅんすけ", "shunsuke")]
    [InlineData("キョウコ", "kyouko")]
    [InlineData("ちゃや", "chaya")]
    [InlineData("じゅん", "jun")]
    [InlineData("フィリ", "firi")]
    [InlineData("しゆう", "shiyuu")]
    [InlineData("っ", "")]
    public void Spell_SmallKana_BelongToTheSyllableBefore(string kana, string expected) => Assert.Equal(expected, Kana.Spell(kana));
}
