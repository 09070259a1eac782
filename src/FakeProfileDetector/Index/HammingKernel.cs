using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Index;

/// <summary>Distances from one query to many hashes, with the widest instructions that the machine has.</summary>
internal static class HammingKernel
{
    /// <summary>The first hash within the radius.</summary>
    /// <param name="query">The hash to compare with.</param>
    /// <param name="hashes">The hashes.</param>
    /// <param name="radius">Inclusive, in bits.</param>
    /// <param name="distance">The distance of the hash found.</param>
    /// <returns>Its position, or the number of hashes when there is none.</returns>
    internal static int IndexOfWithin(PhotoHash query, ReadOnlySpan<PhotoHash> hashes, int radius, out int distance)
    {
        // Per-word popcount instructions beat table look-ups in vectors only where there is no AVX2.
        if (Avx2.IsSupported)
        {
            return IndexOfWithinAvx2(query, hashes, radius, out distance);
        }

        return AdvSimd.Arm64.IsSupported
            ? IndexOfWithinAdvSimd(query, hashes, radius, out distance)
            : IndexOfWithinScalar(query, hashes, radius, out distance);
    }

    internal static int IndexOfWithinScalar(PhotoHash query, ReadOnlySpan<PhotoHash> hashes, int radius, out int distance)
    {
        for (var i = 0; i < hashes.Length; i++)
        {
            distance = query.DistanceTo(hashes[i]);
            if (distance <= radius)
            {
                return i;
            }
        }

        distance = 0;
        return hashes.Length;
    }

    internal static int IndexOfWithinAvx2(PhotoHash query, ReadOnlySpan<PhotoHash> hashes, int radius, out int distance)
    {
        // Bits in each half-byte, looked up by shuffle (Muła, Kurz, Lemire, "Faster population counts", 2018).
        var counts = Vector256.Create((byte)0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4, 0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4);
        var lowHalves = Vector256.Create((byte)0x0F);
        var wanted = Load(in query);
        ref var first = ref MemoryMarshal.GetReference(hashes);
        for (var i = 0; i < hashes.Length; i++)
        {
            var difference = wanted ^ Load(in Unsafe.Add(ref first, i));
            var low = Avx2.Shuffle(counts, difference & lowHalves);
            var high = Avx2.Shuffle(counts, (difference.AsUInt16() >>> 4).AsByte() & lowHalves);
            distance = (int)Vector256.Sum(Avx2.SumAbsoluteDifferences(low + high, Vector256<byte>.Zero).AsUInt64());
            if (distance <= radius)
            {
                return i;
            }
        }

        distance = 0;
        return hashes.Length;
    }

    internal static int IndexOfWithinAdvSimd(PhotoHash query, ReadOnlySpan<PhotoHash> hashes, int radius, out int distance)
    {
        var wanted = Load(in query);
        ref var first = ref MemoryMarshal.GetReference(hashes);
        for (var i = 0; i < hashes.Length; i++)
        {
            var difference = wanted ^ Load(in Unsafe.Add(ref first, i));
            var counts = AdvSimd.PopCount(difference.GetLower()) + AdvSimd.PopCount(difference.GetUpper());
            distance = AdvSimd.Arm64.AddAcrossWidening(counts).ToScalar();
            if (distance <= radius)
            {
                return i;
            }
        }

        distance = 0;
        return hashes.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Load(ref readonly PhotoHash hash) =>
        Unsafe.ReadUnaligned<Vector256<byte>>(ref Unsafe.As<PhotoHash, byte>(ref Unsafe.AsRef(in hash)));
}
