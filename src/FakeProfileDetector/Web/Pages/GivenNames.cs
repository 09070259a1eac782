using System.Collections.Frozen;
using FakeProfileDetector.Names;
using FakeProfileDetector.Names.Tables;

namespace FakeProfileDetector.Web.Pages;

/// <summary>Given names of many peoples, beyond those that the comparison of names knows; the table is <c>given-names.txt</c>.</summary>
internal static class GivenNames
{
    private static readonly Lazy<FrozenSet<string>> Table = new(() =>
        NameTable.Read("given-names.txt").SelectMany(line => line.Values).ToFrozenSet(StringComparer.Ordinal));

    /// <summary>Whether a word is known as somebody's given name.</summary>
    internal static bool IsGiven(NameWord word) => NameKindReader.IsGiven(word) || (word.Native.Length == 0 && Table.Value.Contains(word.Text));
}
