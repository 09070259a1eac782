namespace FakeProfileDetector.Photos.Patches;

/// <summary>
/// Tells a picture that was put into a page, a border or beside another picture from one that was cut out of a larger photo:
/// where a photo was cut it goes on beyond the cut, where it was put into something a straight edge runs all along its side.
/// </summary>
internal static class PutAround
{
    private const int Side = PatchThumbnail.Side;
    private const int Points = 16;
    private const int MinimumPoints = 10;

    // In samples of the thumbnail from the side of the inner picture: where it is compared, and where its own texture is measured.
    private const double Near = 1.0;
    private const double Far = 2.5;

    // In steps of luma, and beside the changes over the same distance within either picture.
    private const double MinimumJump = 9;
    private const double MinimumRatio = 1.8;

    /// <summary>Whether the sides of the inner picture are edges in the outer one, on half of the sides beyond which that goes on.</summary>
    /// <param name="outer">The picture that shows more.</param>
    /// <param name="isOuterMirrored">Whether the map leads into the mirrored outer picture.</param>
    /// <param name="innerWidth">Width of the inner picture in pixels of its working size.</param>
    /// <param name="innerHeight">Height of the inner picture in pixels of its working size.</param>
    /// <param name="map">From pixels of the inner picture to those of the outer one.</param>
    /// <returns>False where the outer picture has no thumbnail or does not go on beyond any side.</returns>
    internal static bool IsFrame(PhotoPatches outer, bool isOuterMirrored, int innerWidth, int innerHeight, Affine map)
    {
        if (!outer.HasThumbnail)
        {
            return false;
        }

        Span<float> samples = stackalloc float[Side * Side];
        PatchThumbnail.Unpack(outer.PackedThumbnail, isOuterMirrored, samples);
        map = map.Then(new((double)Side / outer.Width, 0, -0.5, 0, (double)Side / outer.Height, -0.5));
        var (extended, edges) = (0, 0);
        foreach (var (fromX, fromY, toX, toY) in ((int, int, int, int)[])[(0, 0, 0, 1), (1, 0, 1, 1), (0, 0, 1, 0), (0, 1, 1, 1)])
        {
            var from = map.Map(fromX * innerWidth, fromY * innerHeight);
            var to = map.Map(toX * innerWidth, toY * innerHeight);
            var inside = map.Map(innerWidth / 2.0, innerHeight / 2.0);
            if (MeasureSide(samples, from, to, inside) is { } isEdge)
            {
                extended++;
                edges += isEdge ? 1 : 0;
            }
        }

        return extended > 0 && edges * 2 >= extended;
    }

    /// <summary>Whether one side is an edge; null where the outer picture ends there.</summary>
    private static bool? MeasureSide(
        ReadOnlySpan<float> samples, (double X, double Y) from, (double X, double Y) to, (double X, double Y) inside)
    {
        var (x, y) = (to.X - from.X, to.Y - from.Y);
        var length = Math.Sqrt((x * x) + (y * y));
        var (outX, outY) = (y / length, -x / length);
        if ((outX * (from.X - inside.X)) + (outY * (from.Y - inside.Y)) < 0)
        {
            (outX, outY) = (-outX, -outY);
        }

        var (count, jump, texture) = (0, 0.0, 0.0);
        for (var point = 0; point < Points; point++)
        {
            var along = (point + 0.5) / Points;
            var (atX, atY) = (from.X + (along * x), from.Y + (along * y));
            if (Sample(samples, atX - (Far * outX), atY - (Far * outY)) is { } deep
                && Sample(samples, atX - (Near * outX), atY - (Near * outY)) is { } just
                && Sample(samples, atX + (Near * outX), atY + (Near * outY)) is { } beyond
                && Sample(samples, atX + (Far * outX), atY + (Far * outY)) is { } far)
            {
                count++;
                jump += Math.Abs(beyond - just);
                texture += (Math.Abs(deep - just) + Math.Abs(far - beyond)) / 2 * (2 * Near / (Far - Near));
            }
        }

        return count < MinimumPoints ? null : jump >= MinimumJump * count && jump >= MinimumRatio * texture;
    }

    private static double? Sample(ReadOnlySpan<float> samples, double x, double y)
    {
        if (x < 0 || y < 0 || x > Side - 1 || y > Side - 1)
        {
            return null;
        }

        var (left, top) = (Math.Min((int)x, Side - 2), Math.Min((int)y, Side - 2));
        var (u, v) = (x - left, y - top);
        var at = (top * Side) + left;
        return ((1 - v) * (((1 - u) * samples[at]) + (u * samples[at + 1]))) + (v * (((1 - u) * samples[at + Side]) + (u * samples[at + Side + 1])));
    }
}
