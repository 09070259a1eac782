using FakeProfileDetector.Names.Tables;

namespace FakeProfileDetector.Names;

/// <summary>Takes away titles of scripts other than Latin, which stand apart from the name ("г-н Волков") or touch it ("王小明先生").</summary>
internal static class NativeTitles
{
    internal static void Strip(List<NameWord> words)
    {
        for (var i = words.Count - 1; i >= 0; i--)
        {
            if (words.Count > 2 && i + 1 < words.Count && words[i + 1].IsJoined
                && NameWordTable.NativeTitles.Contains($"{words[i].Written}-{words[i + 1].Written}"))
            {
                words.RemoveRange(i, 2);
            }
            else if (words.Count > 1 && IsApart(words, i))
            {
                words.RemoveAt(i);
            }
        }

        if (words.Count > 0)
        {
            words[0] = WithoutPrefix(words[0]);
            words[^1] = WithoutSuffix(words[^1], isAlone: words.Count == 1);
        }
    }

    private static bool IsApart(List<NameWord> words, int position)
    {
        var word = words[position];
        return word.Scripts != NameScripts.Latin
            && (NameWordTable.NativeTitles.Contains(word.Written)
                || (position == 0 && NameWordTable.NativePrefixes.Contains(word.Written))
                || (position == words.Count - 1 && NameWordTable.NativeSuffixes.Contains(word.Written)));
    }

    private static NameWord WithoutPrefix(NameWord word)
    {
        foreach (var prefix in NameWordTable.NativePrefixes)
        {
            // A vowel sign cannot begin a name: there the letters of the title are part of it.
            if (word.Written.Length > prefix.Length + 1 && word.Written.StartsWith(prefix, StringComparison.Ordinal) && BeginsSyllable(word.Written[prefix.Length]))
            {
                var written = word.Written[prefix.Length..];
                var text = AsciiLetters.Of(written);
                return text.Length == 0 ? word : word with { Text = text, Sound = text, Written = written, Letters = written.Length };
            }
        }

        return word;
    }

    /// <summary>A letter, but none of the vowels that Thai and Lao write after their consonant (ะ to ู and their Lao twins).</summary>
    private static bool BeginsSyllable(char letter) =>
        char.IsLetter(letter) && letter is not ((>= '\u0E30' and <= '\u0E3A') or '\u0E45' or (>= '\u0EB0' and <= '\u0EBC'));

    private static NameWord WithoutSuffix(NameWord word, bool isAlone)
    {
        // "王先生" is a family name and nothing else: what remains of a word alone must hold two names.
        var minimum = isAlone ? 2 : 1;
        foreach (var suffix in NameWordTable.NativeSuffixes)
        {
            var kept = word.Native.Length - suffix.Length;
            if (kept >= minimum && word.Native.Length == word.Written.Length && word.Written.EndsWith(suffix, StringComparison.Ordinal))
            {
                var text = AsciiLetters.Of(word.Native[..kept]);
                return text.Length == 0
                    ? word
                    : word with { Text = text, Sound = text, Native = word.Native[..kept], Written = word.Written[..kept], Letters = kept };
            }
        }

        return word;
    }
}
