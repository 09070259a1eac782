using System.Collections.Frozen;

namespace FakeProfileDetector.Names.Tables;

/// <summary>Given names, their spellings, and their short and pet forms.</summary>
/// <remarks>
/// The table is <c>nicknames.txt</c>. A line holds the spellings of one name, a colon, and its short forms. A full name agrees
/// with its own short forms and spellings; two short forms of one name do not agree with each other.
/// </remarks>
internal static class Nicknames
{
    private const string File = "nicknames.txt";

    private static readonly Lazy<FrozenDictionary<string, NicknameEntry[]>> Table = new(Read);

    /// <summary>The lines of the table that a word stands in; none for most words.</summary>
    /// <param name="word">A given name in lower-case ASCII letters.</param>
    internal static NicknameEntry[] EntriesOf(string word) => Table.Value.TryGetValue(word, out var entries) ? entries : [];

    /// <summary>Whether one is the full name and the other a form of it.</summary>
    /// <param name="a">The entries of a word.</param>
    /// <param name="b">The entries of another.</param>
    /// <param name="spellingsOnly">Whether only two spellings of the full name count: family names are not cut short.</param>
    internal static bool AreForms(NicknameEntry[] a, NicknameEntry[] b, bool spellingsOnly = false)
    {
        foreach (var x in a)
        {
            foreach (var y in b)
            {
                if (x.Line == y.Line && (spellingsOnly ? x.IsFull && y.IsFull : x.IsFull || y.IsFull))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static FrozenDictionary<string, NicknameEntry[]> Read()
    {
        var entries =
            from line in NameTable.Read(File)
            from entry in line.Keys.Select(full => (Word: full, IsFull: true)).Concat(line.Values.Select(form => (Word: form, IsFull: false)))
            group new NicknameEntry(line.Number, entry.IsFull) by entry.Word;
        return entries.ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
    }
}

/// <summary>Where a word stands in the table of short forms.</summary>
/// <param name="Line">The line, one a name.</param>
/// <param name="IsFull">Whether it is a full name there rather than a short form.</param>
internal readonly record struct NicknameEntry(int Line, bool IsFull);
