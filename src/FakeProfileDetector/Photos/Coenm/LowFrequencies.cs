using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace FakeProfileDetector.Photos.Coenm;

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
        Span<double> values = stackalloc double[2 * Side];
        for (var y = 0; y < Side; y += 2)
        {
            Convert(picture.Slice(y * Side, 2 * Side), values);
            TransformTwo(values, rows.Slice(y * Count, 2 * Count));
        }

        Span<double> block = stackalloc double[Count * Count];
        for (var u = 0; u < Count; u += 2)
        {
            for (var y = 0; y < Side; y++)
            {
                values[y] = rows[(y * Count) + u];
                values[Side + y] = rows[(y * Count) + u + 1];
            }

            TransformTwo(values, block.Slice(u * Count, 2 * Count));
        }

        return AboveMedian(block);
    }

    private static void Convert(ReadOnlySpan<byte> bytes, Span<double> values)
    {
        for (var x = 0; x < bytes.Length; x += Vector128<byte>.Count)
        {
            var sixteen = Vector128.Create(bytes.Slice(x, Vector128<byte>.Count));
            Convert(Vector128.WidenLower(sixteen), values[x..]);
            Convert(Vector128.WidenUpper(sixteen), values[(x + (Vector128<byte>.Count / 2))..]);
        }
    }

    // By way of floats, which hold a byte exactly.
    private static void Convert(Vector128<ushort> numbers, Span<double> values)
    {
        var floats = Vector256.ConvertToSingle(Vector256.Create(Vector128.WidenLower(numbers), Vector128.WidenUpper(numbers)).AsInt32());
        Vector256.WidenLower(floats).CopyTo(values);
        Vector256.WidenUpper(floats).CopyTo(values[Vector256<double>.Count..]);
    }

    /// <summary>Two rows of values to their lowest frequencies; two, because each cosine is loaded once for both.</summary>
    private static void TransformTwo(ReadOnlySpan<double> values, Span<double> frequencies)
    {
        var first = values[..Side];
        var second = values.Slice(Side, Side);
        var cosines = MemoryMarshal.Cast<double, Vector256<double>>(Cosines);
        var firstLow = Vector256<double>.Zero;
        var firstHigh = Vector256<double>.Zero;
        var secondLow = Vector256<double>.Zero;
        var secondHigh = Vector256<double>.Zero;
        for (var x = 0; x < Side; x += AddedTogether)
        {
            var four = cosines.Slice(2 * x, 2 * AddedTogether);
            firstLow += WeighFour(first, x, four[0], four[2], four[4], four[6]);
            firstHigh += WeighFour(first, x, four[1], four[3], four[5], four[7]);
            secondLow += WeighFour(second, x, four[0], four[2], four[4], four[6]);
            secondHigh += WeighFour(second, x, four[1], four[3], four[5], four[7]);
        }

        Put(firstLow, firstHigh, frequencies[..Count]);
        Put(secondLow, secondHigh, frequencies.Slice(Count, Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> WeighFour(
        ReadOnlySpan<double> values, int x, Vector256<double> weight0, Vector256<double> weight1, Vector256<double> weight2, Vector256<double> weight3) =>
        ((values[x] * weight0) + (values[x + 1] * weight1)) + ((values[x + 2] * weight2) + (values[x + 3] * weight3));

    private static void Put(Vector256<double> low, Vector256<double> high, Span<double> frequencies)
    {
        (low * Scale).CopyTo(frequencies);
        (high * Scale).CopyTo(frequencies[(Count / 2)..]);
        frequencies[0] *= ConstantScale;
    }

    private static ulong AboveMedian(ReadOnlySpan<double> block)
    {
        var median = Median(block);
        var hash = 0UL;
        foreach (var frequency in block)
        {
            hash = (hash << 1) | (frequency > median ? 1UL : 0UL);
        }

        return hash;
    }

    /// <summary>By counting what lies below each value: no branch depends on the values, as many of a sort's do.</summary>
    private static double Median(ReadOnlySpan<double> values)
    {
        var vectors = MemoryMarshal.Cast<double, Vector256<double>>(values);
        var upper = values.Length / 2;
        var lower = double.MinValue;
        var higher = double.MinValue;
        foreach (var value in values)
        {
            var below = Vector256<long>.Zero;
            foreach (var four in vectors)
            {
                below -= Vector256.LessThan(four, Vector256.Create(value)).AsInt64();
            }

            var rank = Vector256.Sum(below);
            lower = rank < upper ? Math.Max(lower, value) : lower;
            higher = rank <= upper ? Math.Max(higher, value) : higher;
        }

        return (lower + higher) / 2;
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
