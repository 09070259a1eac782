using System.Buffers;

namespace FakeProfileDetector.Photos;

/// <summary>Bicubic resizing (Catmull–Rom, a = −0.5, widened when shrinking), with the kernels that CoenM's hashes rest on.</summary>
internal static class BicubicResizer
{
    private const double Radius = 2.0;

    internal static void Resize(
        ReadOnlySpan<byte> source, int width, int height, Span<byte> target, int targetWidth, int targetHeight)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        if (source.Length != (long)width * height)
        {
            throw new ArgumentException($"{width} × {height} pixels need {(long)width * height} luma values; {source.Length} were given.");
        }

        var rented = ArrayPool<float>.Shared.Rent(height * targetWidth);
        var weightBuffer = ArrayPool<float>.Shared.Rent(Math.Max(width, height));
        try
        {
            var columns = rented.AsSpan(0, height * targetWidth);
            for (var x = 0; x < targetWidth; x++)
            {
                var start = Kernel(x, width, targetWidth, weightBuffer, out var weights);
                for (var y = 0; y < height; y++)
                {
                    var row = source.Slice((y * width) + start, weights.Length);
                    var sum = 0f;
                    for (var i = 0; i < weights.Length; i++)
                    {
                        sum += weights[i] * row[i];
                    }

                    columns[(y * targetWidth) + x] = sum;
                }
            }

            for (var y = 0; y < targetHeight; y++)
            {
                var start = Kernel(y, height, targetHeight, weightBuffer, out var weights);
                for (var x = 0; x < targetWidth; x++)
                {
                    var sum = 0f;
                    for (var i = 0; i < weights.Length; i++)
                    {
                        sum += weights[i] * columns[((start + i) * targetWidth) + x];
                    }

                    target[(y * targetWidth) + x] = (byte)Math.Clamp(sum + 0.5f, 0f, 255f);
                }
            }
        }
        finally
        {
            ArrayPool<float>.Shared.Return(rented);
            ArrayPool<float>.Shared.Return(weightBuffer);
        }
    }

    /// <summary>The source samples that one target sample mixes, and their weights, which add up to one.</summary>
    private static int Kernel(int index, int sourceSize, int targetSize, float[] buffer, out ReadOnlySpan<float> weights)
    {
        var ratio = (double)sourceSize / targetSize;
        var scale = Math.Max(ratio, 1.0);
        var radius = Math.Ceiling(scale * Radius);
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
            buffer[i - first] = (float)(Weight((i - centre) / scale) / total);
        }

        weights = buffer.AsSpan(0, last - first + 1);
        return first;
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
}
