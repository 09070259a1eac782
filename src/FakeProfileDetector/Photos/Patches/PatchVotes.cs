using System.Runtime.CompilerServices;

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

    // In pixels of the working size.
    private const double RoughTolerance = 40;

    // Of photographs' few dozen matches most agree on one placement: it is worked out once.
    private const int MaximumSeen = 64;

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
        Span<PairedPlaces> pairs = stackalloc PairedPlaces[matches.Length];
        for (var i = 0; i < pairs.Length; i++)
        {
            pairs[i] = PairedPlaces.Of(query, stored, matches[i]);
        }

        // A patch of either photo votes once.
        Span<int> agreeing = stackalloc int[PhotoPatches.MaximumCount];
        Span<Voters> seen = stackalloc Voters[MaximumSeen];
        var seenCount = 0;
        var bestError = double.PositiveInfinity;
        for (var seed = 0; seed < pairs.Length && comparisons < MaximumComparisons; seed++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var isMirrored = pairs[seed].IsMirrored;
            var seenBefore = seen[..seenCount];
            var map = pairs[seed].Propose();
            var (count, error, voters) = (0, 0.0, default(Voters));
            for (var round = 0; round < Rounds; round++)
            {
                comparisons += pairs.Length;
                var before = voters;
                (count, error, voters) = Agree(pairs, map, isMirrored, isRough: round == 0, agreeing);
                if (round > 1 && voters == before)
                {
                    // Whoever agrees again leads to the same placement.
                    break;
                }

                if (count < 2 || Fit(pairs, agreeing[..count]) is not { } fitted)
                {
                    break;
                }

                map = fitted;
                if (round == 0)
                {
                    continue;
                }

                if (seenBefore.Contains(voters))
                {
                    // They have agreed on this placement before, led by another match.
                    count = 0;
                    break;
                }

                if (seenCount < seen.Length)
                {
                    seen[seenCount++] = voters;
                }
            }

            var (scale, turn) = (Math.Sqrt(Math.Abs(map.Determinant)), Math.Abs(Math.Atan2(map.C, map.A)) * 180 / Math.PI);
            if (count >= 1 && scale is >= MinimumScale and <= MaximumScale && turn <= MaximumTurnDegrees
                && (count > best.Votes || (count == best.Votes && error < bestError)))
            {
                best = new(map, isMirrored, count, Extent(stored, matches, agreeing[..count]));
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (int Count, double Error, Voters Voters) Agree(
        ReadOnlySpan<PairedPlaces> pairs, Affine map, bool isMirrored, bool isRough, Span<int> agreeing)
    {
        var count = 0;
        var sum = 0.0;
        ulong usedQueries = 0;
        ulong usedStored = 0;
        var scale = Math.Sqrt(Math.Abs(map.Determinant));
        var (least, most) = (scale / ScaleTolerance, scale * ScaleTolerance);
        for (var i = 0; i < pairs.Length; i++)
        {
            ref readonly var pair = ref pairs[i];
            if (pair.IsMirrored != isMirrored || !(pair.Ratio > least && pair.Ratio < most)
                || (usedQueries >> pair.Query & 1) != 0 || (usedStored >> pair.Stored & 1) != 0)
            {
                continue;
            }

            var (mappedX, mappedY) = map.Map(pair.X, pair.Y);
            var (dx, dy) = (mappedX - pair.U, mappedY - pair.V);
            var squared = (dx * dx) + (dy * dy);

            // The first proposal knows angle and scale roughly only, and the further away a patch the more that counts.
            var tolerance = isRough ? RoughTolerance : pair.Tolerance;
            if (squared <= tolerance * tolerance)
            {
                agreeing[count++] = i;
                sum += Math.Sqrt(squared);
                usedQueries |= 1UL << pair.Query;
                usedStored |= 1UL << pair.Stored;
            }
        }

        return (count, sum / Math.Max(count, 1), new(usedQueries, usedStored, isMirrored));
    }

    /// <summary>The similarity of least squares.</summary>
    private static Affine? Fit(ReadOnlySpan<PairedPlaces> pairs, ReadOnlySpan<int> agreeing)
    {
        double meanX = 0, meanY = 0, meanU = 0, meanV = 0;
        foreach (var i in agreeing)
        {
            meanX += pairs[i].X;
            meanY += pairs[i].Y;
            meanU += pairs[i].U;
            meanV += pairs[i].V;
        }

        (meanX, meanY, meanU, meanV) = (meanX / agreeing.Length, meanY / agreeing.Length, meanU / agreeing.Length, meanV / agreeing.Length);
        double along = 0, across = 0, spread = 0;
        foreach (var i in agreeing)
        {
            var (dx, dy, du, dv) = (pairs[i].X - meanX, pairs[i].Y - meanY, pairs[i].U - meanU, pairs[i].V - meanV);
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

    /// <summary>Who agrees: the patches of both photos, a bit each.</summary>
    private readonly record struct Voters(ulong Query, ulong Stored, bool IsMirrored);

    /// <summary>Where a match has its two patches.</summary>
    private readonly struct PairedPlaces
    {
        internal bool IsMirrored { get; private init; }

        internal int Query { get; private init; }

        internal int Stored { get; private init; }

        /// <summary>In the photo asked about, mirrored where the match is.</summary>
        internal double X { get; private init; }

        internal double Y { get; private init; }

        /// <summary>In the stored photo.</summary>
        internal double U { get; private init; }

        internal double V { get; private init; }

        /// <summary>How much larger the stored photo shows it.</summary>
        internal double Ratio { get; private init; }

        /// <summary>How far off it may lie.</summary>
        internal double Tolerance { get; private init; }

        private int Turn { get; init; }

        internal static PairedPlaces Of(PhotoPatches query, PhotoPatches stored, PatchMatch match)
        {
            var (own, other) = (query.Places[match.Query], stored.Places[match.Stored]);
            return new()
            {
                IsMirrored = match.IsMirrored,
                Query = match.Query,
                Stored = match.Stored,
                X = match.IsMirrored ? query.Width - own.X : own.X,
                Y = own.Y,
                U = other.X,
                V = other.Y,
                Ratio = other.Sigma / own.Sigma,
                Tolerance = 2 + (1.5 * other.Sigma),
                Turn = match.Turn,
            };
        }

        /// <summary>The similarity that this match alone tells.</summary>
        internal Affine Propose()
        {
            // A patch turned clockwise looks like the stored one, so the photo asked about has to be turned back; a mirrored one the other way.
            var angle = -Turn * PatchExtractor.TurnDegrees * Math.PI / 180 * (IsMirrored ? -1 : 1);
            var map = Affine.Similarity(Ratio, angle, 0, 0);
            var (mappedX, mappedY) = map.Map(X, Y);
            return map with { X = U - mappedX, Y = V - mappedY };
        }
    }
}
