using System.Numerics;
using System.Runtime.InteropServices;

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

    /// <summary>Blurs a plane into another, which takes its size.</summary>
    /// <param name="source">The plane.</param>
    /// <param name="target">Receives the result; not the source.</param>
    /// <param name="line">Scratch memory.</param>
    internal void Apply(FloatPlane source, FloatPlane target, ref float[] line)
    {
        target.Resize(source.Width, source.Height);
        var radius = _weights.Length - 1;
        var length = source.Width + (2 * radius);
        if (line.Length < length)
        {
            line = new float[length];
        }

        var padded = line.AsSpan(0, length);
        var middle = padded.Slice(radius, source.Width);
        Span<int> rows = stackalloc int[(2 * radius) + 1];
        Span<int> columns = stackalloc int[rows.Length];
        for (var k = 0; k < columns.Length; k++)
        {
            columns[k] = k;
        }

        for (var y = 0; y < source.Height; y++)
        {
            for (var k = 0; k < rows.Length; k++)
            {
                rows[k] = Math.Clamp(y + k - radius, 0, source.Height - 1) * source.Width;
            }

            Sum(source.Values, rows, middle);
            padded[..radius].Fill(middle[0]);
            padded[(radius + source.Width)..].Fill(middle[^1]);
            Sum(padded, columns, target.Row(y));
        }
    }

    /// <summary>Weighs the neighbors of each sample: sample x has one at each start + x, from the first to the last.</summary>
    private void Sum(ReadOnlySpan<float> values, ReadOnlySpan<int> starts, Span<float> sums)
    {
        var lanes = Vector<float>.Count;
        if (sums.Length < lanes)
        {
            for (var i = 0; i < sums.Length; i++)
            {
                sums[i] = SumOne(values, starts, i);
            }

            return;
        }

        var x = 0;
        for (; x <= sums.Length - (BlockVectors * lanes); x += BlockVectors * lanes)
        {
            SumBlock(values, starts, x, sums);
        }

        // The last vector ends with the row, over samples that are done already.
        for (; x < sums.Length; x += lanes)
        {
            x = Math.Min(x, sums.Length - lanes);
            SumVector(values, starts, x).CopyTo(sums[x..]);
        }
    }

    /// <summary>Four vectors at once, so that their sums stay in registers and do not wait for each other.</summary>
    private void SumBlock(ReadOnlySpan<float> values, ReadOnlySpan<int> starts, int x, Span<float> sums)
    {
        var lanes = Vector<float>.Count;
        var radius = _weights.Length - 1;
        var width = BlockVectors * lanes;
        var row = MemoryMarshal.Cast<float, Vector<float>>(values.Slice(starts[radius] + x, width));
        var weight = new Vector<float>(_weights[0]);
        var (a, b, c, d) = (row[0] * weight, row[1] * weight, row[2] * weight, row[3] * weight);
        for (var k = 1; k <= radius; k++)
        {
            var before = MemoryMarshal.Cast<float, Vector<float>>(values.Slice(starts[radius - k] + x, width));
            var behind = MemoryMarshal.Cast<float, Vector<float>>(values.Slice(starts[radius + k] + x, width));
            weight = new(_weights[k]);
            a += (before[0] + behind[0]) * weight;
            b += (before[1] + behind[1]) * weight;
            c += (before[2] + behind[2]) * weight;
            d += (before[3] + behind[3]) * weight;
        }

        var target = MemoryMarshal.Cast<float, Vector<float>>(sums.Slice(x, width));
        (target[0], target[1], target[2], target[3]) = (a, b, c, d);
    }

    private Vector<float> SumVector(ReadOnlySpan<float> values, ReadOnlySpan<int> starts, int x)
    {
        var radius = _weights.Length - 1;
        var sum = new Vector<float>(values[(starts[radius] + x)..]) * _weights[0];
        for (var k = 1; k <= radius; k++)
        {
            sum += (new Vector<float>(values[(starts[radius - k] + x)..]) + new Vector<float>(values[(starts[radius + k] + x)..])) * _weights[k];
        }

        return sum;
    }

    private float SumOne(ReadOnlySpan<float> values, ReadOnlySpan<int> starts, int x)
    {
        var radius = _weights.Length - 1;
        var sum = values[starts[radius] + x] * _weights[0];
        for (var k = 1; k <= radius; k++)
        {
            sum += (values[starts[radius - k] + x] + values[starts[radius + k] + x]) * _weights[k];
        }

        return sum;
    }
}
