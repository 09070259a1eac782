using FakeProfileDetector.Photos;
using SkiaSharp;

namespace FakeProfileDetector.SkiaSharp;

/// <summary>RGBA rows to upright luma: transparency on white, EXIF orientation applied.</summary>
internal static class LumaConversion
{
    private const int BytesPerPixel = 4;

    // JPEG's own rounding gives grey pictures a little colour; below this difference of channels it does not count.
    private const int ChannelTolerance = 16;

    /// <summary>Converts one row of unpremultiplied RGBA and puts it where the orientation wants it.</summary>
    /// <returns>How many of its pixels have a colour that shows: on white, transparency pales it.</returns>
    internal static int PutRow(ReadOnlySpan<byte> rgba, int y, int width, int height, SKEncodedOrigin origin, LumaImage target)
    {
        // Position of the first pixel in the upright picture, and the step from one pixel to the next.
        var stride = target.Width;
        var (start, step) = origin switch
        {
            SKEncodedOrigin.TopRight => ((y * stride) + width - 1, -1),
            SKEncodedOrigin.BottomRight => (((height - 1 - y) * stride) + width - 1, -1),
            SKEncodedOrigin.BottomLeft => ((height - 1 - y) * stride, 1),
            SKEncodedOrigin.LeftTop => (y, stride),
            SKEncodedOrigin.RightTop => (height - 1 - y, stride),
            SKEncodedOrigin.RightBottom => (((width - 1) * stride) + height - 1 - y, -stride),
            SKEncodedOrigin.LeftBottom => (((width - 1) * stride) + y, -stride),
            _ => (y * stride, 1),
        };
        var pixels = target.Pixels;
        var coloured = 0;
        for (var x = 0; x < width; x++)
        {
            var pixel = rgba.Slice(x * BytesPerPixel, BytesPerPixel);
            pixels[start + (x * step)] = OnWhite(Luma.FromRgb(pixel[0], pixel[1], pixel[2]), pixel[3]);
            var (low, high) = (Math.Min(pixel[0], pixel[1]), Math.Max(pixel[0], pixel[1]));
            coloured += (Math.Max(high, pixel[2]) - Math.Min(low, pixel[2])) * pixel[3] > ChannelTolerance * byte.MaxValue ? 1 : 0;
        }

        return coloured;
    }

    /// <summary>Whether the orientation exchanges width and height.</summary>
    internal static bool IsTransposed(SKEncodedOrigin origin) => origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop
        or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;

    private static byte OnWhite(byte luma, byte alpha) =>
        alpha == byte.MaxValue ? luma : (byte)(((luma * alpha) + (255 * (255 - alpha)) + 127) / 255);
}
