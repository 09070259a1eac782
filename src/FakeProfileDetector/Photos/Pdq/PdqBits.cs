using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace FakeProfileDetector.Photos.Pdq;

/// <summary>Last stage of PDQ: 16 × 16 frequencies → one bit for each above the median, for eight orientations.</summary>
/// <remarks>
/// Turning and flipping transposes the block and negates every other row, column or both. Transposing moves the bits and
/// leaves the median: four medians serve eight hashes. Floats are compared by whole numbers in the same order, in which
/// a negation is a negation.
/// </remarks>
internal static class PdqBits
{
    private const int Length = PdqTransform.BlockLength;

    // The lower of the two middle values is the 128th smallest, which is what the reference's median by bisection arrives at.
    private const int MedianRank = Length / 2;

    // Medians of photos lie within some units of zero; when halving values has not met one by then, halve ranks.
    private const float FirstStep = 4f;
    private const int RoundsOfValues = 24;

    /// <summary>The hash of the block as it is.</summary>
    internal static PhotoHash ToHash(ReadOnlySpan<float> block)
    {
        Span<int> ranks = stackalloc int[Length];
        ToRanks(block, ranks);
        return AboveMedian(ranks);
    }

    /// <summary>The hashes of the block turned and flipped.</summary>
    internal static DihedralHashes ToHashes(ReadOnlySpan<float> block)
    {
        Span<int> plain = stackalloc int[Length];
        Span<int> turned = stackalloc int[Length];
        ToRanks(block, plain);
        DihedralHashes hashes = default;

        // Row and column 0 hold odd functions: mirroring negates the even indices.
        Add(ref hashes, plain, DihedralTransform.None, DihedralTransform.Transpose);
        Negate(plain, evenRow: Evens.All, oddRow: Evens.None, turned);
        Add(ref hashes, turned, DihedralTransform.FlipVertical, DihedralTransform.Rotate270);
        Negate(plain, evenRow: Evens.Even, oddRow: Evens.Even, turned);
        Add(ref hashes, turned, DihedralTransform.Mirror, DihedralTransform.Rotate90);
        Negate(plain, evenRow: Evens.Odd, oddRow: Evens.Even, turned);
        Add(ref hashes, turned, DihedralTransform.Rotate180, DihedralTransform.Transverse);
        return hashes;
    }

    private static void Add(ref DihedralHashes hashes, ReadOnlySpan<int> ranks, DihedralTransform upright, DihedralTransform transposed)
    {
        var hash = AboveMedian(ranks);
        hashes[(int)upright] = hash;
        hashes[(int)transposed] = HashTransposition.Transpose(hash);
    }

    /// <summary>Whole numbers in the order of the floats: the bits count upwards from 0, downwards for a sign; both zeros are 0.</summary>
    private static void ToRanks(ReadOnlySpan<float> block, Span<int> ranks)
    {
        Debug.Assert(block.Length == Length && ranks.Length == Length, "The block is 16 × 16.");
        ref var source = ref MemoryMarshal.GetReference(block);
        ref var target = ref MemoryMarshal.GetReference(ranks);
        for (nuint i = 0; i < Length; i += (nuint)Vector256<int>.Count)
        {
            var bits = Vector256.LoadUnsafe(ref source, i).AsInt32();
            var negative = bits >> 31;
            var magnitude = bits & Vector256.Create(int.MaxValue);
            ((magnitude ^ negative) - negative).StoreUnsafe(ref target, i);
        }
    }

    private static void Negate(ReadOnlySpan<int> ranks, Vector256<int> evenRow, Vector256<int> oddRow, Span<int> target)
    {
        Debug.Assert(ranks.Length == Length && target.Length == Length, "The block is 16 × 16.");
        ref var source = ref MemoryMarshal.GetReference(ranks);
        ref var result = ref MemoryMarshal.GetReference(target);
        for (nuint i = 0; i < Length; i += 32)
        {
            Negate(ref source, i, evenRow, ref result);
            Negate(ref source, i + 8, evenRow, ref result);
            Negate(ref source, i + 16, oddRow, ref result);
            Negate(ref source, i + 24, oddRow, ref result);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Negate(ref int source, nuint index, Vector256<int> mask, ref int target) =>
        ((Vector256.LoadUnsafe(ref source, index) ^ mask) - mask).StoreUnsafe(ref target, index);

    /// <summary>One bit for every rank above the median.</summary>
    private static PhotoHash AboveMedian(ReadOnlySpan<int> ranks)
    {
        Debug.Assert(ranks.Length == Length, "The block is 16 × 16.");
        var threshold = Vector256.Create(Separator(ranks));
        ref var source = ref MemoryMarshal.GetReference(ranks);
        return new PhotoHash(
            Word(ref source, threshold),
            Word(ref Unsafe.Add(ref source, 64), threshold),
            Word(ref Unsafe.Add(ref source, 128), threshold),
            Word(ref Unsafe.Add(ref source, 192), threshold));
    }

    private static ulong Word(ref int source, Vector256<int> threshold)
    {
        var word = 0UL;
        for (var i = 0; i < 64; i += Vector256<int>.Count)
        {
            var above = Vector256.GreaterThan(Vector256.LoadUnsafe(ref source, (nuint)i), threshold);
            word |= (ulong)above.ExtractMostSignificantBits() << i;
        }

        return word;
    }

    /// <summary>
    /// A number that parts the ranks as the median does: the ranks above it are the ranks above the median. Found by halving
    /// an interval between a number that fewer than 128 ranks reach down to and one that at least 128 do.
    /// </summary>
    private static int Separator(ReadOnlySpan<int> ranks)
    {
        var low = int.MinValue;
        var high = int.MaxValue;

        // Medians of photos lie near zero: look there first, in steps that double.
        var guess = 0f;
        var step = FirstStep;
        for (var round = 0; ; round++)
        {
            var middle = ToRank(guess);
            if (round >= RoundsOfValues || middle <= low || middle >= high)
            {
                // Whole numbers always come to an end, and so do ties.
                middle = (int)(((long)low + high) >> 1);
            }

            var reached = CountUpTo(ranks, middle);
            if (reached == MedianRank)
            {
                return middle;
            }

            if (reached < MedianRank)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }

            if (high - (long)low <= 1)
            {
                return high;
            }

            if (low != int.MinValue && high != int.MaxValue)
            {
                guess = (ToFloat(low) + ToFloat(high)) / 2;
            }
            else
            {
                guess += reached < MedianRank ? step : -step;
                step *= 2;
            }
        }
    }

    private static int ToRank(float value)
    {
        var bits = BitConverter.SingleToInt32Bits(value);
        return bits >= 0 ? bits : -(bits & int.MaxValue);
    }

    private static float ToFloat(int rank) => rank >= 0 ? BitConverter.Int32BitsToSingle(rank) : -BitConverter.Int32BitsToSingle(-rank);

    private static int CountUpTo(ReadOnlySpan<int> ranks, int limit)
    {
        var limits = Vector256.Create(limit);
        ref var source = ref MemoryMarshal.GetReference(ranks);
        var (a, b) = (Vector256<int>.Zero, Vector256<int>.Zero);
        for (nuint i = 0; i < Length; i += 32)
        {
            a += Vector256.GreaterThan(Vector256.LoadUnsafe(ref source, i), limits);
            b += Vector256.GreaterThan(Vector256.LoadUnsafe(ref source, i + 8), limits);
            a += Vector256.GreaterThan(Vector256.LoadUnsafe(ref source, i + 16), limits);
            b += Vector256.GreaterThan(Vector256.LoadUnsafe(ref source, i + 24), limits);
        }

        // Each comparison that holds counts −1.
        return Length + Vector256.Sum(a + b);
    }

    /// <summary>Which of eight neighboring columns a flip negates.</summary>
    private static class Evens
    {
        internal static Vector256<int> None => Vector256<int>.Zero;

        internal static Vector256<int> All => Vector256<int>.AllBitsSet;

        internal static Vector256<int> Even => Vector256.Create(-1L >>> 32).AsInt32();

        internal static Vector256<int> Odd => ~Even;
    }
}
