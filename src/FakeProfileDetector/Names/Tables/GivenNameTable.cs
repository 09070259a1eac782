using System.Collections.Frozen;

namespace FakeProfileDetector.Names.Tables;

/// <summary>Given names of many peoples that have no short forms worth a line of <see cref="Nicknames"/>; the table is <c>given-names.txt</c>.</summary>
internal static class GivenNameTable
{
    private const string Native = "native-";

    private static readonly Lazy<FrozenSet<string>> Table = new(() => NameTable.Read("given-names.txt")
        .Where(static line => !line.Keys[0].StartsWith(Native, StringComparison.Ordinal))
        .SelectMany(static line => line.Values).ToFrozenSet(StringComparer.Ordinal));

    /// <summary>Whether a word of lower-case ASCII letters is a given name of the table.</summary>
    internal static bool Contains(string word) => Table.Value.Contains(word);
}
