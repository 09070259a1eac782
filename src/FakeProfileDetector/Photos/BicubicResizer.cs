using System.Buffers;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace FakeProfileDetector.Photos;

/// <summary>Bicubic resizing (Catmull–Rom, a = −0.5, widened when shrinking), with the kernels that CoenM's hashes rest on.</summary>
/// <remarks>
/// The picture passes row by row: each is resized across, and added to the target rows that it reaches. Memory grows with
/// the sides and not with their product. Sums run in four lanes on every machine, so that none differs in its last bit.
/// </remarks>
internal static class BicubicResizer
{
    private const double Radius = 2.0;

    internal static void Resize(
        ReadOnlySpan<byte> source, int width, int height, Span<byte> target, int targetWidth, int targetHeight)
    {
        var rows = new LumaRows(source, width, height);
        using var across = new Kernels(width, targetWidth);
        using var down = new Kernels(height, targetHeight);
        var rented = ArrayPool<float>.Shared.Rent(width + (targetWidth * (targetHeight + 1)));
        try
        {
            var row = rented.AsSpan(0, width);
            var resized = rented.AsSpan(width, targetWidth);
            var sums = rented.AsSpan(width + targetWidth, targetWidth * targetHeight);
            sums.Clear();
            for (var y = 0; y < height; y++)
            {
                rows.Read(y, row);
                for (var x = 0; x < targetWidth; x++)
                {
                    resized[x] = Dot(across.Weights(x), row.Slice(across.First(x), across.Length(x)));
                }

                for (var line = 0; line < targetHeight; line++)
                {
                    var place = y - down.First(line);
                    if (place >= 0 && place < down.Length(line))
                    {
                        FloatRows.AddScaled(sums.Slice(line * targetWidth, targetWidth), resized, down.Weights(line)[place]);
                    }
                }
            }

            for (var i = 0; i < sums.Length; i++)
            {
                target[i] = (byte)Math.Clamp(sums[i] + 0.5f, 0f, 255f);
            }
        }
        finally
        {
            ArrayPool<float>.Shared.Return(rented);
        }
    }

    private static float Dot(ReadOnlySpan<float> weights, ReadOnlySpan<float> values)
    {
        var lanes = Vector128<float>.Zero;
        var wideWeights = MemoryMarshal.Cast<float, Vector128<float>>(weights);
        var wideValues = MemoryMarshal.Cast<float, Vector128<float>>(values);
        for (var i = 0; i < wideWeights.Length; i++)
        {
            lanes += wideWeights[i] * wideValues[i];
        }

        var sum = lanes[0] + lanes[1] + lanes[2] + lanes[3];
        for (var i = wideWeights.Length * Vector128<float>.Count; i < weights.Length; i++)
        {
            sum += weights[i] * values[i];
        }

        return sum;
    }

    private static double Weight(double distance)
    {
        var x = Math.Abs(distance);
        return x switch
        {
            <= 1 => (((1.5 * x) - 2.5) * x * x) + 1,
            <= 2 => (((((-0.5 * x) + 2.5) * x) - 4) * x) + 2,
            _ => 0,
        };
    }

    /// <summary>For each target sample the source samples that it mixes, and their weights, which add up to one.</summary>
    private sealed class Kernels : IDisposable
    {
        private readonly int _longest;
        private readonly int[] _first;
        private readonly int[] _length;
        private readonly float[] _weights;

        internal Kernels(int sourceSize, int targetSize)
        {
            var ratio = (double)sourceSize / targetSize;
            var scale = Math.Max(ratio, 1.0);
            var radius = Math.Ceiling(scale * Radius);
            _longest = (int)Math.Min((2 * radius) + 1, sourceSize);
            _first = ArrayPool<int>.Shared.Rent(targetSize);
            _length = ArrayPool<int>.Shared.Rent(targetSize);
            _weights = ArrayPool<float>.Shared.Rent(targetSize * _longest);
            for (var index = 0; index < targetSize; index++)
            {
                var centre = ((index + 0.5) * ratio) - 0.5;
                var first = Math.Max((int)Math.Ceiling(centre - radius), 0);
                var last = Math.Min((int)Math.Floor(centre + radius), sourceSize - 1);
                var total = 0.0;
                for (var i = first; i <= last; i++)
                {
                    total += Weight((i - centre) / scale);
                }

                for (var i = first; i <= last; i++)
                {
                    _weights[(index * _longest) + i - first] = (float)(Weight((i - centre) / scale) / total);
                }

                _first[index] = first;
                _length[index] = last - first + 1;
            }
        }

        internal int First(int index) => _first[index];

        internal int Length(int index) => _length[index];

        internal ReadOnlySpan<float> Weights(int index) => _weights.AsSpan(index * _longest, _length[index]);

        public void Dispose()
        {
            ArrayPool<int>.Shared.Return(_first);
            ArrayPool<int>.Shared.Return(_length);
            ArrayPool<float>.Shared.Return(_weights);
        }
    }
}
