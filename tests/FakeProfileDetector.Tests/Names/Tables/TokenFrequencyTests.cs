using FakeProfileDetector.Names.Tables;

namespace FakeProfileDetector.Tests.Names.Tables;

public sealed class TokenFrequencyTests
{
    [Theory]
    [InlineData("wang", 5, 7)]
    [InlineData("john", 5, 7)]
    [InlineData("maria", 6, 9)]
    [InlineData("nguyen", 6, 9)]
    [InlineData("muhammad", 7, 10)]
    [InlineData("horvat", 12, 16)]
    [InlineData("pfeifenberger", 16, 16)]
    [InlineData("", 16, 16)]
    [InlineData("Wang", 16, 16)]
    public void BitsOf_Word_IsItsClass(string word, double fewest, double most) =>
        Assert.InRange(TokenFrequency.BitsOf(word), fewest, most);

    [Fact]
    public void BitsOf_PartOfALongerText_AllocatesNothing()
    {
        var text = "maria wang".AsSpan();
        TokenFrequency.BitsOf(text[6..]);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var bits = TokenFrequency.BitsOf(text[6..]) + TokenFrequency.BitsOf(text[..5]);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.True(bits < 2 * TokenFrequency.MaximumBits);
    }

    [Fact]
    public void Table_Words_AreLowerCaseAsciiAndNoTitles()
    {
        var lines = NameTable.Read("token-frequencies.txt");
        var words = lines.SelectMany(line => line.Values).ToList();

        Assert.InRange(words.Count, 6000, 8000);
        Assert.All(words, word => Assert.True(word.Length > 1 && word.All(char.IsAsciiLetterLower), word));
        Assert.Empty(words.Intersect(NameWordTable.Titles));
        Assert.All(lines, line => Assert.Equal(line.Values.Order(StringComparer.Ordinal), line.Values));
    }

    [Theory]
    [InlineData("3 : ana")]
    [InlineData("16 : ana")]
    [InlineData("x : ana")]
    [InlineData("-5 : ana")]
    [InlineData("8 9 : ana")]
    [InlineData("8 : bea")]
    public void Index_MalformedLine_IsRefused(string line)
    {
        var lines = NameTable.Parse("token-frequencies.txt", new StringReader($"7 : bea\n{line}"));

        var error = Assert.Throws<InvalidOperationException>(() => TokenFrequency.Index(lines));
        Assert.StartsWith("Line 2 of the table token-frequencies.txt ", error.Message, StringComparison.Ordinal);
    }
}
