using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace FakeProfileDetector.Names;

/// <summary>One thing that was noticed when two names were compared.</summary>
/// <param name="Code">Stable code, lower-case words joined by hyphens.</param>
/// <param name="Text">A sentence a moderator understands; it repeats no part of either name.</param>
public sealed record NameReason(string Code, string Text);

/// <summary>What may be noticed, one bit each.</summary>
[Flags]
internal enum NameObservations
{
    None = 0,
    Order = 1 << 0,
    Joined = 1 << 1,
    Initials = 1 << 2,
    MissingWords = 1 << 3,
    Titles = 1 << 4,
    ShortForm = 1 << 5,
    Spelling = 1 << 6,
    Transliteration = 1 << 7,
    LookAlikes = 1 << 8,
    RareWord = 1 << 9,
    CommonWord = 1 << 10,
    SingleWord = 1 << 11,
    Handle = 1 << 12,
    NoName = 1 << 13,
    OtherScript = 1 << 14,
    InitialsOnly = 1 << 15,
    AdoptedName = 1 << 16,
}

internal static class NameReasonTexts
{
    private static readonly ImmutableArray<NameReason> All =
    [
        new("word-order", "The words of the names stand in another order."),
        new("words-joined", "One name writes as one word what the other writes as two."),
        new("initials", "One name has initials where the other spells the word out."),
        new("words-missing", "One name leaves out words of the other."),
        new("titles-left-out", "A title, degree or note beside the name was left out of account."),
        new("short-form", "A word is a short form, pet form or known spelling of the other name's."),
        new("spelling", "A word is spelled a little differently."),
        new("transliteration", "A word is written in another script and sounds alike."),
        new("name-look-alike-letters", "A word mixes letters of two scripts that look alike."),
        new("rare-word-shared", "The names share a word that few people bear."),
        new("common-word-shared", "The word that the names share is a common one."),
        new("single-word", "One of the names is a single word, which fits too many people to say anything."),
        new("handle", "One of the names is a user name rather than a person's name."),
        new("no-name", "One of the names is empty."),
        new("other-script", "The names are in scripts between which this name cannot be told."),
        new("initials-only", "One of the names is initials alone."),
        new("given-name-maybe-adopted", "Many people with such a family name go by a Western given name as well, and one of the two is such a name."),
    ];

    // Few of the combinations occur; each is made once.
    private static readonly ConcurrentDictionary<NameObservations, ImmutableArray<NameReason>> Made = new();

    internal static ImmutableArray<NameReason> Of(NameObservations observations) =>
        observations == NameObservations.None ? [] : Made.TryGetValue(observations, out var reasons) ? reasons : Made.GetOrAdd(observations, Make);

    private static ImmutableArray<NameReason> Make(NameObservations observations) =>
        [.. All.Where((_, bit) => ((int)observations >> bit & 1) != 0)];
}
