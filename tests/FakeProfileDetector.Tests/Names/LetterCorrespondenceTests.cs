using System.Globalization;
using CsCheck;
using FakeProfileDetector.Names;
using FakeProfileDetector.Names.Tables;

namespace FakeProfileDetector.Tests.Names;

public sealed class LetterCorrespondenceTests
{
    // Of the symbols "nothing" to "d".
    private const int Symbols = 5;
    private const int Swapped = -50;

    [Fact]
    public void Bits_WorkedExample_IsTheBestAlignment()
    {
        // "abc" beside "ac": a with a (3.0), b with nothing (−1.0), k with k (4.0); c before nothing soft is k.
        var table = Parse("test a : a=30 k=-20\ntest b : -=-10\ntest k : k=40 -=-15\n");

        Assert.Equal(6.0, LetterCorrespondence.Bits(SoundSymbols.Spell("abc"), SoundSymbols.Spell("ac"), table), 9);
    }

    [Fact]
    public void Bits_NeighborsSwapped_CostFiveBits()
    {
        var table = Parse("test a : a=40\ntest b : b=30\n");

        Assert.Equal(2.0, LetterCorrespondence.Bits(SoundSymbols.Spell("ab"), SoundSymbols.Spell("ba"), table), 9);
    }

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("ab", "", -3)]
    [InlineData("", "aa", -0.4)]
    public void Bits_EmptyWord_PaysForWhatTheOtherHas(string latin, string native, double bits)
    {
        var table = Parse("test - : a=-4\ntest a : -=-10\ntest b : -=-20\n");

        Assert.Equal(bits, LetterCorrespondence.Bits(SoundSymbols.Spell(latin), SoundSymbols.Spell(native), table), 9);
    }

    /// <summary>The plain twin tries every alignment there is.</summary>
    [Fact]
    public void Bits_RandomWordsAndTable_IsTheBestOfAllAlignments()
    {
        var word = Gen.Byte[1, Symbols - 1].Array[0, 5];
        Gen.Select(word, word, Gen.Int[-60, 60].Array[Symbols * Symbols]).Sample((latin, native, weights) =>
        {
            var table = Parse(string.Concat(Enumerable.Range(0, Symbols).Select(row =>
                $"test {SoundSymbols.NameOf(row)} : {string.Join(' ', Enumerable.Range(0, Symbols).Select(cell => Cell(cell, weights[(row * Symbols) + cell])))}\n")));
            var best = Alignments(latin, native, table).Max();

            Assert.Equal(best / 10.0, LetterCorrespondence.Bits(latin, native, table), 9);
        });
    }

    [Fact]
    public void Bits_LongestWords_AreAligned()
    {
        var word = Enumerable.Range(0, SoundSymbols.MaximumLength).Select(i => (byte)(1 + (i % 2))).ToArray();
        var table = Parse("test a : a=30\ntest b : b=20\n");

        Assert.Equal(80.0, LetterCorrespondence.Bits(word, word, table), 9);
    }

    [Theory]
    [InlineData(nameof(NameScripts.Cyrillic), "cyrillic")]
    [InlineData(nameof(NameScripts.Arabic), "arabic")]
    [InlineData(nameof(NameScripts.Hebrew), "hebrew")]
    [InlineData(nameof(NameScripts.Hangul), "hangul")]
    [InlineData(nameof(NameScripts.Kana), "kana")]
    [InlineData(nameof(NameScripts.Han), "han")]
    [InlineData(nameof(NameScripts.Latin), "latin")]
    [InlineData(nameof(NameScripts.Greek), "latin")]
    public void TableFor_Script_IsItsOwnOrElseTheLatinOne(string script, string expected)
    {
        var (table, own) = (LetterCorrespondence.TableFor(Enum.Parse<NameScripts>(script)), LetterTable.Read(expected));

        Assert.All(Enumerable.Range(0, SoundSymbols.Count), row => Assert.True(table.Row(row).SequenceEqual(own.Row(row))));
    }

    private static LetterTable Parse(string text) => LetterTable.Parse(NameTable.Parse("letters.txt", new StringReader(text)));

    private static string Cell(int symbol, int weight) => string.Create(CultureInfo.InvariantCulture, $"{SoundSymbols.NameOf(symbol)}={weight}");

    /// <summary>The weight of every way to pair two words, symbol by symbol.</summary>
    private static IEnumerable<int> Alignments(byte[] a, byte[] b, LetterTable table)
    {
        if (a.Length == 0 && b.Length == 0)
        {
            yield return 0;
        }

        foreach (var (fromA, fromB, weight) in Steps(a, b, table))
        {
            foreach (var rest in Alignments(a[fromA..], b[fromB..], table))
            {
                yield return weight + rest;
            }
        }
    }

    private static IEnumerable<(int FromA, int FromB, int Weight)> Steps(byte[] a, byte[] b, LetterTable table)
    {
        if (a.Length > 0)
        {
            yield return (1, 0, table[a[0], SoundSymbols.Gap]);
        }

        if (b.Length > 0)
        {
            yield return (0, 1, table[SoundSymbols.Gap, b[0]]);
        }

        if (a.Length > 0 && b.Length > 0)
        {
            yield return (1, 1, table[a[0], b[0]]);
        }

        if (a.Length > 1 && b.Length > 1 && a[0] == b[1] && a[1] == b[0])
        {
            yield return (2, 2, table[a[0], a[0]] + table[a[1], a[1]] + Swapped);
        }
    }
}
