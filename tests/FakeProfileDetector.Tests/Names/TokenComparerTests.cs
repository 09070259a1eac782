using FakeProfileDetector.Names;

namespace FakeProfileDetector.Tests.Names;

public sealed class TokenComparerTests
{
    [Theory]
    [InlineData("Charu", "Charumathi", true)]
    [InlineData("Charumat", "Charumathi", true)]
    [InlineData("Charumath", "Charumathi", false)]
    [InlineData("Charumathi", "Charumathi", false)]
    [InlineData("Zbr", "Zbrum", true)]
    [InlineData("Ch", "Charumathi", false)]
    [InlineData("Anna", "Annabeth", false)]
    [InlineData("Charu", "Kcharumathi", false)]
    [InlineData("Чару", "Charumathi", false)]
    [InlineData("Чару", "Чаруматхи", true)]
    [InlineData("민", "민수정", false)]
    public void IsShortened_OneWordOfTheOther_LacksTwoLettersOrMoreAtItsEnd(string shorter, string longer, bool expected) =>
        AssertBothWays(TokenComparer.IsShortened, shorter, longer, expected);

    /// <summary>Whatever the word, one letter less is a slip of the pen, and two are a short form unless they leave a name of its own.</summary>
    [Fact]
    public void IsShortened_EveryBeginningOfAWord_HasThreeLettersAndLacksTwo()
    {
        var whole = Word("Zbyrgomathiel");
        for (var length = 1; length <= whole.Text.Length; length++)
        {
            var start = Word(whole.Text[..length]);
            Assert.Equal(length >= 3 && length <= whole.Text.Length - 2 && !start.IsKnownName, TokenComparer.IsShortened(start, whole));
        }
    }

    private static void AssertBothWays(Func<NameToken, NameToken, bool> holds, string a, string b, bool expected)
    {
        Assert.Equal(expected, holds(Word(a), Word(b)));
        Assert.Equal(expected, holds(Word(b), Word(a)));
    }

    /// <summary>The word as it is inside a name: a Chinese or Korean word alone would be split.</summary>
    private static NameToken Word(string word) => PersonName.Parse($"Ana {word}").Tokens[1];
}
