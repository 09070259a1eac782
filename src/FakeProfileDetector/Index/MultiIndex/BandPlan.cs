using System.Collections.Immutable;
using System.Numerics;
using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Index.MultiIndex;

/// <summary>How the 256 bits of a hash are cut into bands, each of which is a table of postings.</summary>
/// <remarks>
/// <para>
/// Pigeonhole principle, refined: let every band i have a radius r(i) ≥ −1 such that the sum of all r(i) + 1 is r + 1. If two
/// hashes differ in at most r bits, then they differ in at most r(i) bits of some band i, for otherwise they would differ in
/// at least r + 1. (M. Norouzi, A. Punjani, D. Fleet, "Fast exact search in Hamming space with multi-index hashing", IEEE
/// TPAMI 36(6), 2014; general radii: J. Qin et al., "GPH: similarity search in Hamming space", ICDE 2018.)
/// </para>
/// <para>
/// Wider bands have fewer entries a bucket but need a greater radius, and the number of buckets within a radius explodes;
/// so many narrow bands are best for few entries, and few wide ones for many.
/// </para>
/// </remarks>
internal sealed class BandPlan
{
    // Beyond this the ball of a 16-bit band has more than 2,500 buckets: a scan has long won.
    private const int MaximumBandRadius = 4;

    // Sizes are rounded to powers of two, which is exact enough for choosing radii.
    private const int SizeCount = 32;

    // Measured on the benchmarks' machine, in nanoseconds: what a bucket, an entry of a bucket, and a hash of a scan cost.
    // Only their ratios matter.
    private const double BucketCost = 15;
    private const double EntryCost = 0.25;
    private const double ScanCost = 1.2;

    private readonly SearchPlan?[] _searchPlans = new SearchPlan?[(PhotoHash.BitCount + 1) * SizeCount];

    // Null: exact. Otherwise how many bits of the fingerprint may differ where the band agrees.
    private readonly int? _sampledBudget;

    private BandPlan(params ReadOnlySpan<int> widths)
        : this(sampledBudget: null, widths)
    {
    }

    private BandPlan(int? sampledBudget, params ReadOnlySpan<int> widths)
    {
        _sampledBudget = sampledBudget;
        var bands = ImmutableArray.CreateBuilder<Band>(widths.Length);
        var start = 0;
        foreach (var width in widths)
        {
            bands.Add(new(start, width));
            start += width;
        }

        Bands = bands.ToImmutable();
    }

    /// <summary>For up to some ten thousand entries: 32 look-ups, no other bucket than the query's own.</summary>
    internal static BandPlan Narrow { get; } = new([.. Enumerable.Repeat(8, 32)]);

    /// <summary>For up to some ten million entries.</summary>
    internal static BandPlan Medium { get; } = new([.. Enumerable.Repeat(16, 16)]);

    /// <summary>For up to some hundred million entries. Next to a narrower band a fingerprint rejects more, so they alternate.</summary>
    internal static BandPlan Wide { get; } = new(22, 22, 20, 22, 22, 20, 22, 22, 20, 22, 22, 20);

    /// <summary>For more.</summary>
    internal static BandPlan Widest { get; } = new(23, 23, 23, 23, 23, 23, 23, 23, 23, 23, 26);

    /// <summary>
    /// For local descriptors, of which a photo has dozens: looks at the query's own bucket of a few bands that do not cover the
    /// hash, and so finds most neighbors but not all, with a fraction of the memory and of the look-ups.
    /// </summary>
    internal static BandPlan Sampled { get; } = new(sampledBudget: 4, 16, 16, 16, 16, 16);

    /// <summary>All plans, in the order of the numbers by which snapshots name them.</summary>
    internal static ImmutableArray<BandPlan> All { get; } = [Narrow, Medium, Wide, Widest, Sampled];

    /// <summary>Whether it finds every neighbor.</summary>
    internal bool IsExact => _sampledBudget is null;

    /// <summary>The bands, in the order of the ring.</summary>
    internal ImmutableArray<Band> Bands { get; }

    /// <summary>The plan for a number of entries.</summary>
    internal static BandPlan For(long count) => count switch
    {
        <= 1 << 16 => Narrow,
        <= 50_000_000 => Medium,
        <= 200_000_000 => Wide,
        _ => Widest,
    };

    /// <summary>Whether the plan is good enough for a number of entries: changing it is expensive, so not at once.</summary>
    internal bool Suits(long count) => _sampledBudget is not null || For(count) == this || For(count / 5 * 4) == this || For(count * 4) == this;

    /// <summary>How to search for a radius among a number of entries.</summary>
    internal SearchPlan SearchPlanFor(long count, int radius)
    {
        var size = BitOperations.Log2((ulong)Math.Max(count, 1));
        ref var plan = ref _searchPlans[(radius * SizeCount) + size];
        return plan ??= CreateSearchPlan(1L << size, radius);
    }

    /// <summary>Gives the bands their radii, always raising next the band whose next radius costs least.</summary>
    /// <remarks>Each further radius of a band costs more than the one before, so this gives the least total cost.</remarks>
    private SearchPlan CreateSearchPlan(long count, int radius)
    {
        var radii = new int[Bands.Length];
        if (_sampledBudget is { } budget)
        {
            return new(this, radii, budget);
        }

        Array.Fill(radii, -1);
        var cost = 0.0;
        for (var raised = 0; raised <= radius; raised++)
        {
            var cheapest = 0;
            var least = double.PositiveInfinity;
            for (var band = 0; band < radii.Length; band++)
            {
                var next = CostOf(Bands[band].Width, radii[band] + 1, count);
                if (next < least)
                {
                    (cheapest, least) = (band, next);
                }
            }

            radii[cheapest]++;
            cost += least;
            if (cost > count * ScanCost)
            {
                return SearchPlan.Scan;
            }
        }

        return new(this, radii);
    }

    private static double CostOf(int width, int radius, long count)
    {
        if (radius > MaximumBandRadius)
        {
            return double.PositiveInfinity;
        }

        var buckets = 1.0;
        for (var i = 0; i < radius; i++)
        {
            buckets *= (double)(width - i) / (i + 1);
        }

        return buckets * (BucketCost + (EntryCost * count / Math.ScaleB(1, width)));
    }
}

/// <summary>A run of bits of the hash.</summary>
/// <param name="Start">The lowest bit, 0–255.</param>
/// <param name="Width">Bits, 1–26.</param>
internal readonly record struct Band(int Start, int Width)
{
    /// <summary>Bits of the ring behind the band that each posting carries along, so that most need no look at the hash.</summary>
    internal const int FingerprintWidth = 16;

    /// <summary>Number of buckets.</summary>
    internal int BucketCount => 1 << Width;

    internal uint Mask => (1u << Width) - 1;
}
