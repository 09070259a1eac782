using System.Runtime.Intrinsics;

namespace FakeProfileDetector.Photos;

/// <summary>The 8 × 8 lowest frequencies of a 64 × 64 picture (DCT-II), and the hash of which lie above their median.</summary>
/// <remarks>
/// Lanes are frequencies, so that no sum depends on the machine's vectors. Products are added in fours, as the vectors of
/// 256 bits add them that computed most of the existing values: in flat and periodic pictures the last bits decide.
/// </remarks>
internal static class LowFrequencies
{
    internal const int Side = 64;
    private const int Count = 8;
    private const int AddedTogether = 4;

    private static readonly double Scale = Math.Sqrt(2.0 / Side);
    private static readonly double ConstantScale = 1 / Math.Sqrt(2);

    // By position and then by frequency: cos((2x + 1) u π / 128).
    private static readonly double[] Cosines = CreateCosines();

    /// <summary>One bit for each frequency, the most significant first; horizontal frequency is the outer index.</summary>
    internal static ulong Hash(ReadOnlySpan<byte> picture)
    {
        Span<double> rows = stackalloc double[Side * Count];
        Span<double> values = stackalloc double[Side];
        for (var y = 0; y < Side; y++)
        {
            for (var x = 0; x < Side; x++)
            {
                values[x] = picture[(y * Side) + x];
            }

            Transform(values, rows.Slice(y * Count, Count));
        }

        Span<double> block = stackalloc double[Count * Count];
        for (var u = 0; u < Count; u++)
        {
            for (var y = 0; y < Side; y++)
            {
                values[y] = rows[(y * Count) + u];
            }

            Transform(values, block.Slice(u * Count, Count));
        }

        return AboveMedian(block);
    }

    private static void Transform(ReadOnlySpan<double> values, Span<double> frequencies)
    {
        var (low, high) = (Vector256<double>.Zero, Vector256<double>.Zero);
        for (var x = 0; x < Side; x += AddedTogether)
        {
            var cosines = Cosines.AsSpan(x * Count, AddedTogether * Count);
            low += Four(values.Slice(x, AddedTogether), cosines);
            high += Four(values.Slice(x, AddedTogether), cosines[(Count / 2)..]);
        }

        (low * Scale).CopyTo(frequencies);
        (high * Scale).CopyTo(frequencies[(Count / 2)..]);
        frequencies[0] *= ConstantScale;
    }

    private static Vector256<double> Four(ReadOnlySpan<double> values, ReadOnlySpan<double> cosines) =>
        ((values[0] * Vector256.Create(cosines)) + (values[1] * Vector256.Create(cosines[Count..])))
        + ((values[2] * Vector256.Create(cosines[(2 * Count)..])) + (values[3] * Vector256.Create(cosines[(3 * Count)..])));

    private static ulong AboveMedian(ReadOnlySpan<double> block)
    {
        Span<double> sorted = stackalloc double[Count * Count];
        block.CopyTo(sorted);
        sorted.Sort();
        var median = (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
        var hash = 0UL;
        foreach (var frequency in block)
        {
            hash = (hash << 1) | (frequency > median ? 1UL : 0UL);
        }

        return hash;
    }

    private static double[] CreateCosines()
    {
        var table = new double[Side * Count];
        for (var x = 0; x < Side; x++)
        {
            for (var u = 0; u < Count; u++)
            {
                table[(x * Count) + u] = Math.Cos(((2.0 * x) + 1.0) * u * Math.PI / (2.0 * Side));
            }
        }

        return table;
    }
}
