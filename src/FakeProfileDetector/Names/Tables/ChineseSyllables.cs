using System.Collections.Frozen;

namespace FakeProfileDetector.Names.Tables;

/// <summary>Chinese given names in Pinyin, Wade-Giles and the spellings of Hong Kong, syllable by syllable.</summary>
/// <remarks>The table is <c>chinese-syllables.txt</c>: a syllable of Pinyin, a colon, and its other spellings.</remarks>
internal static class ChineseSyllables
{
    private const int Longest = 6;
    private const int MaximumSyllables = 3;

    private static readonly Lazy<FrozenDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>>> Lines = new(Read);
    private static readonly Lazy<FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>>> Pinyin = new(() => NameTable.Read("chinese-syllables.txt")
        .Select(line => line.Keys[0]).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>());

    /// <summary>Whether two given names are the same syllables in two spellings.</summary>
    /// <param name="a">Lower-case ASCII letters.</param>
    /// <param name="b">Lower-case ASCII letters.</param>
    /// <param name="areTwoSpellings">Whether it is known that they are spelled by different rules; else one must hold a syllable that Pinyin has not.</param>
    internal static bool AreOneName(ReadOnlySpan<char> a, ReadOnlySpan<char> b, bool areTwoSpellings) =>
        AreOneName(a, b, areTwoSpellings, MaximumSyllables);

    private static bool AreOneName(ReadOnlySpan<char> a, ReadOnlySpan<char> b, bool areTwoSpellings, int syllables)
    {
        if (a.IsEmpty || b.IsEmpty || syllables == 0)
        {
            return a.IsEmpty && b.IsEmpty && areTwoSpellings;
        }

        for (var i = 1; i <= Math.Min(Longest, a.Length); i++)
        {
            for (var j = 1; Lines.Value.TryGetValue(a[..i], out var lines) && j <= Math.Min(Longest, b.Length); j++)
            {
                if (Lines.Value.TryGetValue(b[..j], out var others) && lines.AsSpan().IndexOfAny(others) >= 0
                    && AreOneName(a[i..], b[j..], areTwoSpellings || Pinyin.Value.Contains(a[..i]) != Pinyin.Value.Contains(b[..j]), syllables - 1))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static FrozenDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> Read()
    {
        var entries =
            from line in NameTable.Read("chinese-syllables.txt")
            from syllable in line.Keys.Concat(line.Values)
            group line.Number by syllable;
        return entries.ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
