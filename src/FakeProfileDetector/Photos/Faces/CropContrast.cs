using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace FakeProfileDetector.Photos.Faces;

/// <summary>Gives a crop mean 0 and the same contrast as all others.</summary>
internal static class CropContrast
{
    private const int Deviation = 64;
    private const int FlattestDeviation = 6;
    private const int Limit = 511;
    private const int GainBits = 8;

    /// <summary>Changes the values of a crop.</summary>
    /// <param name="values">0–255, at most 2^15 of them; then −511 to 511.</param>
    internal static void Normalize(Span<short> values)
    {
        if (!Vector128.IsHardwareAccelerated || values.Length < Vector128<short>.Count)
        {
            Plain(values);
            return;
        }

        var (mean, gain) = MeanAndGain(Sums(values), values.Length);
        Scale(values, mean, gain);
    }

    /// <summary>The plain twin.</summary>
    internal static void Plain(Span<short> values)
    {
        var (sum, squares) = (0, 0);
        foreach (var value in values)
        {
            sum += value;
            squares += value * value;
        }

        var (mean, gain) = MeanAndGain((sum, squares), values.Length);
        ScalePlain(values, mean, gain);
    }

    private static (int Mean, int Gain) MeanAndGain((int Sum, int Squares) sums, int count)
    {
        var mean = (sums.Sum + (count / 2)) / count;
        var variance = (sums.Squares / count) - (mean * mean);

        // A square root of whole numbers below 2^24 is exact to the last bit on every CPU.
        return (mean, (Deviation << GainBits) / Math.Max(FlattestDeviation, (int)MathF.Sqrt(Math.Max(0, variance))));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (int Sum, int Squares) Sums(ReadOnlySpan<short> values)
    {
        ref var first = ref MemoryMarshal.GetReference(values);
        var (sums, squares) = (Vector128<int>.Zero, Vector128<int>.Zero);
        var i = 0;
        for (; i <= values.Length - Vector128<short>.Count; i += Vector128<short>.Count)
        {
            var eight = Vector128.LoadUnsafe(ref first, (nuint)i);
            var (low, high) = Vector128.Widen(eight);
            sums += low + high;

            // At most 255 × 255: as 16 bits without sign.
            var (lowSquares, highSquares) = Vector128.Widen((eight * eight).AsUInt16());
            squares += (lowSquares + highSquares).AsInt32();
        }

        var (sum, square) = (Vector128.Sum(sums), Vector128.Sum(squares));
        foreach (var value in values[i..])
        {
            sum += value;
            square += value * value;
        }

        return (sum, square);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scale(Span<short> values, int mean, int gain)
    {
        ref var first = ref MemoryMarshal.GetReference(values);
        var (means, gains) = (Vector128.Create((short)mean), Vector128.Create(gain));
        var (lowest, highest) = (Vector128.Create(-Limit), Vector128.Create(Limit));
        var i = 0;
        for (; i <= values.Length - Vector128<short>.Count; i += Vector128<short>.Count)
        {
            var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref first, (nuint)i) - means);
            low = Vector128.Min(Vector128.Max((low * gains) >> GainBits, lowest), highest);
            high = Vector128.Min(Vector128.Max((high * gains) >> GainBits, lowest), highest);
            Vector128.Narrow(low, high).StoreUnsafe(ref first, (nuint)i);
        }

        ScalePlain(values[i..], mean, gain);
    }

    private static void ScalePlain(Span<short> values, int mean, int gain)
    {
        foreach (ref var value in values)
        {
            value = (short)Math.Clamp(((value - mean) * gain) >> GainBits, -Limit, Limit);
        }
    }
}
