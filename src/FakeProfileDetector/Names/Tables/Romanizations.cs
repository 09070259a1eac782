using System.Collections.Frozen;

namespace FakeProfileDetector.Names.Tables;

/// <summary>Names of other scripts and languages under the several Latin spellings that their bearers use.</summary>
/// <remarks>
/// The tables are <c>romanizations.txt</c> of family names and <c>given-name-spellings.txt</c>. All words of one line write one name; a word may stand in several lines ("Lee" is
/// Chinese and Korean), and words of different lines agree only through such a word, never with each other.
/// </remarks>
internal static class Romanizations
{
    private static readonly string[] Files = ["romanizations.txt", "given-name-spellings.txt"];

    private static readonly Lazy<FrozenDictionary<string, int[]>> Table = new(Read);

    /// <summary>The lines of the table that a word stands in; none for most words.</summary>
    /// <param name="word">A name in lower-case ASCII letters.</param>
    internal static int[] LinesOf(string word) => Table.Value.TryGetValue(word, out var lines) ? lines : [];

    /// <summary>Whether both write one name.</summary>
    /// <param name="a">The lines of a word.</param>
    /// <param name="b">The lines of another.</param>
    internal static bool AreOneName(int[] a, int[] b) => a.AsSpan().IndexOfAny(b) >= 0;

    private static FrozenDictionary<string, int[]> Read()
    {
        var entries =
            from line in Files.SelectMany(file => NameTable.Read(file)).Index()
            from word in line.Item.Keys.Concat(line.Item.Values)
            group line.Index by word;
        return entries.ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
    }
}
