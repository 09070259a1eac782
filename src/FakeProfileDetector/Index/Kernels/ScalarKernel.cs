using System.Numerics;
using System.Runtime.CompilerServices;
using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Index.Kernels;

/// <summary>Words of 64 bits and the population count of one: on every processor, and the definition of the results.</summary>
internal readonly unsafe struct ScalarKernel : IHammingKernel
{
    public static string Name => "Scalar";

    public static bool IsSupported => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Distance(PhotoHash* left, PhotoHash* right) => EvenWords(left, right) + OddWords(left, right);

    public static int IndexOfWithin(PhotoHash* query, PhotoHash* hashes, int count, int radius, out int distance)
    {
        var i = 0;
        if (HalfTest.Pays(radius))
        {
            // Four at once leave the processor no wait between them; the branches are never taken.
            for (; i <= count - 4; i += 4)
            {
                var group = hashes + i;
                if (EvenWords(query, group) <= radius
                    || EvenWords(query, group + 1) <= radius
                    || EvenWords(query, group + 2) <= radius
                    || EvenWords(query, group + 3) <= radius)
                {
                    var found = FirstWithin(query, hashes, i, i + 4, radius, out distance);
                    if (found >= 0)
                    {
                        return found;
                    }
                }
            }
        }

        var last = FirstWithin(query, hashes, i, count, radius, out distance);
        return last < 0 ? count : last;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int SelectNear(ushort* fingerprints, int count, ushort query, int maximum, int firstPosition, int* selected)
    {
        var length = 0;
        for (var i = 0; i < count; i++)
        {
            if (BitOperations.PopCount((uint)(fingerprints[i] ^ query)) <= maximum)
            {
                selected[length++] = firstPosition + i;
            }
        }

        return length;
    }

    /// <summary>The first of the hashes from <paramref name="start"/> to before <paramref name="end"/> within the radius, or -1.</summary>
    /// <remarks>Also what the vector kernels do with a group that holds one, and with a group that is not full.</remarks>
    internal static int FirstWithin(PhotoHash* query, PhotoHash* hashes, int start, int end, int radius, out int distance)
    {
        for (var i = start; i < end; i++)
        {
            distance = Distance(query, hashes + i);
            if (distance <= radius)
            {
                return i;
            }
        }

        distance = 0;
        return -1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int EvenWords(PhotoHash* left, PhotoHash* right) => Word(left, right, 0) + Word(left, right, 2);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int OddWords(PhotoHash* left, PhotoHash* right) => Word(left, right, 1) + Word(left, right, 3);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Word(PhotoHash* left, PhotoHash* right, int word) =>
        BitOperations.PopCount(((ulong*)left)[word] ^ ((ulong*)right)[word]);
}
