using System.Collections.Immutable;
using FakeProfileDetector.SharedPhotos;
using FakeProfileDetector.Weights;

namespace FakeProfileDetector.Signals.ImageReuse;

internal sealed class ImageReuseEvaluator(ImageReuseOptions options) : IBuiltInSignal
{
    // Beyond this no probability is believed: 10 bits are 99.9 %.
    private const double MaximumPosteriorBits = 10;

    public string Name => ImageReuseSignal.SignalName;

    public BuiltInEvidence Evidence => BuiltInEvidence.Photo;

    public async ValueTask<SignalResult> EvaluateAsync(ProfileContext context, CancellationToken cancellationToken)
    {
        if (context.Photo is not { } photo)
        {
            return SignalResult.Abstain(ImageReuseReasons.NoPhoto);
        }

        if (!photo.IsUsable)
        {
            // Whoever sends a photo that cannot be read must not be accepted for it.
            return SignalResult.Abstain(ImageReuseReasons.Unusable(photo.Failure)) with { IsInconclusive = true };
        }

        var shared = await context.GetSharedPhotoAsync(cancellationToken).ConfigureAwait(false);
        var result = shared.Kind switch
        {
            SharedPhotoKind.NotCompared => SignalResult.Abstain(ImageReuseReasons.Featureless(photo.Fingerprint.Quality)),
            SharedPhotoKind.Unique => SignalResult.Evidence(options.UniquePhotoBits, ImageReuseReasons.Unique),
            SharedPhotoKind.Similar => SignalResult.Neutral(ImageReuseReasons.Similar(shared.Uses)),
            SharedPhotoKind.Benign => SignalResult.Abstain(ImageReuseReasons.Benign(shared.Uses)),
            SharedPhotoKind.StockPicture => SignalResult.Abstain(ImageReuseReasons.StockPicture(shared)),
            SharedPhotoKind.SamePerson => SignalResult.Evidence(0, ImageReuseReasons.SamePerson(shared)),
            SharedPhotoKind.NamesNotComparable => SignalResult.Evidence(0, ImageReuseReasons.NamesNotComparable(shared)),
            SharedPhotoKind.ReviewedApart => SignalResult.Evidence(
                WeighContested(context, shared), ImageReuseReasons.ReviewedApart(shared)),
            SharedPhotoKind.Contested => SignalResult.Evidence(
                WeighContested(context, shared), ImageReuseReasons.Contested(shared)),
            _ => throw new InvalidOperationException($"Unknown kind of shared photo: {shared.Kind}."),
        };
        return result with { Matches = Matches(shared) };
    }

    /// <summary>
    /// What the group adds to what is counted elsewhere. The judgment is a probability over three explanations: different
    /// people contest the photo; it is a stock picture, and history alone speaks; the names are one person's after all, and
    /// then this is a second account, whose thin history says nothing. It includes prior, own history and names, so what
    /// the other signals will add of those is taken off again. The prior cancels where the photo is contested: of two who
    /// claim one photo, one took it, however rare fakes are elsewhere.
    /// </summary>
    private static double WeighContested(ProfileContext context, SharedPhoto shared)
    {
        var own = context.Standing.EvidenceBits;
        var byHistory = WeightOfEvidence.ToProbability(context.PriorBits + own);
        var secondAccount = WeightOfEvidence.ToProbability(context.PriorBits + Math.Min(own, 0));
        var contested = (shared.StockProbability * byHistory) + ((1 - shared.StockProbability) * shared.FakeProbability);
        var different = shared.DifferentPeopleProbability;
        var fake = (different * contested) + ((1 - different) * secondAccount);
        var posterior = Math.Clamp(Math.Log2(fake / (1 - fake)), -MaximumPosteriorBits, MaximumPosteriorBits);
        return posterior - context.PriorBits
            - (context.Counts(BuiltInEvidence.History) ? own : 0)
            - (context.Counts(BuiltInEvidence.Names) ? NameConflict.EvidenceBits(shared.Conflict) : 0);
    }

    private ImmutableArray<PhotoMatch> Matches(SharedPhoto shared) =>
        [.. shared.Uses.Uses.Take(options.MaximumMatches).Select(use => new PhotoMatch(use.Holder.Id, use.Distance, use.Transform)
        {
            Alteration = use.Alteration,
            Person = shared.PersonOf.TryGetValue(use.Holder.Id, out var person) ? person : null,
        })];
}
