using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace FakeProfileDetector.Photos.Patches;

/// <summary>Blurs planes by a Gaussian; beyond the border the picture goes on as it ends.</summary>
/// <remarks>Sums run in one order whatever the width of the vectors, so that every machine finds the same patches.</remarks>
internal sealed class GaussianBlur
{
    // Beyond three standard deviations a weight is below a hundredth of the middle one.
    private const double Reach = 3;

    private const int BlockVectors = 4;

    private readonly float[] _weights;

    /// <summary>Prepares for one width.</summary>
    /// <param name="sigma">Standard deviation in pixels, above 0.</param>
    internal GaussianBlur(double sigma)
    {
        var radius = (int)Math.Ceiling(Reach * sigma);
        var weights = Enumerable.Range(0, radius + 1).Select(i => Math.Exp(-i * i / (2 * sigma * sigma))).ToArray();
        var sum = weights[0] + (2 * weights.Skip(1).Sum());
        _weights = [.. weights.Select(weight => (float)(weight / sum))];
    }

    private int Radius => _weights.Length - 1;

    /// <summary>Blurs a plane into another, which takes its size.</summary>
    /// <param name="source">The plane.</param>
    /// <param name="target">Receives the result; not the source.</param>
    /// <param name="difference">Receives what the blur changed; null where nobody asks.</param>
    /// <param name="line">Scratch memory.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Apply(FloatPlane source, FloatPlane target, FloatPlane? difference, ref float[] line)
    {
        target.Resize(source.Width, source.Height);
        difference?.Resize(source.Width, source.Height);
        var length = source.Width + (2 * Radius);
        if (line.Length < length)
        {
            line = new float[length];
        }

        var padded = line.AsSpan(0, length);
        var middle = padded.Slice(Radius, source.Width);
        Span<int> rows = stackalloc int[(2 * Radius) + 1];
        Span<int> columns = stackalloc int[rows.Length];
        for (var k = 0; k < columns.Length; k++)
        {
            columns[k] = k;
        }

        for (var y = 0; y < source.Height; y++)
        {
            for (var k = 0; k < rows.Length; k++)
            {
                rows[k] = Math.Clamp(y + k - Radius, 0, source.Height - 1) * source.Width;
            }

            var blurred = target.Row(y);
            Sum(source.Values, rows, middle);
            padded[..Radius].Fill(middle[0]);
            padded[(Radius + source.Width)..].Fill(middle[^1]);
            Sum(padded, columns, blurred);
            if (difference is not null)
            {
                // Now, while both rows are at hand.
                FloatRow.Subtract(blurred, source.Row(y), difference.Row(y));
            }
        }
    }

    /// <summary>Weighs the neighbors of each sample: sample x has one at each start + x, from the first to the last.</summary>
    private void Sum(ReadOnlySpan<float> values, ReadOnlySpan<int> starts, Span<float> sums)
    {
        // All that is read lies between the first start and the last one's row.
        _ = values.Slice(starts[^1], sums.Length);
        ref var first = ref MemoryMarshal.GetReference(values);
        var x = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            for (; x <= sums.Length - (BlockVectors * Vector512<float>.Count); x += BlockVectors * Vector512<float>.Count)
            {
                SumWideBlock(ref Unsafe.Add(ref first, x), starts, ref sums[x]);
            }
        }

        for (; x <= sums.Length - (BlockVectors * Vector<float>.Count); x += BlockVectors * Vector<float>.Count)
        {
            SumBlock(ref Unsafe.Add(ref first, x), starts, ref sums[x]);
        }

        if (sums.Length < Vector<float>.Count)
        {
            for (; x < sums.Length; x++)
            {
                sums[x] = SumOne(ref Unsafe.Add(ref first, x), starts);
            }
        }

        for (; x < sums.Length; x += Vector<float>.Count)
        {
            // The last vector ends with the row, over samples that are done already.
            x = Math.Min(x, sums.Length - Vector<float>.Count);
            SumVector(ref Unsafe.Add(ref first, x), starts).CopyTo(sums[x..]);
        }
    }

    /// <summary>Four vectors at once, so that their sums stay in registers and do not wait for each other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SumWideBlock(ref float first, ReadOnlySpan<int> starts, ref float sums)
    {
        var radius = Radius;
        var weight = Vector512.Create(_weights[0]);
        ref var row = ref Unsafe.Add(ref first, starts[radius]);
        var (a, b, c, d) = (Wide(ref row, 0) * weight, Wide(ref row, 1) * weight, Wide(ref row, 2) * weight, Wide(ref row, 3) * weight);
        for (var k = 1; k <= radius; k++)
        {
            ref var before = ref Unsafe.Add(ref first, starts[radius - k]);
            ref var behind = ref Unsafe.Add(ref first, starts[radius + k]);
            weight = Vector512.Create(_weights[k]);
            a += (Wide(ref before, 0) + Wide(ref behind, 0)) * weight;
            b += (Wide(ref before, 1) + Wide(ref behind, 1)) * weight;
            c += (Wide(ref before, 2) + Wide(ref behind, 2)) * weight;
            d += (Wide(ref before, 3) + Wide(ref behind, 3)) * weight;
        }

        a.StoreUnsafe(ref sums);
        b.StoreUnsafe(ref sums, (nuint)Vector512<float>.Count);
        c.StoreUnsafe(ref sums, (nuint)(2 * Vector512<float>.Count));
        d.StoreUnsafe(ref sums, (nuint)(3 * Vector512<float>.Count));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static Vector512<float> Wide(ref float place, int number) => Vector512.LoadUnsafe(ref place, (nuint)(number * Vector512<float>.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SumBlock(ref float first, ReadOnlySpan<int> starts, ref float sums)
    {
        var radius = Radius;
        var weight = new Vector<float>(_weights[0]);
        ref var row = ref Unsafe.Add(ref first, starts[radius]);
        var (a, b, c, d) = (Lanes(ref row, 0) * weight, Lanes(ref row, 1) * weight, Lanes(ref row, 2) * weight, Lanes(ref row, 3) * weight);
        for (var k = 1; k <= radius; k++)
        {
            ref var before = ref Unsafe.Add(ref first, starts[radius - k]);
            ref var behind = ref Unsafe.Add(ref first, starts[radius + k]);
            weight = new(_weights[k]);
            a += (Lanes(ref before, 0) + Lanes(ref behind, 0)) * weight;
            b += (Lanes(ref before, 1) + Lanes(ref behind, 1)) * weight;
            c += (Lanes(ref before, 2) + Lanes(ref behind, 2)) * weight;
            d += (Lanes(ref before, 3) + Lanes(ref behind, 3)) * weight;
        }

        a.StoreUnsafe(ref sums);
        b.StoreUnsafe(ref sums, (nuint)Vector<float>.Count);
        c.StoreUnsafe(ref sums, (nuint)(2 * Vector<float>.Count));
        d.StoreUnsafe(ref sums, (nuint)(3 * Vector<float>.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Vector<float> SumVector(ref float first, ReadOnlySpan<int> starts)
    {
        var sum = Lanes(ref Unsafe.Add(ref first, starts[Radius]), 0) * _weights[0];
        for (var k = 1; k <= Radius; k++)
        {
            sum += (Lanes(ref Unsafe.Add(ref first, starts[Radius - k]), 0) + Lanes(ref Unsafe.Add(ref first, starts[Radius + k]), 0)) * _weights[k];
        }

        return sum;
    }

    private float SumOne(ref float first, ReadOnlySpan<int> starts)
    {
        var sum = Unsafe.Add(ref first, starts[Radius]) * _weights[0];
        for (var k = 1; k <= Radius; k++)
        {
            sum += (Unsafe.Add(ref first, starts[Radius - k]) + Unsafe.Add(ref first, starts[Radius + k])) * _weights[k];
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Lanes(ref float place, int number) => Vector.LoadUnsafe(ref place, (nuint)(number * Vector<float>.Count));
}
