using FakeProfileDetector.Names;
using FakeProfileDetector.Names.Tables;

namespace FakeProfileDetector.Tests.Names;

public sealed class LetterTableTests
{
    [Fact]
    public void Parse_Lines_GiveWeightsAndTheRestIsUnseen()
    {
        var table = Parse("test - : a=-3\ntest sh : sh=40 s=7 -=-12\n");
        var (a, s, sh) = (SoundSymbols.Parse("a"), SoundSymbols.Parse("s"), SoundSymbols.Parse("sh"));

        Assert.Equal([-3, 40, 7, -12, -71], [table[0, a], table[sh, sh], table[sh, s], table[sh, 0], table[a, a]]);
        Assert.Equal(table[sh, s], table.Row(sh)[s]);
    }

    [Theory]
    [InlineData("test : a=1")]
    [InlineData("test a b : a=1")]
    [InlineData("test q2 : a=1")]
    [InlineData("test b : a")]
    [InlineData("test b : a=x")]
    [InlineData("test b : a=1=2")]
    [InlineData("test b : a=1.5")]
    [InlineData("test b : a=99999")]
    [InlineData("test b : q2=1")]
    public void Parse_MalformedLine_IsRefused(string line)
    {
        var error = Assert.Throws<InvalidOperationException>(() => Parse($"test a : a=1\n{line}\n"));

        Assert.StartsWith("Line 2 of the table letters.txt ", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("latin")]
    [InlineData("cyrillic")]
    [InlineData("arabic")]
    [InlineData("hebrew")]
    [InlineData("hangul")]
    [InlineData("kana")]
    [InlineData("han")]
    public void Read_ScriptOfTheShippedTable_KnowsConsonantsByThemselves(string script)
    {
        var table = LetterTable.Read(script);

        foreach (var symbol in "mnst".Select(letter => SoundSymbols.Parse(letter.ToString())))
        {
            Assert.InRange(table[symbol, symbol], 20, 80);
            Assert.True(table[symbol, symbol] > table[symbol, SoundSymbols.Gap]);
        }
    }

    [Fact]
    public void Read_LatinTable_IsSymmetricButForRounding()
    {
        var table = LetterTable.Read("latin");

        for (var a = 0; a < SoundSymbols.Count; a++)
        {
            for (var b = 0; b < SoundSymbols.Count; b++)
            {
                Assert.InRange(table[a, b] - table[b, a], -1, 1);
            }
        }
    }

    private static LetterTable Parse(string text) => LetterTable.Parse(NameTable.Parse("letters.txt", new StringReader(text)));
}
