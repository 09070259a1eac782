using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.Wasm;
using System.Runtime.Intrinsics.X86;
using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Index.Kernels;

/// <summary>Eight fingerprints at once; hashes one by one, on ARM in vectors, elsewhere in words.</summary>
internal readonly unsafe struct Vector128Kernel : IHammingKernel
{
    public static string Name => "Vector128";

    // Looking up within a vector must be one instruction.
    public static bool IsSupported => Ssse3.IsSupported || AdvSimd.Arm64.IsSupported || PackedSimd.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Distance(PhotoHash* left, PhotoHash* right)
    {
        if (!AdvSimd.Arm64.IsSupported)
        {
            return ScalarKernel.Distance(left, right);
        }

        // ARM counts bits in vectors only, so that words would go there and back.
        var counts = BitsOf(Vector128.Load((byte*)left) ^ Vector128.Load((byte*)right))
            + BitsOf(Vector128.Load((byte*)left + 16) ^ Vector128.Load((byte*)right + 16));
        return AdvSimd.Arm64.AddAcrossWidening(counts).ToScalar();
    }

    public static int IndexOfWithin(PhotoHash* query, PhotoHash* hashes, int count, int radius, out int distance)
    {
        if (!AdvSimd.Arm64.IsSupported)
        {
            // Word by word takes fewer instructions than vectors of two words.
            return ScalarKernel.IndexOfWithin(query, hashes, count, radius, out distance);
        }

        var half = radius <= GroupScan.LargestRadiusForHalves;
        var wanted = Vector128.Load((byte*)query);
        for (var i = 0; i < count; i++)
        {
            if (half && AdvSimd.Arm64.AddAcross(BitsOf(wanted ^ Vector128.Load((byte*)(hashes + i)))).ToScalar() > radius)
            {
                continue;
            }

            distance = Distance(query, hashes + i);
            if (distance <= radius)
            {
                return i;
            }
        }

        distance = 0;
        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int SelectNear(ushort* fingerprints, int count, ushort query, int maximum, int firstPosition, int* selected)
    {
        var wanted = Vector128.Create(query);
        var limit = Vector128.Create((ushort)maximum);
        var length = 0;
        for (var i = 0; i < count; i += Vector128<ushort>.Count)
        {
            var bits = BitsOf((Vector128.Load(fingerprints + i) ^ wanted).AsByte()).AsUInt16();

            // The sum of the two bytes arises in the upper one; at most 16, it carries nowhere.
            var near = Vector128.LessThanOrEqual((bits + (bits << 8)) >>> 8, limit);
            if (near != Vector128<ushort>.Zero)
            {
                // What lies past the last fingerprint may have been near as well.
                var mask = near.ExtractMostSignificantBits() & ((1u << Math.Min(count - i, Vector128<ushort>.Count)) - 1);
                for (; mask != 0; mask &= mask - 1)
                {
                    selected[length++] = firstPosition + i + BitOperations.TrailingZeroCount(mask);
                }
            }
        }

        return length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> BitsOf(Vector128<byte> difference)
    {
        if (AdvSimd.IsSupported)
        {
            return AdvSimd.PopCount(difference);
        }

        var halves = Vector128.Create((byte)0x0F);
        return Vector128.ShuffleNative(HalfByteBits.In128, difference & halves)
            + Vector128.ShuffleNative(HalfByteBits.In128, (difference.AsUInt16() >>> 4).AsByte() & halves);
    }
}
