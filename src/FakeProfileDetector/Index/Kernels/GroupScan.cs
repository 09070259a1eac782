using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Index.Kernels;

/// <summary>A scan that compares several hashes at once, and one by one only where one of them may be within the radius.</summary>
/// <remarks>
/// From some ten thousand hashes on, memory sets the pace. Prefetching every line ahead was measured slower, once a page no
/// faster: the processor already fetches what a scan reads next.
/// </remarks>
internal static unsafe class GroupScan
{
    // Halves of unrelated hashes differ in 64 ± 6 bits: of those, three in ten thousand pass at 44.
    internal const int LargestRadiusForHalves = 44;

    /// <inheritdoc cref="IHammingKernel.IndexOfWithin"/>
    /// <typeparam name="TGroups">How several hashes are compared.</typeparam>
    internal static int IndexOfWithin<TGroups>(PhotoHash* query, PhotoHash* hashes, int count, int radius, out int distance)
        where TGroups : struct, IHashGroups
    {
        // A hash whose half differs in more bits than the radius is not within it. As long as that rejects nearly all,
        // it is half the work.
        var halvesDecide = radius <= LargestRadiusForHalves;
        var i = 0;
        while (true)
        {
            i = halvesDecide
                ? TGroups.SkipFarHalves(query, hashes, i, count, radius)
                : TGroups.SkipFar(query, hashes, i, count, radius);
            for (var end = Math.Min(i + TGroups.GroupLength, count); i < end; i++)
            {
                distance = ScalarKernel.Distance(query, hashes + i);
                if (distance <= radius)
                {
                    return i;
                }
            }

            if (i == count)
            {
                distance = 0;
                return count;
            }
        }
    }
}
