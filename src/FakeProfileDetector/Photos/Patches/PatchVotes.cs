namespace FakeProfileDetector.Photos.Patches;

/// <summary>The placement that most matches agree on.</summary>
/// <param name="Map">From the photo asked about (mirrored, where it says so) to the stored one, both in pixels of their working sizes.</param>
/// <param name="IsMirrored">Whether the photo asked about has to be mirrored first.</param>
/// <param name="Votes">Patches that agree.</param>
/// <param name="Extent">How far apart they lie in the stored photo: the longer side of the box around them, in sides of a square of its area.</param>
internal readonly record struct Placement(Affine Map, bool IsMirrored, int Votes, double Extent);

/// <summary>Finds the similarity that matched patches agree on: each match alone proposes one, the others second it.</summary>
internal static class PatchVotes
{
    internal const double MinimumScale = 0.35;
    internal const double MaximumScale = 2.8;
    internal const double MaximumTurnDegrees = 12;

    // A patch tells its own scale to within a third.
    private const double ScaleTolerance = 1.4;
    private const int Rounds = 4;

    /// <summary>
    /// Comparisons of a match with a placement after which no further match proposes one: 262,144. Up to 256 matches, several
    /// times as many as photographs have, all of them do.
    /// </summary>
    internal const int MaximumComparisons = Rounds * 256 * 256;

    /// <summary>Lets every match propose a placement, or the nearest of them where there are very many, and takes the one with most votes.</summary>
    /// <param name="query">The photo asked about.</param>
    /// <param name="stored">The stored photo.</param>
    /// <param name="matches">Nearest first.</param>
    /// <param name="comparisons">How often a match was compared with a placement: <see cref="MaximumComparisons"/> or little more.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>The placement; without votes where there is none.</returns>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    internal static Placement Find(
        PhotoPatches query, PhotoPatches stored, ReadOnlySpan<PatchMatch> matches, out long comparisons, CancellationToken cancellationToken)
    {
        comparisons = 0;
        var best = default(Placement);

        // A patch of either photo votes once.
        Span<int> agreeing = stackalloc int[PhotoPatches.MaximumCount];
        var bestError = double.PositiveInfinity;
        foreach (var seed in matches)
        {
            if (comparisons >= MaximumComparisons)
            {
                break;
            }

            cancellationToken.ThrowIfCancellationRequested();
            var map = Propose(query, stored, seed);
            var (count, error) = (0, 0.0);
            for (var round = 0; round < Rounds; round++)
            {
                comparisons += matches.Length;
                (count, error) = Agree(query, stored, matches, map, seed.IsMirrored, isRough: round == 0, agreeing);
                if (count < 2 || Fit(query, stored, matches, agreeing[..count], seed.IsMirrored) is not { } fitted)
                {
                    break;
                }

                map = fitted;
            }

            var (scale, turn) = (Math.Sqrt(Math.Abs(map.Determinant)), Math.Abs(Math.Atan2(map.C, map.A)) * 180 / Math.PI);
            if (count >= 1 && scale is >= MinimumScale and <= MaximumScale && turn <= MaximumTurnDegrees
                && (count > best.Votes || (count == best.Votes && error < bestError)))
            {
                best = new(map, seed.IsMirrored, count, Extent(stored, matches, agreeing[..count]));
                bestError = error;
            }
        }

        return best;
    }

    private static double Extent(PhotoPatches stored, ReadOnlySpan<PatchMatch> matches, ReadOnlySpan<int> agreeing)
    {
        var (left, top, right, bottom) = (float.MaxValue, float.MaxValue, 0f, 0f);
        foreach (var i in agreeing)
        {
            var place = stored.Places[matches[i].Stored];
            (left, top, right, bottom) = (Math.Min(left, place.X), Math.Min(top, place.Y), Math.Max(right, place.X), Math.Max(bottom, place.Y));
        }

        return Math.Max(right - left, bottom - top) / Math.Sqrt((double)stored.Width * stored.Height);
    }

    private static (double X, double Y) QueryPoint(PhotoPatches query, int patch, bool isMirrored)
    {
        var place = query.Places[patch];
        return (isMirrored ? query.Width - place.X : place.X, place.Y);
    }

    private static Affine Propose(PhotoPatches query, PhotoPatches stored, PatchMatch match)
    {
        var (x, y) = QueryPoint(query, match.Query, match.IsMirrored);
        var place = stored.Places[match.Stored];

        // A patch turned clockwise looks like the stored one, so the photo asked about has to be turned back; a mirrored one the other way.
        var angle = -match.Turn * PatchExtractor.TurnDegrees * Math.PI / 180 * (match.IsMirrored ? -1 : 1);
        var map = Affine.Similarity(place.Sigma / query.Places[match.Query].Sigma, angle, 0, 0);
        var (mappedX, mappedY) = map.Map(x, y);
        return map with { X = place.X - mappedX, Y = place.Y - mappedY };
    }

    private static (int Count, double Error) Agree(
        PhotoPatches query, PhotoPatches stored, ReadOnlySpan<PatchMatch> matches, Affine map, bool isMirrored, bool isRough, Span<int> agreeing)
    {
        var count = 0;
        var sum = 0.0;
        ulong usedQueries = 0;
        ulong usedStored = 0;
        var scale = Math.Sqrt(Math.Abs(map.Determinant));
        for (var i = 0; i < matches.Length; i++)
        {
            var match = matches[i];
            if (match.IsMirrored != isMirrored || (usedQueries >> match.Query & 1) != 0 || (usedStored >> match.Stored & 1) != 0)
            {
                continue;
            }

            var place = stored.Places[match.Stored];
            var ratio = place.Sigma / query.Places[match.Query].Sigma / scale;
            var (x, y) = QueryPoint(query, match.Query, isMirrored);
            var (mappedX, mappedY) = map.Map(x, y);
            var error = Math.Sqrt(Math.Pow(mappedX - place.X, 2) + Math.Pow(mappedY - place.Y, 2));

            // The first proposal knows angle and scale roughly only, and the further away a patch the more that counts.
            var tolerance = isRough ? 40 : 2 + (1.5 * place.Sigma);
            if (ratio is > 1 / ScaleTolerance and < ScaleTolerance && error <= tolerance)
            {
                agreeing[count++] = i;
                sum += error;
                usedQueries |= 1UL << match.Query;
                usedStored |= 1UL << match.Stored;
            }
        }

        return (count, sum / Math.Max(count, 1));
    }

    /// <summary>The similarity of least squares.</summary>
    private static Affine? Fit(PhotoPatches query, PhotoPatches stored, ReadOnlySpan<PatchMatch> matches, ReadOnlySpan<int> agreeing, bool isMirrored)
    {
        double meanX = 0, meanY = 0, meanU = 0, meanV = 0;
        foreach (var i in agreeing)
        {
            var (x, y) = QueryPoint(query, matches[i].Query, isMirrored);
            var place = stored.Places[matches[i].Stored];
            meanX += x / agreeing.Length;
            meanY += y / agreeing.Length;
            meanU += place.X / agreeing.Length;
            meanV += place.Y / agreeing.Length;
        }

        double along = 0, across = 0, spread = 0;
        foreach (var i in agreeing)
        {
            var (x, y) = QueryPoint(query, matches[i].Query, isMirrored);
            var place = stored.Places[matches[i].Stored];
            var (dx, dy, du, dv) = (x - meanX, y - meanY, place.X - meanU, place.Y - meanV);
            along += (dx * du) + (dy * dv);
            across += (dx * dv) - (dy * du);
            spread += (dx * dx) + (dy * dy);
        }

        // Patches at one place tell no angle: the proposal stands.
        if (spread < 100 * agreeing.Length)
        {
            return null;
        }

        var (a, c) = (along / spread, across / spread);
        return new(a, -c, meanU - (a * meanX) + (c * meanY), c, a, meanV - (c * meanX) - (a * meanY));
    }
}
