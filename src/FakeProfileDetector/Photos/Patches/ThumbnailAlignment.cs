namespace FakeProfileDetector.Photos.Patches;

/// <summary>How well two thumbnails agree once one is laid on the other.</summary>
/// <param name="Map">Refined, from the photo asked about to the stored one, in pixels of their working sizes.</param>
/// <param name="OfQuery">Share of the photo asked about that the stored one shows as well, frames apart.</param>
/// <param name="OfStored">Share of the stored photo that the one asked about shows as well, frames apart.</param>
/// <param name="Scores">The normalized cross-correlations place by place, summed up.</param>
/// <param name="Inner">Windows of the largest part that differs and lies within, not at the rim.</param>
/// <param name="Faces">Whether the faces agree.</param>
/// <param name="IsDrawn">Whether both are flat drawings.</param>
internal readonly record struct Agreement(
    Affine Map, double OfQuery, double OfStored, ScoreSummary Scores, int Inner, FaceAgreement Faces, bool IsDrawn)
{
    /// <summary>Median of the local normalized cross-correlations, −1 to 1; 0 where nothing could be compared.</summary>
    internal double Correlation => Scores.Median;
}

/// <summary>Lays one photo's thumbnail on the other's and compares them place by place.</summary>
/// <remarks>
/// Votes alone are unsafe: strangers before the same banner agree on where it is. Only where most of the common region is
/// the same picture is the photo the same. The placement is refined first, by least squares over the pixels (B. Lucas,
/// T. Kanade, "An iterative image registration technique", IJCAI 1981), because a pixel of a thumbnail is large.
/// </remarks>
internal static class ThumbnailAlignment
{
    private const int Side = PatchThumbnail.Side;
    private const int CoarseWindow = 5;
    private const int FineWindow = 3;
    private const int MinimumWindows = 16;

    /// <summary>Compares two photos that patches have placed.</summary>
    /// <param name="query">The photo asked about.</param>
    /// <param name="stored">The stored photo.</param>
    /// <param name="placement">From the one to the other, in pixels of their working sizes.</param>
    /// <param name="faces">Where their faces are.</param>
    /// <param name="withoutGround">Whether plain ground is left out like a frame.</param>
    internal static Agreement Compare(
        PhotoPatches query, PhotoPatches stored, in Placement placement, in FacesOfBoth faces = default, bool withoutGround = false)
    {
        Span<float> first = stackalloc float[Side * Side];
        PatchThumbnail.Unpack(query.PackedThumbnail, placement.IsMirrored, first);

        // Both in pixels of their thumbnails.
        var toQuery = Frame(query);
        var toStored = Frame(stored);
        var agreement = Compare(first, stored, toQuery.Inverse().Then(placement.Map).Then(toStored), placement.IsMirrored, faces, withoutGround);
        return agreement with { Map = toQuery.Then(agreement.Map).Then(toStored.Inverse()) };
    }

    /// <summary>Compares two photos whose wholes are alike.</summary>
    /// <param name="query">The photo asked about.</param>
    /// <param name="stored">The stored photo.</param>
    /// <param name="transform">How the photo asked about has to be turned first.</param>
    /// <param name="isNegative">Whether its colors have to be inverted first.</param>
    /// <param name="faces">Where their faces are; those of the photo asked about count only if it is upright or mirrored.</param>
    internal static Agreement CompareWhole(PhotoPatches query, PhotoPatches stored, DihedralTransform transform, bool isNegative, in FacesOfBoth faces = default)
    {
        Span<float> upright = stackalloc float[Side * Side];
        Span<float> turned = stackalloc float[Side * Side];
        PatchThumbnail.Unpack(query.PackedThumbnail, isMirrored: false, upright);
        PatchThumbnail.Turn(upright, transform, turned);
        if (isNegative)
        {
            foreach (ref var sample in turned)
            {
                sample = byte.MaxValue - sample;
            }
        }

        var known = transform is DihedralTransform.None or DihedralTransform.Mirror ? faces : faces with { OfQuery = null };
        return Compare(turned, stored, new(1, 0, 0, 0, 1, 0), transform == DihedralTransform.Mirror, known, withoutGround: false);
    }

    /// <summary>Compares by a map in samples of the thumbnails; the agreement's map is in samples as well.</summary>
    private static Agreement Compare(
        Span<float> first, PhotoPatches stored, Affine map, bool isMirrored, in FacesOfBoth faces, bool withoutGround)
    {
        Span<float> second = stackalloc float[Side * Side];
        PatchThumbnail.Unpack(stored.PackedThumbnail, isMirrored: false, second);
        var (isFirstDrawn, isSecondDrawn) = (DrawnPicture.Is(first), DrawnPicture.Is(second));

        // The coarser one is the reference: its pixels are the larger ones, of which the other's can be made.
        var swapped = Math.Abs(map.Determinant) > 1;
        var reference = swapped ? first : second;
        var other = swapped ? second : first;
        var warp = swapped ? map : map.Inverse();
        Span<float> isReference = stackalloc float[Side * Side];
        Span<float> isOther = stackalloc float[Side * Side];
        var isReferenceFramed = BorderMask.Find(reference, withoutGround, swapped ? isFirstDrawn : isSecondDrawn, isReference);
        var isOtherFramed = BorderMask.Find(other, withoutGround, swapped ? isSecondDrawn : isFirstDrawn, isOther);
        var scale = Math.Sqrt(Math.Abs(warp.Determinant));
        MaskedThumbnail.Smooth(other, scale);
        if (isOtherFramed)
        {
            MaskedThumbnail.Smooth(isOther, scale);
        }

        var pair = new ThumbnailPair(new(reference, isReferenceFramed ? isReference : []), new(other, isOtherFramed ? isOther : []));
        Span<float> warped = stackalloc float[Side * Side];
        Span<float> coarse = stackalloc float[Side * Side];
        var refined = ThumbnailRefinement.Refine(pair, warp);
        var scores = Score(pair, refined, warped, coarse);
        if (scores.Count < MinimumWindows)
        {
            // A dark suit before a dark curtain looks like a frame as well.
            pair = new(new(reference, []), new(other, []));
            refined = ThumbnailRefinement.Refine(pair, warp);
            scores = Score(pair, refined, warped, coarse);
        }

        Span<float> fine = stackalloc float[Side * Side];
        WindowScores.Compare(reference, warped, FineWindow, fine);
        Span<FaceBounds> bounds = stackalloc FaceBounds[FacesOfBoth.MaximumCount];
        bounds = bounds[..faces.Lay(refined.Inverse(), isMirrored, swapped, bounds)];
        var ofReference = ShareInside(pair.Reference, refined);
        var ofOther = ShareInside(pair.Other, refined.Inverse());
        return new(
            swapped ? refined : refined.Inverse(),
            swapped ? ofReference : ofOther,
            swapped ? ofOther : ofReference,
            scores.Count < MinimumWindows ? default : scores,
            InnerDifference.Largest(coarse, warped),
            FaceComparison.Compare(bounds, warped, coarse, fine),
            isFirstDrawn && isSecondDrawn);
    }

    private static ScoreSummary Score(ThumbnailPair pair, Affine map, Span<float> warped, Span<float> scores)
    {
        WindowScores.Warp(pair, map, warped);
        WindowScores.Compare(pair.Reference.Values, warped, CoarseWindow, scores);
        return ScoreSummary.Of(scores);
    }

    private static Affine Frame(PhotoPatches photo) =>
        new((double)Side / photo.Width, 0, -0.5, 0, (double)Side / photo.Height, -0.5);

    /// <summary>The part of a picture, its frame left out, that lies within the other one.</summary>
    private static double ShareInside(MaskedThumbnail thumbnail, Affine map)
    {
        var (all, inside) = (0, 0);
        for (var y = 0; y < Side; y++)
        {
            for (var x = 0; x < Side; x++)
            {
                if (thumbnail.IsPicture(x, y))
                {
                    var (u, v) = map.Map(x, y);
                    all++;
                    inside += u is >= -0.5 and <= Side - 0.5 && v is >= -0.5 and <= Side - 0.5 ? 1 : 0;
                }
            }
        }

        return inside / (double)Math.Max(all, 1);
    }
}
