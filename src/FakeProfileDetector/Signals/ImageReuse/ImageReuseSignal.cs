using System.Collections.Immutable;
using FakeProfileDetector.Names;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Registry;

namespace FakeProfileDetector.Signals.ImageReuse;

internal sealed class ImageReuseSignal(ImageReuseOptions options) : IBuiltInSignal
{
    // Beyond this no probability is believed: 10 bits are 99.9 %.
    private const double MaximumPosteriorBits = 10;

    public string Name => ImageReuse.SignalName;

    public bool MayDecide => true;

    public async ValueTask<SignalResult> EvaluateAsync(ProfileContext context, CancellationToken cancellationToken)
    {
        if (context.Photo is not { } photo)
        {
            return SignalResult.Abstain(ImageReuseReasons.NoPhoto);
        }

        if (!photo.IsUsable)
        {
            return SignalResult.Abstain(ImageReuseReasons.Unusable(photo.Failure));
        }

        if (photo.Fingerprint.Quality < options.MinimumQuality)
        {
            return SignalResult.Abstain(ImageReuseReasons.Featureless(photo.Fingerprint.Quality));
        }

        var shared = await context.GetSharedPhotoAsync(cancellationToken).ConfigureAwait(false);
        var result = shared.Kind switch
        {
            SharedPhotoKind.Unique => SignalResult.Evidence(options.UniquePhotoBits, ImageReuseReasons.Unique),
            SharedPhotoKind.Benign => SignalResult.Abstain(ImageReuseReasons.Benign(shared.Uses)),
            SharedPhotoKind.StockPicture => SignalResult.Abstain(ImageReuseReasons.StockPicture(shared)),
            SharedPhotoKind.SamePerson => SignalResult.Neutral(ImageReuseReasons.SamePerson(shared.Uses)),
            SharedPhotoKind.NamesNotComparable => SignalResult.Neutral(ImageReuseReasons.NamesNotComparable(shared.Uses)),
            SharedPhotoKind.Contested => SignalResult.Evidence(
                WeighContested(context, shared), ImageReuseReasons.Contested(shared)),
            _ => throw new InvalidOperationException($"Unknown kind of shared photo: {shared.Kind}."),
        };
        return result with { Matches = Matches(shared.Uses) };
    }

    /// <summary>
    /// What the group adds to what is counted elsewhere: the judgement on the group is a probability that includes the
    /// prior, the account's own history and the contradiction of names, so their weights are taken off again. If the
    /// contradicting names may still be one person's, the evidence is diluted by that probability.
    /// </summary>
    private static double WeighContested(ProfileContext context, SharedPhoto shared)
    {
        var own = AccountStanding.Of(context.Profile.History, hasPhoto: true, context.Now).EvidenceBits;
        var posterior = Math.Clamp(
            Math.Log2(shared.FakeProbability / (1 - shared.FakeProbability)), -MaximumPosteriorBits, MaximumPosteriorBits);
        var added = posterior - context.PriorBits - own;
        var different = shared.DifferentPeopleProbability;
        var weight = Math.Log2((different * Math.Pow(2, added)) + 1 - different);
        return weight - NameConflict.EvidenceBits(shared.Conflict);
    }

    private ImmutableArray<PhotoMatch> Matches(PhotoUses uses) =>
        [.. uses.Uses.Take(options.MaximumMatches).Select(use => new PhotoMatch(use.Profile.ProfileId, use.Distance, use.Transform))];
}
