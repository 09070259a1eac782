using System.Collections.Concurrent;
using System.Collections.Immutable;
using FakeProfileDetector.Reasons;

namespace FakeProfileDetector.Names;

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
    Organization = 1 << 17,
    SeveralPeople = 1 << 18,
    Role = 1 << 19,
    FanPage = 1 << 20,
    Placeholder = 1 << 21,
    Generations = 1 << 22,
    ChangedFamilyName = 1 << 23,
    Garbled = 1 << 24,
}

/// <summary>The reasons of a comparison; they repeat no part of either name.</summary>
internal static class NameReasons
{
    /// <summary>That a name is not one person's.</summary>
    internal const NameObservations Nobodys = NameObservations.Organization | NameObservations.SeveralPeople | NameObservations.Role
        | NameObservations.FanPage | NameObservations.Placeholder;

    private static readonly ImmutableArray<Reason> All =
    [
        new(ReasonCodes.WordOrder, "The words of the names stand in another order."),
        new(ReasonCodes.WordsJoined, "One name writes as one word what the other writes as two."),
        new(ReasonCodes.Initials, "One name has initials where the other spells the word out."),
        new(ReasonCodes.WordsMissing, "One name leaves out words of the other."),
        new(ReasonCodes.TitlesLeftOut, "A title, degree or note beside the name was left out of account."),
        new(ReasonCodes.ShortForm, "A word is a short form, pet form or known spelling of the other name's."),
        new(ReasonCodes.Spelling, "A word is spelled a little differently."),
        new(ReasonCodes.Transliteration, "A word is written in another script and sounds alike."),
        new(ReasonCodes.NameLookAlikeLetters, "A word is written with letters, signs or digits that look like others, turned or backwards; it was read as what it looks like."),
        new(ReasonCodes.RareWordShared, "The names share a word that few people bear, as far as is known."),
        new(ReasonCodes.CommonWordShared, "The word that the names share is a common one, or popular where its bearers live."),
        new(ReasonCodes.SingleWord, "One of the names is a single word, which fits too many people to say anything."),
        new(ReasonCodes.Handle, "One of the names is a user name rather than a person's name."),
        new(ReasonCodes.NoName, "One of the names is empty."),
        new(ReasonCodes.OtherScript, "The names are in scripts between which this name cannot be told."),
        new(ReasonCodes.InitialsOnly, "One of the names is initials alone."),
        new(ReasonCodes.GivenNameMaybeAdopted, "Many people with such a family name go by a Western given name as well, and one of the two is such a name."),
        new(ReasonCodes.NoName, "One of the names is an organization's rather than a person's."),
        new(ReasonCodes.NoName, "One of the names is a couple's or a family's rather than one person's."),
        new(ReasonCodes.NoName, "One of the names is a post's or an office's rather than a person's."),
        new(ReasonCodes.NoName, "One of the names is a page's that others keep about somebody."),
        new(ReasonCodes.NoName, "One of the names is what a network shows in place of a name."),
        new(ReasonCodes.GenerationsDiffer, "Marks after the names, such as Sr. and Jr., tell two members of one family apart."),
        new(ReasonCodes.FamilyNameMaybeChanged, "The family name may have been changed, as on marriage: the given name is a woman's, or an initial keeps the former name."),
        new(ReasonCodes.NameGarbled, "Characters of a name were damaged on their way here; they were restored as far as that is certain, and what is lost contradicts nobody."),
    ];

    // Few of the combinations occur; each is made once.
    private static readonly ConcurrentDictionary<NameObservations, ImmutableArray<Reason>> Made = new();

    internal static ImmutableArray<Reason> Of(NameObservations observations) =>
        observations == NameObservations.None ? [] : Made.TryGetValue(observations, out var reasons) ? reasons : Made.GetOrAdd(observations, Make);

    private static ImmutableArray<Reason> Make(NameObservations observations) =>
        [.. All.Where((_, bit) => ((int)observations >> bit & 1) != 0)];
}
