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

        // One target column at a time, so that memory grows with the sides and not with their product, and sums run over
        // neighbouring values.
        var longest = MaximumKernelLength(height, targetHeight);
        var across = ArrayPool<float>.Shared.Rent(MaximumKernelLength(width, targetWidth));
        var down = ArrayPool<float>.Shared.Rent(targetHeight * longest);
        var rented = ArrayPool<float>.Shared.Rent(height);
        try
        {
            var column = rented.AsSpan(0, height);
            Span<Range> windows = stackalloc Range[targetHeight];
            for (var y = 0; y < targetHeight; y++)
            {
                windows[y] = Kernel(y, height, targetHeight, down.AsSpan(y * longest, longest));
            }

            for (var x = 0; x < targetWidth; x++)
            {
                var (start, length) = Kernel(x, width, targetWidth, across).GetOffsetAndLength(width);
                var weights = across.AsSpan(0, length);
                for (var y = 0; y < height; y++)
                {
                    var row = source.Slice((y * width) + start, length);
                    var sum = 0f;
                    for (var i = 0; i < row.Length; i++)
                    {
                        sum += weights[i] * row[i];
                    }

                    column[y] = sum;
                }

                for (var y = 0; y < targetHeight; y++)
                {
                    var window = column[windows[y]];
                    weights = down.AsSpan(y * longest, window.Length);
                    var sum = 0f;
                    for (var i = 0; i < window.Length; i++)
                    {
                        sum += weights[i] * window[i];
                    }

                    target[(y * targetWidth) + x] = (byte)Math.Clamp(sum + 0.5f, 0f, 255f);
                }
            }
        }
        finally
        {
            ArrayPool<float>.Shared.Return(rented);
            ArrayPool<float>.Shared.Return(down);
            ArrayPool<float>.Shared.Return(across);
        }
    }

    private static double KernelRadius(int sourceSize, int targetSize) => Math.Ceiling(Math.Max((double)sourceSize / targetSize, 1.0) * Radius);

    private static int MaximumKernelLength(int sourceSize, int targetSize) =>
        (int)Math.Min((2 * KernelRadius(sourceSize, targetSize)) + 1, sourceSize);

    /// <summary>The source samples that one target sample mixes, and their weights, which add up to one.</summary>
    private static Range Kernel(int index, int sourceSize, int targetSize, Span<float> weights)
    {
        var ratio = (double)sourceSize / targetSize;
        var scale = Math.Max(ratio, 1.0);
        var radius = KernelRadius(sourceSize, targetSize);
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
            weights[i - first] = (float)(Weight((i - centre) / scale) / total);
        }

        return first..(last + 1);
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
