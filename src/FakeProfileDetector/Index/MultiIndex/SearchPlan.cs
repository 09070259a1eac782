using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Numerics;
using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Index.MultiIndex;

/// <summary>How one segment is searched for one radius: which buckets of which bands, and which postings in them.</summary>
/// <remarks>
/// The pigeonhole can be closed further ("pigeonring": J. Qin, C. Xiao, VLDB 12(1), 2018). With the band radii r(i) of
/// <see cref="BandPlan"/>, the numbers d(i) − (r(i) + 1) sum to −1 or less over the ring, and then there is a band to start
/// from such that every partial sum along the ring is −1 or less. So it is enough to look from each band i for entries with
/// d(i) ≤ r(i) <em>and</em> d(i) + d(i+1) ≤ r(i) + r(i+1) + 1, and so on. The fingerprint of a posting, the 16 bits behind the
/// band, tells that without the hash: 16 bits of a wider band are at most as far apart as the whole band, so nothing is
/// missed.
/// </remarks>
internal sealed class SearchPlan
{
    /// <summary>Most buckets that one step of the search looks at.</summary>
    internal const int StepLength = 32;

    private static readonly ConcurrentDictionary<(int Width, int Radius), uint[]> Balls = new();

    private SearchPlan() => (Bands, Steps) = ([], []);

    /// <summary>Creates the plan for given radii.</summary>
    /// <param name="plan">The bands.</param>
    /// <param name="radii">The radius of each band; −1: the band is not looked at.</param>
    /// <param name="sampledBudget">How many bits band and fingerprint together may differ in, where the plan does not tell.</param>
    internal SearchPlan(BandPlan plan, ReadOnlySpan<int> radii, int? sampledBudget = null)
    {
        var bands = new List<BandSearch>();
        var steps = new List<SearchStep>();
        for (var i = 0; i < radii.Length; i++)
        {
            if (radii[i] >= 0)
            {
                var ball = Balls.GetOrAdd((plan.Bands[i].Width, radii[i]), static of => Ball(of.Width, of.Radius));
                var count = (ball.Length + StepLength - 1) / StepLength;
                for (var step = 0; step < count; step++)
                {
                    var first = ball.Length * step / count;
                    steps.Add(new(bands.Count, first, (ball.Length * (step + 1) / count) - first));
                }

                var budget = sampledBudget ?? ChainBudget(plan, radii, i);
                bands.Add(new(i, plan.Bands[i], radii[i], budget, ball, BudgetsOf(ball, budget)));
            }
        }

        (Bands, Steps) = ([.. bands], [.. steps]);
    }

    /// <summary>Compare with every hash: what is cheapest for great radii and few entries.</summary>
    internal static SearchPlan Scan { get; } = new();

    /// <summary>The bands to look at, in order.</summary>
    internal ImmutableArray<BandSearch> Bands { get; }

    /// <summary>All look-ups, cut into pieces that are prefetched as one.</summary>
    internal ImmutableArray<SearchStep> Steps { get; }

    internal bool IsScan => Bands.IsEmpty;

    /// <summary>Whether a hash within the radius is found from a band before this one as well, and so was reported there.</summary>
    /// <param name="band">Position in <see cref="Bands"/>.</param>
    /// <param name="query">The query.</param>
    /// <param name="hash">The hash found.</param>
    internal unsafe bool IsFoundBefore(int band, PhotoHash* query, PhotoHash* hash)
    {
        for (var i = 0; i < band; i++)
        {
            var (_, bits, radius, budget, _, _) = Bands[i];
            var difference = CircularBits.Read(query, bits.Start) ^ CircularBits.Read(hash, bits.Start);
            var inBand = BitOperations.PopCount((uint)difference & bits.Mask);
            if (inBand <= radius && inBand + BitOperations.PopCount((uint)(ushort)(difference >> bits.Width)) <= budget)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How far band and fingerprint together may be apart.</summary>
    private static int ChainBudget(BandPlan plan, ReadOnlySpan<int> radii, int start)
    {
        // Every band that the fingerprint reaches into counts as a whole, which is on the safe side.
        var budget = radii[start];
        var band = start;
        for (var covered = 0; covered < Band.FingerprintWidth; covered += plan.Bands[band].Width)
        {
            band = (band + 1) % radii.Length;
            budget += radii[band] + 1;
        }

        return budget;
    }

    /// <summary>How far fingerprints may be apart in each bucket of a ball.</summary>
    private static short[] BudgetsOf(uint[] ball, int chainBudget) =>
        [.. ball.Select(mask => (short)Math.Min(chainBudget - BitOperations.PopCount(mask), Band.FingerprintWidth))];

    /// <summary>Every number of so many bits with at most so many ones, ascending: neighbors share cache lines.</summary>
    private static uint[] Ball(int width, int radius)
    {
        var masks = new List<uint> { 0 };
        var begin = 0;
        for (var ones = 1; ones <= radius; ones++)
        {
            var end = masks.Count;
            for (; begin < end; begin++)
            {
                // Only bits above the highest set one, so that every set of bits comes up once.
                for (var bit = 32 - BitOperations.LeadingZeroCount(masks[begin]); bit < width; bit++)
                {
                    masks.Add(masks[begin] | (1u << bit));
                }
            }
        }

        masks.Sort();
        return [.. masks];
    }
}

/// <summary>What is looked for in one band.</summary>
/// <param name="Index">Position of the band in its plan.</param>
/// <param name="Band">Its bits.</param>
/// <param name="Radius">Inclusive, in bits of the band.</param>
/// <param name="ChainBudget">How many bits band and fingerprint together may differ in.</param>
/// <param name="Ball">What to flip in the query's band to get each bucket.</param>
/// <param name="Budgets">
/// How many bits the fingerprint may differ in, for each bucket; negative where the next band is not looked at, because the
/// neighbors of this one need not be either.
/// </param>
internal sealed record BandSearch(int Index, Band Band, int Radius, int ChainBudget, uint[] Ball, short[] Budgets);

/// <summary>A few buckets of one band.</summary>
/// <param name="Band">Position in <see cref="SearchPlan.Bands"/>.</param>
/// <param name="First">First element of the ball.</param>
/// <param name="Length">Elements.</param>
internal readonly record struct SearchStep(int Band, int First, int Length);
