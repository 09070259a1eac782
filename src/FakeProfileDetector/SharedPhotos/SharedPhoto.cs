using System.Collections.Frozen;
using FakeProfileDetector.Names;
using FakeProfileDetector.Registry;

namespace FakeProfileDetector.SharedPhotos;

/// <summary>What it means that a profile shares its photo with others.</summary>
internal enum SharedPhotoKind
{
    /// <summary>The registry did not compare it.</summary>
    NotCompared,

    /// <summary>Nobody else uses it.</summary>
    Unique,

    /// <summary>Others use a copy or another shot of the same session; nobody surely the same picture.</summary>
    Similar,

    /// <summary>A picture of the benign bank.</summary>
    Benign,

    /// <summary>Everyone who uses it goes by compatible names: one person with several accounts.</summary>
    SamePerson,

    /// <summary>Others use it, but no names can be compared.</summary>
    NamesNotComparable,

    /// <summary>Many users, mostly established or mixed: a default or stock picture that no bank knows yet.</summary>
    StockPicture,

    /// <summary>No names contradict, but a reviewer has confirmed one of those who use it to be fake.</summary>
    ReviewedApart,

    /// <summary>Different people claim it: at most one of them can be its owner.</summary>
    Contested,
}

/// <summary>The judgment on the group of profiles that share a photo, seen from one of them.</summary>
internal sealed record SharedPhoto(SharedPhotoKind Kind, PhotoUseResult Uses)
{
    /// <summary>People by name among those whose names can be compared, the profile itself included.</summary>
    internal int People { get; init; }

    /// <summary>Which of the people each profile is, by identifier: 0 is the profile's own person. Those in none have no name that compares.</summary>
    internal FrozenDictionary<string, int> PersonOf { get; init; } = FrozenDictionary<string, int>.Empty;

    /// <summary>How many of them have an established account.</summary>
    internal int EstablishedPeople { get; init; }

    /// <summary>The relation of the profile's name to the name that contradicts it most.</summary>
    internal NameRelation Conflict { get; init; }

    /// <summary>
    /// Probability that the profile is fake if the photo is contested between different people, its own history included.
    /// </summary>
    internal double FakeProbability { get; init; }

    /// <summary>Probability that nobody in the group is genuine; only where contested.</summary>
    internal double RingProbability { get; init; }

    /// <summary>Probability that the contradicting names are different people's.</summary>
    internal double DifferentPeopleProbability { get; init; }

    /// <summary>Whether a reviewer has confirmed another profile with the photo to be fake.</summary>
    internal bool IsOfConfirmedFake { get; init; }

    /// <summary>Whether a reviewer has decided that another profile with the photo is the same person.</summary>
    internal bool IsConfirmedSamePerson { get; init; }

    /// <summary>Probability that the picture is a stock picture, which is held against nobody.</summary>
    internal double StockProbability { get; init; }
}
