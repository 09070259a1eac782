using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FakeProfileDetector.Photos.Patches;

/// <summary>Tells drawings of few flat colors (tiles, icons, pages, cards of text) from photographs, by a thumbnail.</summary>
/// <remarks>In a photograph neighboring samples mostly differ a little; in a flat drawing not at all, or by much.</remarks>
internal static class DrawnPicture
{
    private const int Side = PatchThumbnail.Side;

    private static int LastGroup => Side - Vector256<float>.Count;

    // In steps of luma; a thumbnail has steps of four, so that one step is rounding.
    private const float LeastDifference = 6;
    private const float Sharp = 26;

    // Share of the two most frequent levels, less softness: portraits reach 0.16, tiles and icons 0.2 to 0.7.
    private const double MinimumFlatness = 0.18;

    // Levels, and how many to both sides count as one.
    private const int Step = 4;
    private const int Levels = 256 / Step;
    private const int Reach = 2;

    /// <summary>Whether a thumbnail is of a flat drawing.</summary>
    /// <param name="samples">Luma.</param>
    internal static bool Is(ReadOnlySpan<float> samples) => ShareOfTwoLevels(samples) - Softness(samples) >= MinimumFlatness;

    private static double ShareOfTwoLevels(ReadOnlySpan<float> samples)
    {
        Span<int> counts = stackalloc int[Levels];
        counts.Clear();
        foreach (var sample in samples)
        {
            counts[Math.Clamp((int)sample / Step, 0, Levels - 1)]++;
        }

        return (Take(counts) + Take(counts)) / (double)samples.Length;
    }

    private static int Take(Span<int> counts)
    {
        var (middle, most) = (0, 0);
        for (var level = 0; level < Levels; level++)
        {
            var count = 0;
            for (var near = Math.Max(level - Reach, 0); near <= Math.Min(level + Reach, Levels - 1); near++)
            {
                count += counts[near];
            }

            (middle, most) = count > most ? (level, count) : (middle, most);
        }

        counts[Math.Max(middle - Reach, 0)..(Math.Min(middle + Reach, Levels - 1) + 1)].Clear();
        return most;
    }

    /// <summary>Of the neighbors that differ: the share of those that differ a little, 0–1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Softness(ReadOnlySpan<float> samples)
    {
        var (different, sharp) = (0, 0);
        for (var y = 0; y < Side; y++)
        {
            // A row with the next, and each sample with the next in its row: the last group ends with the row.
            var row = samples.Slice(y * Side, Side);
            for (var x = 0; x < Side && y + 1 < Side; x += Vector256<float>.Count)
            {
                Count(row[x..], samples[((y + 1) * Side + x)..], uint.MaxValue, ref different, ref sharp);
            }

            for (var x = 0; x < Side - Vector256<float>.Count; x += Vector256<float>.Count)
            {
                Count(row[x..], row[(x + 1)..], uint.MaxValue, ref different, ref sharp);
            }

            // The one before the last group was counted with it.
            Count(row[(LastGroup - 1)..], row[LastGroup..], ~1u, ref different, ref sharp);
        }

        return (different - sharp) / (double)Math.Max(different, 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Count(ReadOnlySpan<float> some, ReadOnlySpan<float> next, uint lanes, ref int different, ref int sharp)
    {
        var difference = Vector256.Abs(Vector256.Create(some) - Vector256.Create(next));
        different += BitOperations.PopCount(Vector256.GreaterThanOrEqual(difference, Vector256.Create(LeastDifference)).ExtractMostSignificantBits() & lanes);
        sharp += BitOperations.PopCount(Vector256.GreaterThanOrEqual(difference, Vector256.Create(Sharp)).ExtractMostSignificantBits() & lanes);
    }
}
