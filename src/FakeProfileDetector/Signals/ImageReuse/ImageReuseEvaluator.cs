using System.Collections.Immutable;
using FakeProfileDetector.SharedPhotos;

namespace FakeProfileDetector.Signals.ImageReuse;

internal sealed class ImageReuseEvaluator(ImageReuseOptions options) : IBuiltInSignal
{
    public string Name => ImageReuseSignal.SignalName;

    public BuiltInEvidence Evidence => BuiltInEvidence.Photo;

    public bool MayReachLikelyFake => true;

    public ValueTask<SignalResult> EvaluateAsync(ProfileContext context, CancellationToken cancellationToken) => new(Evaluate(context));

    private SignalResult Evaluate(ProfileContext context)
    {
        if (context.Photo is not { } photo)
        {
            return SignalResult.Abstain(ImageReuseReasons.NoPhoto);
        }

        if (!photo.IsUsable)
        {
            // Whoever sends a photo that cannot be read must not be accepted for it.
            return SignalResult.Inconclusive(ImageReuseReasons.Unusable(photo.Failure));
        }

        if (context.SharedPhoto is not { } shared)
        {
            return SignalResult.Failure(context.PhotoSearchFailure ?? ImageReuseReasons.NotSearched, isInconclusive: true);
        }

        var result = shared.Kind switch
        {
            SharedPhotoKind.NotCompared => SignalResult.Inconclusive(ImageReuseReasons.Featureless(photo.Fingerprint.Quality)),
            SharedPhotoKind.Unique => SignalResult.Evidence(options.UniquePhotoBits, ImageReuseReasons.Unique),
            SharedPhotoKind.Similar => SignalResult.Neutral(ImageReuseReasons.Similar(shared.Uses)),
            SharedPhotoKind.Template => SignalResult.Neutral(ImageReuseReasons.Template(shared.Uses)),
            SharedPhotoKind.Benign => SignalResult.Abstain(ImageReuseReasons.Benign(shared.Uses)),
            SharedPhotoKind.StockPicture => SignalResult.Abstain(ImageReuseReasons.StockPicture(shared)),
            SharedPhotoKind.Generated => SignalResult.Abstain(ImageReuseReasons.Generated(shared.Uses)),
            SharedPhotoKind.SamePerson => SignalResult.Evidence(0, ImageReuseReasons.SamePerson(shared)),
            SharedPhotoKind.NamesNotComparable => SignalResult.Evidence(0, ImageReuseReasons.NamesNotComparable(shared)),
            SharedPhotoKind.ReviewedApart => SignalResult.Evidence(WhatThePhotoAdds(context, shared), ImageReuseReasons.ReviewedApart(shared)),
            SharedPhotoKind.GoodFaith => SignalResult.Evidence(WhatThePhotoAdds(context, shared), ImageReuseReasons.GoodFaith(shared)),
            SharedPhotoKind.Contested => SignalResult.Evidence(WhatThePhotoAdds(context, shared), ImageReuseReasons.Contested(shared)),
            _ => throw new InvalidOperationException($"Unknown kind of shared photo: {shared.Kind}."),
        };
        result = result.WithMatches(Matches(shared));
        result = photo.IsTruncated ? result.With(ImageReuseReasons.Truncated) : result;
        result = context.RelationsFailure is { } failure ? result.With(failure) : result;

        return shared.MayReport ? result : result.BelowLikelyFake();
    }

    /// <summary>
    /// The judgment includes prior, own history and names: what the other signals will add of those is taken off again.
    /// </summary>
    private static double WhatThePhotoAdds(ProfileContext context, SharedPhoto shared)
    {
        var own = context.Standing.EvidenceBits;
        return shared.PosteriorBits(context.PriorBits, own) - context.PriorBits
            - (context.Counts(BuiltInEvidence.History) ? own : 0)
            - (context.Counts(BuiltInEvidence.Names) ? shared.NameBits : 0);
    }

    private ImmutableArray<PhotoMatch> Matches(SharedPhoto shared) =>
        [.. shared.Uses.Uses.Take(options.MaximumMatches).Select(use => new PhotoMatch(use.Holder.Id, use.Distance, use.Transform)
        {
            Alteration = use.Alteration,
            Person = shared.PersonOf.TryGetValue(use.Holder.Id, out var person) ? person : null,
        })];
}
