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

    private static readonly Lazy<FrozenDictionary<string, Entry[]>> Table = new(Read);

    /// <summary>Whether one is the full name and the other a form of it.</summary>
    /// <param name="a">A given name in lower-case ASCII letters.</param>
    /// <param name="b">Another.</param>
    internal static bool AreForms(string a, string b)
    {
        if (!Table.Value.TryGetValue(a, out var entriesOfA) || !Table.Value.TryGetValue(b, out var entriesOfB))
        {
            return false;
        }

        foreach (var x in entriesOfA)
        {
            foreach (var y in entriesOfB)
            {
                if (x.Line == y.Line && (x.IsFull || y.IsFull))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether both are known as names and neither is a form of the other.</summary>
    /// <param name="a">A given name in lower-case ASCII letters.</param>
    /// <param name="b">Another.</param>
    internal static bool AreDifferentNames(string a, string b) => IsKnown(a) && IsKnown(b) && !AreForms(a, b);

    /// <summary>Whether the word is a given name of the table, in full or short.</summary>
    internal static bool IsKnown(string word) => Table.Value.ContainsKey(word);

    private static FrozenDictionary<string, Entry[]> Read()
    {
        var entries =
            from line in NameTable.Read(File)
            from entry in line.Keys.Select(full => (Word: full, IsFull: true)).Concat(line.Values.Select(form => (Word: form, IsFull: false)))
            group new Entry(line.Number, entry.IsFull) by entry.Word;
        return entries.ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
    }

    private readonly record struct Entry(int Line, bool IsFull);
}
