using System.Collections.Frozen;

namespace FakeProfileDetector.Names;

/// <summary>Given names, their spellings, and their short and pet forms.</summary>
/// <remarks>
/// The table is <c>nicknames.txt</c>. A line holds the spellings of one name, a colon, and its short forms. A full name agrees
/// with its own short forms and spellings; two short forms, or two full names, do not agree with each other.
/// </remarks>
internal static class Nicknames
{
    private static readonly Lazy<FrozenDictionary<string, Entry[]>> Table = new(Read);

    /// <summary>Whether one is the full name and the other a form of it.</summary>
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
    internal static bool AreDifferentNames(string a, string b) =>
        Table.Value.ContainsKey(a) && Table.Value.ContainsKey(b) && !AreForms(a, b);

    private static FrozenDictionary<string, Entry[]> Read()
    {
        using var stream = typeof(Nicknames).Assembly.GetManifestResourceStream("nicknames.txt")
            ?? throw new InvalidOperationException("The resource nicknames.txt is missing from the assembly.");
        using var reader = new StreamReader(stream);
        var table = new Dictionary<string, List<Entry>>(StringComparer.Ordinal);
        for (var number = 0; reader.ReadLine() is { } line; number++)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            var halves = line.Split(':');
            for (var half = 0; half < halves.Length; half++)
            {
                foreach (var form in halves[half].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    if (!table.TryGetValue(form, out var entries))
                    {
                        table[form] = entries = [];
                    }

                    entries.Add(new(number, IsFull: half == 0));
                }
            }
        }

        return table.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal);
    }

    private readonly record struct Entry(int Line, bool IsFull);
}
