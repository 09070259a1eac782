using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FakeProfileDetector.Benchmarks.Shared.Hashes;

/// <summary>Sixteen xoshiro128++ generators (Blackman and Vigna, 2021) side by side; not for secrets.</summary>
internal struct RandomLanes
{
    /// <summary>Mean of <see cref="NextNormal"/>: four bytes of 127.5.</summary>
    internal const float NormalMean = 510;

    /// <summary>Standard deviation of <see cref="NextNormal"/>: that of four uniform bytes.</summary>
    internal const float NormalDeviation = 147.80f;

    private Vector512<uint> _s0;
    private Vector512<uint> _s1;
    private Vector512<uint> _s2;
    private Vector512<uint> _s3;

    /// <summary>The stream of that number; streams do not depend on each other.</summary>
    internal RandomLanes(ulong seed, ulong stream)
    {
        var state = SplitMix(SplitMix(seed) + stream);
        (_s0, _s1, _s2, _s3) = (Lanes(ref state), Lanes(ref state), Lanes(ref state), Lanes(ref state));
    }

    /// <summary>Sixteen values near a normal distribution: sums of four bytes, at most 3.45 deviations from the mean.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector512<float> NextNormal()
    {
        var random = Next();
        var pairs = (random & Vector512.Create(0x00FF00FFu)) + ((random >>> 8) & Vector512.Create(0x00FF00FFu));
        return Vector512.ConvertToSingle(((pairs & Vector512.Create(0xFFFFu)) + (pairs >>> 16)).AsInt32());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<uint> Next()
    {
        var result = RotateLeft(_s0 + _s3, 7) + _s0;
        var shifted = _s1 << 9;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= shifted;
        _s3 = RotateLeft(_s3, 11);
        return result;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> RotateLeft(Vector512<uint> value, int by) => (value << by) | (value >>> (32 - by));

    private static Vector512<uint> Lanes(ref ulong state)
    {
        var lanes = Vector512<ulong>.Zero;
        for (var i = 0; i < Vector512<ulong>.Count; i++)
        {
            state += 0x9E3779B97F4A7C15;
            lanes = lanes.WithElement(i, SplitMix(state));
        }

        return lanes.AsUInt32();
    }

    private static ulong SplitMix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
