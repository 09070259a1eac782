using System.Collections.Frozen;

namespace FakeProfileDetector.Names.Tables;

/// <summary>Family names of other scripts under the several Latin spellings that their bearers use.</summary>
/// <remarks>
/// The table is <c>romanizations.txt</c>. All words of one line write one name; a word may stand in several lines ("Lee" is
/// Chinese and Korean), and words of different lines agree only through such a word, never with each other.
/// </remarks>
internal static class Romanizations
{
    private const string File = "romanizations.txt";

    private static readonly Lazy<FrozenDictionary<string, int[]>> Table = new(Read);

    /// <summary>The lines of the table that a word stands in; none for most words.</summary>
    /// <param name="word">A family name in lower-case ASCII letters.</param>
    internal static int[] LinesOf(string word) => Table.Value.TryGetValue(word, out var lines) ? lines : [];

    /// <summary>Whether both write one family name.</summary>
    /// <param name="a">The lines of a word.</param>
    /// <param name="b">The lines of another.</param>
    internal static bool AreOneName(int[] a, int[] b) => a.AsSpan().IndexOfAny(b) >= 0;

    private static FrozenDictionary<string, int[]> Read()
    {
        var entries =
            from line in NameTable.Read(File)
            from word in line.Keys.Concat(line.Values)
            group line.Number by word;
        return entries.ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
    }
}
