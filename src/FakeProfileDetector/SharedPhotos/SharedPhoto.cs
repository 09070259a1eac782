using System.Collections.Frozen;
using FakeProfileDetector.Names;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Weights;

namespace FakeProfileDetector.SharedPhotos;

/// <summary>The judgment on the group of profiles that share a photo, seen from one of them.</summary>
internal sealed record SharedPhoto(SharedPhotoKind Kind, PhotoUseResult Uses)
{
    // Beyond this no probability is believed: 10 bits are 99.9 %.
    private const double MaximumPosteriorBits = 10;

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

    /// <summary>Whether a reviewer has decided that another profile with the photo is a different person.</summary>
    internal bool IsConfirmedDifferentPeople { get; init; }

    /// <summary>Whether a reviewer has decided that another profile with the photo is the same person.</summary>
    internal bool IsConfirmedSamePerson { get; init; }

    /// <summary>Probability that the picture is held against nobody: a stock picture, or shared in good faith.</summary>
    internal double InnocentProbability { get; init; }

    /// <summary>What the picture shows, as far as any copy tells.</summary>
    internal PictureShown Shown { get; init; }

    /// <summary>What the people have in common that accounts of one hand have.</summary>
    internal RingPattern Patterns { get; init; }

    /// <summary>Whether the application knows that the profile's person and another one belong together.</summary>
    internal bool HasRelation { get; init; }

    /// <summary>Whether the shared photo alone may call the profile a likely fake; see <see cref="ReportRule"/>.</summary>
    internal bool MayReport { get; init; }

    /// <summary>What the profile is among those who share the photo; only where contested.</summary>
    internal HolderRole Role { get; init; }

    /// <summary>What the likelier owner is told by; nothing where nobody stands out.</summary>
    internal OwnerGrounds Grounds { get; init; }

    /// <summary>What of the evidence is reported as the names' own, in bits; nothing where the shared photo may not accuse.</summary>
    internal double NameBits => Kind == SharedPhotoKind.Contested && MayReport ? NameConflict.EvidenceBits(Conflict) : 0;

    /// <summary>Log-odds of a fake, in bits, by the photo, the profile's own history and the names together.</summary>
    /// <param name="priorBits">Log-odds of a fake before any evidence.</param>
    /// <param name="ownBits">What the profile's own history weighs.</param>
    /// <remarks>
    /// A probability over three explanations: different people contest the photo; it is a stock picture or shared in good faith,
    /// and history alone speaks; the names are one person's after all, and then this is a second account, whose thin history says nothing. The
    /// prior cancels where the photo is contested: of two who claim one photo, one took it, however rare fakes are elsewhere.
    /// </remarks>
    internal double PosteriorBits(double priorBits, double ownBits)
    {
        var byHistory = WeightOfEvidence.ToProbability(priorBits + ownBits);
        var secondAccount = WeightOfEvidence.ToProbability(priorBits + Math.Min(ownBits, 0));
        var contested = (InnocentProbability * byHistory) + ((1 - InnocentProbability) * FakeProbability);
        var fake = (DifferentPeopleProbability * contested) + ((1 - DifferentPeopleProbability) * secondAccount);
        return Math.Clamp(Math.Log2(fake / (1 - fake)), -MaximumPosteriorBits, MaximumPosteriorBits);
    }
}
