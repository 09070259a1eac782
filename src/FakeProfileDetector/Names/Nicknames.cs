using System.Collections.Frozen;

namespace FakeProfileDetector.Names;

/// <summary>Short and pet forms of given names.</summary>
/// <remarks>The table is <c>nicknames.txt</c>: a line lists forms of one name, and a form may stand in several lines.</remarks>
internal static class Nicknames
{
    private static readonly Lazy<FrozenDictionary<string, int[]>> Groups = new(Read);

    /// <summary>Whether both are forms of one given name.</summary>
    internal static bool AreForms(string a, string b) =>
        Groups.Value.TryGetValue(a, out var groupsOfA)
        && Groups.Value.TryGetValue(b, out var groupsOfB)
        && groupsOfA.AsSpan().IndexOfAny(groupsOfB) >= 0;

    private static FrozenDictionary<string, int[]> Read()
    {
        using var stream = typeof(Nicknames).Assembly.GetManifestResourceStream("nicknames.txt")
            ?? throw new InvalidOperationException("The resource nicknames.txt is missing from the assembly.");
        using var reader = new StreamReader(stream);
        var groups = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var group = 0;
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            foreach (var form in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (!groups.TryGetValue(form, out var list))
                {
                    groups[form] = list = [];
                }

                list.Add(group);
            }

            group++;
        }

        return groups.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal);
    }
}
