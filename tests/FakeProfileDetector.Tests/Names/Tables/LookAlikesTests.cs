using System.Text;
using FakeProfileDetector.Names.Tables;
using FakeProfileDetector.Testing;

namespace FakeProfileDetector.Tests.Names.Tables;

public sealed class LookAlikesTests
{
    [Theory]
    [InlineData("а", 'a')]
    [InlineData("В", 'b')]
    [InlineData("Н", 'h')]
    [InlineData("Р", 'p')]
    [InlineData("с", 'c')]
    [InlineData("У", 'y')]
    [InlineData("х", 'x')]
    [InlineData("ο", 'o')]
    [InlineData("ѕ", 's')]
    [InlineData("ո", 'n')]
    [InlineData("Ꭺ", 'a')]
    [InlineData("ɡ", 'g')]
    [InlineData("ı", 'i')]
    [InlineData("Ｊ", 'j')]
    public void ToLatin_LookAlike_GivesTheAsciiLetter(string letter, char expected) =>
        Assert.Equal(expected, LookAlikes.ToLatin(Rune.GetRuneAt(letter, 0)));

    [Theory]
    [InlineData("a")]
    [InlineData("B")]
    [InlineData("0")]
    [InlineData("в")]
    [InlineData("ж")]
    [InlineData("é")]
    [InlineData("ł")]
    [InlineData("ß")]
    [InlineData("王")]
    [InlineData("😀")]
    public void ToLatin_OtherLetter_GivesNone(string letter) => Assert.Equal('\0', LookAlikes.ToLatin(Rune.GetRuneAt(letter, 0)));

    [Fact]
    public void Table_EveryAsciiLetter_HasALine() =>
        Assert.Equal("abcdefghijklmnopqrstuvwxyz", string.Concat(NameTable.Read("look-alikes.txt").Select(line => line.Keys[0])));

    [Theory]
    [InlineData("A : а")]
    [InlineData("ab : а")]
    [InlineData("a b : а")]
    [InlineData("a : b")]
    [InlineData("a : аа")]
    [InlineData("b : В")]
    public void Index_MalformedLine_IsRefused(string line)
    {
        var lines = NameTable.Parse("look-alikes.txt", new StringReader($"c : с В\n{line}"));

        var error = Assert.Throws<InvalidOperationException>(() => LookAlikes.Index(lines));
        Assert.StartsWith("Line 2 of the table look-alikes.txt ", error.Message, StringComparison.Ordinal);
    }

    /// <summary>Four in five of the single letters that Unicode's own list likens to an ASCII letter.</summary>
    [Theory]
    [InlineData(0x0370, 0x03FF)]
    [InlineData(0x0400, 0x052F)]
    [InlineData(0x0530, 0x058F)]
    [InlineData(0x13A0, 0x13EF)]
    public void ToLatin_UnicodeConfusablesOfAnAlphabet_AreCovered(int first, int last)
    {
        var covered = SharedData.ReadTable(SharedData.PathOf("names/confusables_tr39.tsv"))
            .Where(row => row["target"] is [var target] && char.IsAsciiLetter(target))
            .Select(row => Rune.GetRuneAt(row["char"], 0))
            .Where(letter => letter.Value >= first && letter.Value <= last && Rune.IsLetter(letter))
            .Select(letter => LookAlikes.ToLatin(letter) != '\0')
            .ToList();

        Assert.NotEmpty(covered);
        Assert.InRange(covered.Count(found => found), covered.Count * 4 / 5, covered.Count);
    }
}
