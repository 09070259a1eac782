namespace FakeProfileDetector.Photos.Patches;

/// <summary>How well two thumbnails agree once one is laid on the other.</summary>
/// <param name="Map">Refined, from the photo asked about to the stored one, in pixels of their working sizes.</param>
/// <param name="Correlation">Median of the local normalized cross-correlations, −1 to 1; 0 where nothing could be compared.</param>
/// <param name="OfQuery">Share of the photo asked about that the stored one shows as well, frames apart.</param>
/// <param name="OfStored">Share of the stored photo that the one asked about shows as well, frames apart.</param>
internal readonly record struct Agreement(Affine Map, double Correlation, double OfQuery, double OfStored);

/// <summary>Lays one photo's thumbnail on the other's and compares them place by place.</summary>
/// <remarks>
/// Votes alone are unsafe: strangers before the same banner agree on where it is. Only where most of the common region is
/// the same picture is the photo the same. The placement is refined first, by least squares over the pixels (B. Lucas,
/// T. Kanade, "An iterative image registration technique", IJCAI 1981), because a pixel of a thumbnail is large.
/// </remarks>
internal static class ThumbnailAlignment
{
    private const int Side = PatchThumbnail.Side;

    internal static Agreement Compare(PhotoPatches query, PhotoPatches stored, in Placement placement)
    {
        Span<float> first = stackalloc float[Side * Side];
        Span<float> second = stackalloc float[Side * Side];
        PatchThumbnail.Unpack(query.PackedThumbnail, placement.IsMirrored, first);
        PatchThumbnail.Unpack(stored.PackedThumbnail, isMirrored: false, second);

        // Both in pixels of their thumbnails.
        var toQuery = Frame(query);
        var toStored = Frame(stored);
        var map = toQuery.Inverse().Then(placement.Map).Then(toStored);

        // The coarser one is the reference: its pixels are the larger ones, of which the other's can be made.
        var swapped = Math.Abs(map.Determinant) > 1;
        var reference = swapped ? first : second;
        var other = swapped ? second : first;
        var warp = swapped ? map : map.Inverse();
        Span<float> isReference = stackalloc float[Side * Side];
        Span<float> isOther = stackalloc float[Side * Side];
        BorderMask.Find(reference, isReference);
        BorderMask.Find(other, isOther);
        var scale = Math.Sqrt(Math.Abs(warp.Determinant));
        MaskedThumbnail.Smooth(other, scale);
        MaskedThumbnail.Smooth(isOther, scale);
        var pair = new ThumbnailPair(new(reference, isReference), new(other, isOther));
        var refined = ThumbnailRefinement.Refine(pair, warp);
        var correlation = ThumbnailCorrelation.Median(pair, refined);
        if (correlation is null)
        {
            // A dark suit before a dark curtain looks like a frame as well.
            isReference.Fill(1);
            isOther.Fill(1);
            refined = ThumbnailRefinement.Refine(pair, warp);
            correlation = ThumbnailCorrelation.Median(pair, refined);
        }

        var toOther = swapped ? refined : refined.Inverse();
        var ofReference = ShareInside(pair.Reference, refined);
        var ofOther = ShareInside(pair.Other, refined.Inverse());
        return new(
            toQuery.Then(toOther).Then(toStored.Inverse()), correlation ?? 0, swapped ? ofReference : ofOther, swapped ? ofOther : ofReference);
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
