using System.Numerics;
using System.Runtime.InteropServices;
using FakeProfileDetector.Photos;

namespace FakeProfileDetector.IndexScale.Hashes;

/// <summary>Hashes of independent, fair bits.</summary>
/// <remarks>xoshiro256++, its state from SplitMix64. Source: Blackman and Vigna, ACM TOMS 47(4), 2021.</remarks>
internal static class UniformHashes
{
    /// <inheritdoc cref="BlockFiller"/>
    internal static void Fill(ulong seed, long block, Span<PhotoHash> hashes)
    {
        var state = Mix(seed) + (ulong)block;
        var (s0, s1, s2, s3) = (Next(ref state), Next(ref state), Next(ref state), Next(ref state));
        foreach (ref var word in MemoryMarshal.Cast<PhotoHash, ulong>(hashes))
        {
            word = BitOperations.RotateLeft(s0 + s3, 23) + s0;
            var shifted = s1 << 17;
            s2 ^= s0;
            s3 ^= s1;
            s1 ^= s2;
            s0 ^= s3;
            s2 ^= shifted;
            s3 = BitOperations.RotateLeft(s3, 45);
        }
    }

    private static ulong Next(ref ulong state)
    {
        // Neighboring blocks begin at neighboring states: a second mixing keeps their sequences apart.
        state = Mix(state);
        return state;
    }

    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
