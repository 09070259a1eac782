using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Index.Kernels;

/// <summary>Four hashes or 16 fingerprints at once, as <see cref="Avx512Kernel"/> does it.</summary>
internal readonly unsafe struct Avx2Kernel : IHammingKernel, IHashGroups
{
    public static string Name => "Avx2";

    public static bool IsSupported => Avx2.IsSupported;

    public static int GroupLength => 4;

    // Four population counts of words end before a vector's counts are added up.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Distance(PhotoHash* left, PhotoHash* right) => ScalarKernel.Distance(left, right);

    public static int IndexOfWithin(PhotoHash* query, PhotoHash* hashes, int count, int radius, out int distance) =>
        GroupScan.IndexOfWithin<Avx2Kernel>(query, hashes, count, radius, out distance);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int SkipFar(PhotoHash* query, PhotoHash* hashes, int start, int count, int radius)
    {
        var wanted = Vector256.Load((byte*)query);
        var limit = Vector256.Create((long)radius + 1);
        var i = start;
        for (; i <= count - GroupLength; i += GroupLength)
        {
            var group = (byte*)(hashes + i);
            var first = AddPairs(BitsOf(Vector256.Load(group) ^ wanted), BitsOf(Vector256.Load(group + 32) ^ wanted));
            var second = AddPairs(BitsOf(Vector256.Load(group + 64) ^ wanted), BitsOf(Vector256.Load(group + 96) ^ wanted));
            if (AnyWithin(first, second, limit))
            {
                break;
            }
        }

        return i;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int SkipFarHalves(PhotoHash* query, PhotoHash* hashes, int start, int count, int radius)
    {
        var wanted = Vector256.Load((byte*)query);
        var limit = Vector256.Create((long)radius + 1);
        var i = start;
        for (; i <= count - GroupLength; i += GroupLength)
        {
            var group = (byte*)(hashes + i);
            var first = BitsOf(EvenThenOddWords(group) ^ wanted);
            var second = BitsOf(EvenThenOddWords(group + 64) ^ wanted);
            if (AnyWithin(first, second, limit))
            {
                break;
            }
        }

        return i;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int SelectNear(ushort* fingerprints, int count, ushort query, int maximum, int firstPosition, int* selected)
    {
        var wanted = Vector256.Create(query).AsByte();
        var limit = Vector256.Create((short)(maximum + 1));
        var ones = Vector256<sbyte>.One;
        var length = 0;
        for (var i = 0; i < count; i += Vector256<ushort>.Count)
        {
            var bits = Avx2.MultiplyAddAdjacent(BitsOf(Vector256.Load((byte*)(fingerprints + i)) ^ wanted), ones);

            // Two bits a fingerprint, as there is no instruction for one.
            var near = (uint)Avx2.MoveMask(Vector256.LessThan(bits, limit).AsByte());
            if (near != 0)
            {
                // What lies past the last fingerprint may have been near as well.
                near &= (uint)((1UL << (2 * Math.Min(count - i, Vector256<ushort>.Count))) - 1) & 0x5555_5555;
                for (; near != 0; near &= near - 1)
                {
                    selected[length++] = firstPosition + i + (BitOperations.TrailingZeroCount(near) / 2);
                }
            }
        }

        return length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> BitsOf(Vector256<byte> difference)
    {
        var halves = Vector256.Create((byte)0x0F);
        var counts = HalfByteBits.In256;
        return Avx2.Shuffle(counts, difference & halves)
            + Avx2.Shuffle(counts, (difference.AsUInt16() >>> 4).AsByte() & halves);
    }

    /// <summary>Words 0 and 2 of the first of two hashes, words 1 and 3 of the second.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> EvenThenOddWords(byte* two) =>
        Avx2.Blend(Vector256.Load((int*)two), Vector256.Load((int*)(two + 32)), 0b1100_1100).AsByte();

    /// <summary>Adds neighboring words, so that half as many vectors remain.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> AddPairs(Vector256<byte> left, Vector256<byte> right) =>
        Avx2.UnpackLow(left.AsUInt64(), right.AsUInt64()).AsByte() + Avx2.UnpackHigh(left.AsUInt64(), right.AsUInt64()).AsByte();

    /// <summary>Whether one of four hashes may be within the limit (exclusive), from counts of bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AnyWithin(Vector256<byte> first, Vector256<byte> second, Vector256<long> limit)
    {
        var sums = Avx2.Permute2x128(first, second, 0x20) + Avx2.Permute2x128(first, second, 0x31);
        return Vector256.LessThanAny(Avx2.SumAbsoluteDifferences(sums, Vector256<byte>.Zero).AsInt64(), limit);
    }
}
