using System.Numerics;
using System.Runtime.CompilerServices;
using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Index.Kernels;

/// <summary>Words of 64 bits and the population count of one: on every processor, and the definition of the results.</summary>
internal readonly unsafe struct ScalarKernel : IHammingKernel, IHashGroups
{
    public static string Name => "Scalar";

    public static bool IsSupported => true;

    // Enough that the processor never waits for a count: the branches between are never taken.
    public static int GroupLength => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Distance(PhotoHash* left, PhotoHash* right)
    {
        var one = (ulong*)left;
        var other = (ulong*)right;
        return BitOperations.PopCount(one[0] ^ other[0]) + BitOperations.PopCount(one[1] ^ other[1])
            + BitOperations.PopCount(one[2] ^ other[2]) + BitOperations.PopCount(one[3] ^ other[3]);
    }

    public static int IndexOfWithin(PhotoHash* query, PhotoHash* hashes, int count, int radius, out int distance) =>
        GroupScan.IndexOfWithin<ScalarKernel>(query, hashes, count, radius, out distance);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int SkipFar(PhotoHash* query, PhotoHash* hashes, int start, int count, int radius)
    {
        // In variables, the query's words stay in registers.
        var words = (ulong*)query;
        var (word0, word1, word2, word3) = (words[0], words[1], words[2], words[3]);
        var i = start;
        for (; i <= count - GroupLength; i += GroupLength)
        {
            var group = (ulong*)(hashes + i);
            if (Whole(group) <= radius || Whole(group + 4) <= radius || Whole(group + 8) <= radius || Whole(group + 12) <= radius)
            {
                break;
            }
        }

        return i;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        int Whole(ulong* hash) =>
            BitOperations.PopCount(word0 ^ hash[0]) + BitOperations.PopCount(word1 ^ hash[1])
            + BitOperations.PopCount(word2 ^ hash[2]) + BitOperations.PopCount(word3 ^ hash[3]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int SkipFarHalves(PhotoHash* query, PhotoHash* hashes, int start, int count, int radius)
    {
        var words = (ulong*)query;
        var (word0, word2) = (words[0], words[2]);
        var i = start;
        for (; i <= count - GroupLength; i += GroupLength)
        {
            var group = (ulong*)(hashes + i);
            if (Half(group) <= radius || Half(group + 4) <= radius || Half(group + 8) <= radius || Half(group + 12) <= radius)
            {
                break;
            }
        }

        return i;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        int Half(ulong* hash) => BitOperations.PopCount(word0 ^ hash[0]) + BitOperations.PopCount(word2 ^ hash[2]);
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
}
