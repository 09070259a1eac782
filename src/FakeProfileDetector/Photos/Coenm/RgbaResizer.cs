using System.Buffers;
using System.Runtime.Intrinsics;

namespace FakeProfileDetector.Photos.Coenm;

/// <summary>Bicubic resizing of color to 8-bit gray with every rounding of ImageSharp 2.1, which CoenM's hashes rest on.</summary>
/// <remarks>
/// Color, premultiplied, is resized across and then down in single precision with fused multiply-add, the order of which
/// is fixed (see <see cref="Mix"/>); unpremultiplied, rounded to bytes, weighed to BT.601 gray and rounded again.
/// </remarks>
internal static class RgbaResizer
{
    // Floats of 16-byte pixels that wait between the passes; taller pictures are resized a few target columns at a time.
    private const int MaximumWaiting = 1 << 20;

    // The original rounds 32 bytes at a time to the nearest even, and what is left of a row by adding a half.
    private const int PixelsRoundedToEven = 8;

    private const float ByteToUnit = 1f / 255f;
    private const float Red = 0.299f;
    private const float Green = 0.587f;
    private const float Blue = 1f - (Red + Green);

    internal static void Resize(RgbaView source, Span<byte> gray, int targetWidth, int targetHeight)
    {
        if (source.Width == targetWidth && source.Height == targetHeight)
        {
            CopyGray(source, gray);
            return;
        }

        var across = new ResizeKernels(source.Width, targetWidth);
        var down = new ResizeKernels(source.Height, targetHeight);
        var columns = Math.Clamp(MaximumWaiting / source.Height, 1, targetWidth);
        var rented = ArrayPool<Vector128<float>>.Shared.Rent(source.Width + (source.Height * columns));
        try
        {
            var row = rented.AsSpan(0, source.Width);
            var waiting = rented.AsSpan(source.Width, source.Height * columns);
            for (var left = 0; left < targetWidth; left += columns)
            {
                var count = Math.Min(columns, targetWidth - left);
                for (var y = 0; y < source.Height; y++)
                {
                    ReadPremultiplied(source, y, row);
                    for (var x = 0; x < count; x++)
                    {
                        waiting[(x * source.Height) + y] = Mix(across.Weights(left + x), row[across.First(left + x)..]);
                    }
                }

                for (var y = 0; y < targetHeight; y++)
                {
                    for (var x = 0; x < count; x++)
                    {
                        var mixed = Mix(down.Weights(y), waiting.Slice(x * source.Height, source.Height)[down.First(y)..]);
                        gray[(y * targetWidth) + left + x] = Gray(mixed / mixed[3], IsRoundedToEven(left + x, targetWidth));
                    }
                }
            }
        }
        finally
        {
            ArrayPool<Vector128<float>>.Shared.Return(rented);
        }
    }

    private static void CopyGray(RgbaView source, Span<byte> gray)
    {
        for (var y = 0; y < source.Height; y++)
        {
            var row = source.Row(y);
            for (var x = 0; x < source.Width; x++)
            {
                var pixel = source.Pixel(x, row);
                gray[(y * source.Width) + x] = Gray(pixel[0], pixel[1], pixel[2], IsRoundedToEven(x, source.Width));
            }
        }
    }

    private static void ReadPremultiplied(RgbaView source, int y, Span<Vector128<float>> target)
    {
        var row = source.Row(y);
        for (var x = 0; x < target.Length; x++)
        {
            var pixel = source.Pixel(x, row);
            var color = Vector128.Create((float)pixel[0], pixel[1], pixel[2], pixel[3]) * ByteToUnit;
            target[x] = (color * color[3]).WithElement(3, color[3]);
        }
    }

    /// <summary>
    /// Weighted sum in the order of eight lanes of two pixels: four sums over every fourth pixel, folded in pairs before
    /// the last two or three pixels are added, and once more before the very last.
    /// </summary>
    private static Vector128<float> Mix(ReadOnlySpan<float> weights, ReadOnlySpan<Vector128<float>> pixels)
    {
        var (sum0, sum1, sum2, sum3) = (Vector128<float>.Zero, Vector128<float>.Zero, Vector128<float>.Zero, Vector128<float>.Zero);
        pixels = pixels[..weights.Length];
        var i = 0;
        for (; i <= weights.Length - 4; i += 4)
        {
            sum0 = Add(sum0, pixels[i], weights[i]);
            sum1 = Add(sum1, pixels[i + 1], weights[i + 1]);
            sum2 = Add(sum2, pixels[i + 2], weights[i + 2]);
            sum3 = Add(sum3, pixels[i + 3], weights[i + 3]);
        }

        sum0 += sum2;
        sum1 += sum3;
        if (i <= weights.Length - 2)
        {
            sum0 = Add(sum0, pixels[i], weights[i]);
            sum1 = Add(sum1, pixels[i + 1], weights[i + 1]);
            i += 2;
        }

        sum0 += sum1;
        return i < weights.Length ? Add(sum0, pixels[i], weights[i]) : sum0;
    }

    // Fused on every machine: where there is no instruction for it, software rounds once as well.
    private static Vector128<float> Add(Vector128<float> sum, Vector128<float> pixel, float weight) =>
        Vector128.FusedMultiplyAdd(pixel, Vector128.Create(weight), sum);

    private static byte Gray(Vector128<float> color, bool toEven) =>
        Gray(Round(color[0], toEven), Round(color[1], toEven), Round(color[2], toEven), toEven);

    private static byte Gray(byte red, byte green, byte blue, bool toEven) =>
        Round((red * ByteToUnit * Red) + (green * ByteToUnit * Green) + (blue * ByteToUnit * Blue), toEven);

    private static byte Round(float unit, bool toEven)
    {
        var value = unit * 255f;
        if (!toEven)
        {
            return (byte)Math.Clamp(value + 0.5f, 0f, 255f);
        }

        // Color over (almost) no opacity: what no integer holds is black.
        return Math.Abs(value) < -(float)int.MinValue ? (byte)Math.Clamp(MathF.Round(value), 0f, 255f) : (byte)0;
    }

    private static bool IsRoundedToEven(int x, int width) => x < width / PixelsRoundedToEven * PixelsRoundedToEven;
}
