using System.Collections.Frozen;
using FakeProfileDetector.Names;
using FakeProfileDetector.Names.Tables;

namespace FakeProfileDetector.Web.Pages;

/// <summary>Words of titles that are no part of a person's name; the table is <c>no-names.txt</c>.</summary>
internal static class NoNameWords
{
    private const string File = "no-names.txt";

    // Ends of English words for things; only words that are not known as names are asked.
    private static readonly string[] ThingEndings =
        ["tion", "sion", "ment", "ness", "ology", "ography", "ware", "tech", "soft", "ical", "ality", "works", "ings", "ions", "tics", "zone", "hub", "ify", "verse", "wear", "craft", "labs"];

    private static readonly Lazy<Words> Table = new(Load);

    /// <summary>Whether a word is never part of a name: "login", "photos", "вконтакте".</summary>
    internal static bool IsNever(NameWord word)
    {
        if (word.Scripts == NameScripts.Latin)
        {
            // "the" is no name, "Thế" is one.
            return Table.Value.Never.Contains(word.Text) || Table.Value.Plain.Contains(word.Written);
        }

        return Table.Value.Never.Contains(word.Written) || Array.Exists(Table.Value.Inside, text => word.Written.Contains(text, StringComparison.Ordinal));
    }

    /// <summary>Whether a word names a thing, a place or a quality: "travel", "golden". Some are names, too.</summary>
    internal static bool IsThing(NameWord word) => Table.Value.Things.Contains(word.Scripts == NameScripts.Latin ? word.Text : word.Written) || IsPlace(word);

    /// <summary>Whether a word of Chinese characters ends as places and things do: "東京都".</summary>
    internal static bool EndsAsThing(string native) => Array.Exists(Table.Value.Ends, end => native.EndsWith(end, StringComparison.Ordinal));

    /// <summary>Whether a word makes a place or a building of a person's name: "Victoria Falls".</summary>
    internal static bool IsPlace(NameWord word) => Table.Value.Places.Contains(word.Text);

    /// <summary>Whether a name is a word for a thing as well: "Ruby", "Fields".</summary>
    internal static bool IsThingAndName(NameWord word) => Table.Value.Both.Contains(word.Text);

    /// <summary>Whether a part of a handle, in lower-case ASCII letters, is no part of a name.</summary>
    internal static bool IsNoName(string part) =>
        Table.Value.Trades.Contains(part) || Table.Value.Things.Contains(part) || Table.Value.Never.Contains(part) || Table.Value.Plain.Contains(part) || Table.Value.Places.Contains(part);

    /// <summary>Whether a word ends as words for things do: "photography".</summary>
    internal static bool SoundsLikeThing(NameWord word) =>
        word.Scripts == NameScripts.Latin && word.Text.Length > 5
        && Array.Exists(ThingEndings, ending => word.Text.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>Whether a title or the words after a name of another script are a rank: "副教授", "원장".</summary>
    internal static bool IsRank(string word) => Table.Value.Ranks.Contains(word);

    /// <summary>Whether a word beside a name says that the page is a firm's: "LLP".</summary>
    internal static bool IsFirm(string word) => Table.Value.Firms.Contains(word);

    /// <summary>Whether what stands beside a name says what one person does, and nothing that a firm would: "Illustrator", not "Official Store".</summary>
    internal static bool IsCalling(string text)
    {
        var words = NameReader.Read(text.AsSpan(0, Math.Min(text.Length, PersonName.MaximumLength))).Words;
        return words.Exists(word => Table.Value.Callings.Contains(word.Scripts == NameScripts.Latin ? word.Text : word.Written))
            && !words.Exists(word => Table.Value.Firms.Contains(word.Text)) && !text.AsSpan().ContainsAny("®™");
    }

    private static Words Load()
    {
        var lines = NameTable.Read(File);
        return new(Of("never").ToFrozenSet(StringComparer.Ordinal), Of("plain").ToFrozenSet(StringComparer.Ordinal), Of("thing").ToFrozenSet(StringComparer.Ordinal), Of("place").ToFrozenSet(StringComparer.Ordinal),
            Of("both").ToFrozenSet(StringComparer.Ordinal), Of("trade").ToFrozenSet(StringComparer.Ordinal), Of("rank").ToFrozenSet(StringComparer.Ordinal),
            Of("calling").ToFrozenSet(StringComparer.Ordinal), Of("firm").ToFrozenSet(StringComparer.Ordinal), Of("inside"), Of("end"));

        string[] Of(string kind) => [.. lines.Where(line => line.Keys[0] == kind).SelectMany(line => line.Values)];
    }

    private sealed record Words(FrozenSet<string> Never, FrozenSet<string> Plain, FrozenSet<string> Things, FrozenSet<string> Places,
        FrozenSet<string> Both, FrozenSet<string> Trades, FrozenSet<string> Ranks, FrozenSet<string> Callings, FrozenSet<string> Firms, string[] Inside, string[] Ends);
}
