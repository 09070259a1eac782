using System.Collections.Frozen;

namespace FakeProfileDetector.Names.Tables;

/// <summary>Family names of other scripts under the several Latin spellings that their bearers use.</summary>
/// <remarks>
/// The table is <c>romanisations.txt</c>. All words of one line write one name; a word may stand in several lines ("Lee" is
/// Chinese and Korean), and words of different lines agree only through such a word, never with each other.
/// </remarks>
internal static class Romanisations
{
    private const string File = "romanisations.txt";

    private static readonly Lazy<FrozenDictionary<string, int[]>> Table = new(Read);

    /// <summary>Whether both write one family name; of a word with itself true only where the table has it.</summary>
    /// <param name="a">A family name in lower-case ASCII letters.</param>
    /// <param name="b">Another.</param>
    internal static bool AreOneName(string a, string b) =>
        Table.Value.TryGetValue(a, out var linesOfA) && Table.Value.TryGetValue(b, out var linesOfB)
        && linesOfA.AsSpan().IndexOfAny(linesOfB) >= 0;

    private static FrozenDictionary<string, int[]> Read()
    {
        var entries =
            from line in NameTable.Read(File)
            from word in line.Keys.Concat(line.Values)
            group line.Number by word;
        return entries.ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
    }
}
