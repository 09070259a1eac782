using FakeProfileDetector.Names.Tables;

namespace FakeProfileDetector.Names;

/// <summary>Tolerance for spelling between two ASCII words.</summary>
internal static class EditDistance
{
    private const int Longest = 32;

    /// <summary>
    /// Whether the words differ by so few letters that they may be spellings of one: one edit from five letters on, two
    /// from ten on. Shorter words are too close to each other ("Lena", "Lana"); another first letter, a feminine ending
    /// ("Daniel", "Daniela") and two names that are both known ("Christian", "Christina") make different names.
    /// </summary>
    internal static bool AreNear(string a, string b)
    {
        var shorter = Math.Min(a.Length, b.Length);
        var allowed = shorter switch { < 5 => 0, < 10 => 1, _ => 2 };
        return allowed > 0 && Math.Max(a.Length, b.Length) <= Longest && a.Length - b.Length <= allowed
            && b.Length - a.Length <= allowed && a[0] == b[0] && !IsFeminine(a, b) && !IsFeminine(b, a)
            && !Nicknames.AreDifferentNames(a, b) && Distance(a, b) <= allowed;
    }

    private static bool IsFeminine(string longer, string shorter) =>
        longer.Length == shorter.Length + 1 && longer[^1] is 'a' or 'e' && longer.StartsWith(shorter, StringComparison.Ordinal);

    /// <summary>Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment, Boytsov 2011).</summary>
    internal static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var width = b.Length + 1;
        Span<int> rows = width <= Longest + 1 ? stackalloc int[3 * (Longest + 1)] : new int[3 * width];
        var beforeLast = rows[..width];
        var last = rows.Slice(width, width);
        var current = rows.Slice(2 * width, width);
        for (var j = 0; j < width; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j < width; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var best = Math.Min(Math.Min(last[j] + 1, current[j - 1] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    best = Math.Min(best, beforeLast[j - 2] + 1);
                }

                current[j] = best;
            }

            var freed = beforeLast;
            beforeLast = last;
            last = current;
            current = freed;
        }

        return last[b.Length];
    }
}
