using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Index.Kernels;

/// <summary>Eight hashes or 32 fingerprints at once.</summary>
/// <remarks>
/// Bits are counted by looking half-bytes up (Muła, Kurz, Lemire, "Faster population counts", 2018): .NET 10 has no
/// intrinsics for the vector population count of newer processors.
/// </remarks>
internal readonly unsafe struct Avx512Kernel : IHammingKernel, IHashGroups
{
    public static string Name => "Avx512";

    public static bool IsSupported => Avx512BW.IsSupported;

    public static int GroupLength => 8;

    // Four population counts of words end before a vector's counts are added up.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Distance(PhotoHash* left, PhotoHash* right) => ScalarKernel.Distance(left, right);

    public static int IndexOfWithin(PhotoHash* query, PhotoHash* hashes, int count, int radius, out int distance) =>
        GroupScan.IndexOfWithin<Avx512Kernel>(query, hashes, count, radius, out distance);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int SkipFar(PhotoHash* query, PhotoHash* hashes, int start, int count, int radius)
    {
        var wanted = Vector512.Create(Vector256.Load((byte*)query));
        var wantedHigh = (wanted.AsUInt16() >>> 4).AsByte();
        var limit = Vector512.Create((ulong)radius);
        var i = start;
        for (; i <= count - GroupLength; i += GroupLength)
        {
            var group = (byte*)(hashes + i);
            var first = AddPairs(
                BitsOf(Vector512.Load(group), wanted, wantedHigh),
                BitsOf(Vector512.Load(group + 64), wanted, wantedHigh));
            var second = AddPairs(
                BitsOf(Vector512.Load(group + 128), wanted, wantedHigh),
                BitsOf(Vector512.Load(group + 192), wanted, wantedHigh));
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
        var wanted = Vector512.Create(Vector256.Load((byte*)query));
        var wantedHigh = (wanted.AsUInt16() >>> 4).AsByte();
        var limit = Vector512.Create((ulong)radius);
        var i = start;
        for (; i <= count - GroupLength; i += GroupLength)
        {
            var group = (byte*)(hashes + i);
            var first = BitsOf(EvenThenOddWords(group), wanted, wantedHigh);
            var second = BitsOf(EvenThenOddWords(group + 128), wanted, wantedHigh);
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
        var wanted = Vector512.Create(query).AsByte();
        var wantedHigh = Vector512.Create((ushort)(query >>> 4)).AsByte();
        var limit = Vector512.Create((short)maximum);
        var ones = Vector512<sbyte>.One;
        var length = 0;
        for (var i = 0; i < count; i += Vector512<ushort>.Count)
        {
            var bits = Avx512BW.MultiplyAddAdjacent(BitsOf(Vector512.Load((byte*)(fingerprints + i)), wanted, wantedHigh), ones);
            var near = (uint)Vector512.LessThanOrEqual(bits, limit).ExtractMostSignificantBits();
            if (near != 0)
            {
                // What lies past the last fingerprint may have been near as well.
                near &= (uint)((1UL << Math.Min(count - i, Vector512<ushort>.Count)) - 1);
                for (; near != 0; near &= near - 1)
                {
                    selected[length++] = firstPosition + i + BitOperations.TrailingZeroCount(near);
                }
            }
        }

        return length;
    }

    /// <summary>Whether one of eight hashes may be within the limit, from counts of bytes; the pairs of words of one add up.</summary>
    /// <remarks>Which distance is whose does not matter: a group that may hold a match is looked through one by one.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AnyWithin(Vector512<byte> first, Vector512<byte> second, Vector512<ulong> limit)
    {
        var low = Avx512F.Shuffle4x128(first.AsUInt64(), second.AsUInt64(), 0b10_00_10_00).AsByte();
        var high = Avx512F.Shuffle4x128(first.AsUInt64(), second.AsUInt64(), 0b11_01_11_01).AsByte();
        var distances = Avx512BW.SumAbsoluteDifferences(low + high, Vector512<byte>.Zero).AsUInt64();
        return Vector512.LessThanOrEqualAny(distances, limit);
    }

    /// <summary>For each byte the number of bits in which it differs from the wanted one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> BitsOf(Vector512<byte> value, Vector512<byte> wanted, Vector512<byte> wantedHigh)
    {
        // (a ^ b) & c in one instruction each; shifting before comparing keeps the two halves independent.
        const byte ExclusiveOrThenAnd = (0xF0 ^ 0xCC) & 0xAA;
        var counts = HalfByteBits.In512;
        var halves = Vector512.Create((byte)0x0F);
        var low = Avx512F.TernaryLogic(value, wanted, halves, ExclusiveOrThenAnd);
        var high = Avx512F.TernaryLogic((value.AsUInt16() >>> 4).AsByte(), wantedHigh, halves, ExclusiveOrThenAnd);
        return Avx512BW.Shuffle(counts, low) + Avx512BW.Shuffle(counts, high);
    }

    /// <summary>Words 0 and 2 of the first two of four hashes, words 1 and 3 of the last two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> EvenThenOddWords(byte* four) =>
        Vector512.ConditionalSelect(
            Vector512.Create(-1L, 0, -1, 0, -1, 0, -1, 0).AsByte(), Vector512.Load(four), Vector512.Load(four + 64));

    /// <summary>Adds neighboring words, so that half as many vectors remain.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> AddPairs(Vector512<byte> left, Vector512<byte> right) =>
        Avx512F.UnpackLow(left.AsUInt64(), right.AsUInt64()).AsByte() + Avx512F.UnpackHigh(left.AsUInt64(), right.AsUInt64()).AsByte();
}
