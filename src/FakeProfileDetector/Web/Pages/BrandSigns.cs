using FakeProfileDetector.Names;

namespace FakeProfileDetector.Web.Pages;

/// <summary>Signs that a name which members chose themselves is a brand's, though it looks like a person's: "Jack Wolf (@jackwolfhq)".</summary>
internal static class BrandSigns
{
    private const int MinimumPart = 3;

    /// <summary>"Poppy Fields", "Ruby Stone": every word means something, and nothing shows that one person is meant.</summary>
    internal static bool AreAllWordsThings(List<NameWord> words) => words.TrueForAll(MayBeThing);

    /// <summary>
    /// What a handle holds beside the words of the name: a word for a trade or a thing ("hq", "florist") makes a brand of a name that
    /// has a word for a thing or no known word; where no word is known the handle must hold one of the name's words.
    /// </summary>
    /// <param name="words">The name.</param>
    /// <param name="handle">As the site writes it; numbers say nothing.</param>
    /// <param name="isKnown">Whether a word of the name is known as a name.</param>
    internal static bool IsContradicted(List<NameWord> words, string? handle, bool isKnown)
    {
        if (handle is null || IsNumber(handle) || words.Exists(word => word.Scripts != NameScripts.Latin) || (isKnown && !words.Exists(MayBeThing)))
        {
            return false;
        }

        var (rest, isOwn) = RestOf(handle, words);
        return rest.Exists(NoNameWords.IsNoName) || (!isKnown && !isOwn);
    }

    /// <summary>"id7654321", "9zz", "1a2b3c": the site gave it.</summary>
    private static bool IsNumber(string handle)
    {
        var digit = handle.AsSpan().IndexOfAnyInRange('0', '9');
        return !handle.Any(char.IsAsciiLetter) || (digit >= 0 && (handle.Count(char.IsAsciiDigit) > handle.Count(char.IsAsciiLetter) || handle.AsSpan(digit).ContainsAnyInRange('a', 'z')));
    }

    /// <summary>The parts of a handle that are no words of a name, and whether any of it is.</summary>
    private static (List<string> Parts, bool IsOwn) RestOf(string handle, List<NameWord> words)
    {
        // "ana@mastodon.example", "ana.bsky.social": what follows is the server's.
        var at = handle.IndexOfAny(['@', '?']);
        var text = (at > 0 ? handle[..at] : handle).Replace(".bsky.social", string.Empty, StringComparison.Ordinal);
        var folded = string.Concat(text.Select(c => char.IsLetter(c) ? char.ToLowerInvariant(c) : ' '));
        var letters = string.Concat(NameReader.Read(folded.AsSpan(0, Math.Min(folded.Length, PersonName.MaximumLength))).Words.Select(word => word.Text + ' '));
        var isOwn = false;
        foreach (var word in words.OrderByDescending(word => word.Text.Length))
        {
            if (word.Text.Length > 1 && letters.Contains(word.Text, StringComparison.Ordinal))
            {
                letters = letters.Replace(word.Text, " ", StringComparison.Ordinal);
                isOwn |= word.Text.Length >= MinimumPart;
            }
        }

        var parts = letters.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();

        // "anah", "hor": initials and beginnings of the name's words.
        isOwn |= parts.RemoveAll(part => part.Length >= MinimumPart && words.Exists(word => word.Text.StartsWith(part, StringComparison.Ordinal))) > 0;
        return (parts, isOwn);
    }

    private static bool MayBeThing(NameWord word) => NoNameWords.IsThing(word) || NoNameWords.IsThingAndName(word);
}
