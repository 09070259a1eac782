using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace FakeProfileDetector.Photos.Patches;

/// <summary>Describes the surroundings of a keypoint by the signs of their 256 lowest frequencies, like PDQ does a whole photo.</summary>
/// <remarks>
/// Brightness and contrast do not change a sign. Mirroring a patch turns the signs of its odd horizontal frequencies and no
/// others, so the mirrored descriptor is the descriptor under a fixed mask.
/// </remarks>
internal static class PatchDescriptor
{
    // The rim of a patch is where a small error of place or size tells most, and where a crop cuts: it counts less.
    private const double Taper = 2;

    private const int Side = PatchSampler.Side;

    // More than the highest frequency along one axis among the 256 lowest.
    private const int Frequencies = 20;

    // One row for each frequency, and the same on its side.
    private static readonly float[] Cosines = CreateCosines();
    private static readonly float[] Transposed = Transpose(Cosines);

    private static readonly float[] Weights = CreateWeights();
    // Places in the product: rows are vertical frequencies, columns horizontal ones.
    private static readonly int[] Lowest = FindLowest();

    // The bits that change when a patch is mirrored.
    private static readonly PhotoHash MirrorMask = CreateMirrorMask();

    /// <summary>The descriptor of the mirrored patch.</summary>
    internal static PhotoHash Mirror(PhotoHash hash)
    {
        var a = hash.Words;
        var b = MirrorMask.Words;
        return new(a[0] ^ b[0], a[1] ^ b[1], a[2] ^ b[2], a[3] ^ b[3]);
    }

    /// <summary>Describes a keypoint's surroundings, turned by an angle.</summary>
    /// <param name="space">The scale space.</param>
    /// <param name="keypoint">The keypoint.</param>
    /// <param name="angle">In radians, clockwise in the picture.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    [SkipLocalsInit]
    internal static PhotoHash Describe(ScaleSpace space, in Keypoint keypoint, float angle)
    {
        Span<float> patch = stackalloc float[Side * Side];
        Span<float> half = stackalloc float[Frequencies * Side];
        Span<float> block = stackalloc float[Frequencies * Side];
        PatchSampler.Sample(space, keypoint, angle, patch);
        Fade(patch);
        if (Vector512.IsHardwareAccelerated)
        {
            MultiplyWide(Cosines, patch, half);
            MultiplyWide(half, Transposed, block);
        }
        else
        {
            Multiply(Cosines, patch, half);
            Multiply(half, Transposed, block);
        }

        Span<byte> bits = stackalloc byte[PhotoHash.ByteCount];
        for (var i = 0; i < bits.Length; i++)
        {
            var places = Lowest.AsSpan(8 * i, 8);
            var eight = Vector256.Create(
                block[places[0]], block[places[1]], block[places[2]], block[places[3]], block[places[4]], block[places[5]], block[places[6]], block[places[7]]);
            bits[i] = (byte)Vector256.GreaterThan(eight, Vector256<float>.Zero).ExtractMostSignificantBits();
        }

        return MemoryMarshal.Read<PhotoHash>(bits);
    }

    /// <summary>Lets a patch fade into its mean towards the rim.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Fade(Span<float> patch)
    {
        var values = MemoryMarshal.Cast<float, Vector256<float>>(patch);
        var weights = MemoryMarshal.Cast<float, Vector256<float>>(Weights);
        var sums = Vector256<float>.Zero;
        foreach (var eight in values)
        {
            sums += eight;
        }

        var sum = 0f;
        for (var lane = 0; lane < Vector256<float>.Count; lane++)
        {
            sum += sums[lane];
        }

        var mean = Vector256.Create(sum / patch.Length);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (values[i] - mean) * weights[i];
        }
    }

    /// <summary>The product of a matrix of one row for each frequency and a square one; sums from the lowest index upwards.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Multiply(ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<float> product)
    {
        const int vectors = Side / 8;
        var rows = MemoryMarshal.Cast<float, Vector256<float>>(right)[..(Side * vectors)];
        var sums = MemoryMarshal.Cast<float, Vector256<float>>(product)[..(Frequencies * vectors)];
        for (var row = 0; row < Frequencies; row += 2)
        {
            var upper = left.Slice(row * Side, Side);
            var lower = left.Slice((row + 1) * Side, Side);
            var (a0, a1, a2, a3) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero);
            var (b0, b1, b2, b3) = (a0, a1, a2, a3);
            for (var k = 0; k < Side; k++)
            {
                var values = rows.Slice(k * vectors, vectors);
                var factor = Vector256.Create(upper[k]);
                a0 += values[0] * factor;
                a1 += values[1] * factor;
                a2 += values[2] * factor;
                a3 += values[3] * factor;
                factor = Vector256.Create(lower[k]);
                b0 += values[0] * factor;
                b1 += values[1] * factor;
                b2 += values[2] * factor;
                b3 += values[3] * factor;
            }

            var target = sums.Slice(row * vectors, 2 * vectors);
            (target[0], target[1], target[2], target[3]) = (a0, a1, a2, a3);
            (target[4], target[5], target[6], target[7]) = (b0, b1, b2, b3);
        }
    }

    /// <summary>The same in vectors twice as wide.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MultiplyWide(ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<float> product)
    {
        const int vectors = Side / 16;
        const int rowsAtOnce = 4;
        var rows = MemoryMarshal.Cast<float, Vector512<float>>(right)[..(Side * vectors)];
        var sums = MemoryMarshal.Cast<float, Vector512<float>>(product)[..(Frequencies * vectors)];
        for (var row = 0; row < Frequencies; row += rowsAtOnce)
        {
            var factors = left.Slice(row * Side, rowsAtOnce * Side);
            var (a0, a1, b0, b1) = (Vector512<float>.Zero, Vector512<float>.Zero, Vector512<float>.Zero, Vector512<float>.Zero);
            var (c0, c1, d0, d1) = (a0, a0, a0, a0);
            for (var k = 0; k < Side; k++)
            {
                var (low, high) = (rows[k * vectors], rows[(k * vectors) + 1]);
                var factor = Vector512.Create(factors[k]);
                a0 += low * factor;
                a1 += high * factor;
                factor = Vector512.Create(factors[Side + k]);
                b0 += low * factor;
                b1 += high * factor;
                factor = Vector512.Create(factors[(2 * Side) + k]);
                c0 += low * factor;
                c1 += high * factor;
                factor = Vector512.Create(factors[(3 * Side) + k]);
                d0 += low * factor;
                d1 += high * factor;
            }

            var target = sums.Slice(row * vectors, rowsAtOnce * vectors);
            (target[0], target[1], target[2], target[3]) = (a0, a1, b0, b1);
            (target[4], target[5], target[6], target[7]) = (c0, c1, d0, d1);
        }
    }

    private static float[] CreateWeights()
    {
        var weights = new float[Side * Side];
        for (var i = 0; i < weights.Length; i++)
        {
            var (x, y) = (FromMiddle(i % Side), FromMiddle(i / Side));
            weights[i] = (float)Math.Exp(-Taper * ((x * x) + (y * y)));
        }

        return weights;

        // −1 at one side of the patch, 1 at the other.
        static double FromMiddle(int place) => (place + 0.5 - (Side / 2)) / (Side / 2);
    }

    private static float[] CreateCosines()
    {
        var table = new float[Frequencies * Side];
        for (var frequency = 0; frequency < Frequencies; frequency++)
        {
            for (var i = 0; i < Side; i++)
            {
                table[(frequency * Side) + i] = (float)Math.Cos(Math.PI / Side * frequency * (i + 0.5));
            }
        }

        return table;
    }

    private static float[] Transpose(float[] table)
    {
        var transposed = new float[Side * Side];
        for (var i = 0; i < table.Length; i++)
        {
            transposed[(i % Side * Side) + (i / Side)] = table[i];
        }

        return transposed;
    }

    private static int[] FindLowest() =>
    [
        .. Enumerable.Range(1, (Frequencies * Frequencies) - 1)
            .Select(i => (X: i % Frequencies, Y: i / Frequencies))
            .OrderBy(f => (f.X * f.X) + (f.Y * f.Y))
            .ThenBy(f => f.Y)
            .Take(PhotoHash.BitCount)
            .Select(f => (f.Y * Side) + f.X),
    ];

    private static PhotoHash CreateMirrorMask()
    {
        var bits = new byte[PhotoHash.ByteCount];
        for (var bit = 0; bit < PhotoHash.BitCount; bit++)
        {
            bits[bit / 8] |= (byte)((Lowest[bit] & 1) << (bit % 8));
        }

        return MemoryMarshal.Read<PhotoHash>(bits);
    }
}
