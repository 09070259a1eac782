namespace FakeProfileDetector.Names;

/// <summary>How two display names relate.</summary>
/// <remarks>
/// Among names that can be compared, a smaller value fits one person better than a greater one; the gaps leave room. Values are no
/// contract beyond that: store and send <see cref="NameRelationExtensions.ToCode"/>.
/// </remarks>
public enum NameRelation
{
    /// <summary>The two cannot be compared: a single word, a handle, initials only, scripts that do not meet, or a name that is not one person's.</summary>
    NotComparable = 0,

    /// <summary>The same letters in the same order, apart from case and from accents that are written as marks of their own.</summary>
    Identical = 10,

    /// <summary>Other accents or order, words joined, left out or abbreviated, titles; nothing contradicts.</summary>
    Compatible = 20,

    /// <summary>They agree once a short or pet form is resolved ("Liz", "Elizabeth").</summary>
    Nickname = 30,

    /// <summary>They agree up to spelling or transliteration ("Dmitry", "Dmitri").</summary>
    SpellingVariant = 40,

    /// <summary>The family names agree and the given names do not.</summary>
    SharesFamilyName = 50,

    /// <summary>The given names agree and the family names do not, as after a marriage.</summary>
    SharesGivenName = 60,

    /// <summary>Some words agree, others contradict.</summary>
    PartialConflict = 70,

    /// <summary>No word agrees.</summary>
    Disjoint = 80,
}

/// <summary>What a relation means for the question whether two names can be one person's.</summary>
/// <threadsafety>Safe to call from many threads at once.</threadsafety>
public static class NameRelationExtensions
{
    /// <summary>Whether one person plausibly uses both names.</summary>
    /// <param name="relation">The relation.</param>
    /// <returns>True for identical names and for variants of one name.</returns>
    public static bool IsCompatible(this NameRelation relation) =>
        relation is NameRelation.Identical or NameRelation.Compatible or NameRelation.Nickname or NameRelation.SpellingVariant;

    /// <summary>The stable code that reports and tables carry, such as <c>shares-family-name</c>.</summary>
    /// <param name="relation">The relation.</param>
    /// <returns>Lower-case words joined by hyphens.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not a relation.</exception>
    public static string ToCode(this NameRelation relation) => relation switch
    {
        NameRelation.NotComparable => "not-comparable",
        NameRelation.Identical => "identical",
        NameRelation.Compatible => "compatible",
        NameRelation.Nickname => "nickname",
        NameRelation.SpellingVariant => "spelling-variant",
        NameRelation.SharesFamilyName => "shares-family-name",
        NameRelation.SharesGivenName => "shares-given-name",
        NameRelation.PartialConflict => "partial-conflict",
        NameRelation.Disjoint => "disjoint",
        _ => throw new ArgumentOutOfRangeException(nameof(relation)),
    };

    internal static string ToSentence(this NameRelation relation) => relation switch
    {
        NameRelation.Identical => "The names consist of the same words in the same order.",
        NameRelation.Compatible => "The names agree: one orders, joins, abbreviates or leaves out what the other spells out.",
        NameRelation.Nickname => "The names agree once a short form is resolved.",
        NameRelation.SpellingVariant => "The names agree up to spelling or transliteration.",
        NameRelation.SharesFamilyName => "Only the family names agree.",
        NameRelation.SharesGivenName => "Only the given names agree.",
        NameRelation.PartialConflict => "Some words of the names agree and others contradict.",
        NameRelation.Disjoint => "The names have no word in common.",
        _ => "The names cannot be compared: a single word, a user name, initials or scripts that do not meet.",
    };
}
