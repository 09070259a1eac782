using System.Runtime.InteropServices;
using FakeProfileDetector.Photos;
using SkiaSharp;

namespace FakeProfileDetector.SkiaSharp;

/// <summary>RGBA rows to upright luma: transparency on white, EXIF orientation applied.</summary>
internal static class LumaConversion
{
    // JPEG's own rounding gives gray pictures a little color; below this difference of channels it does not count.
    private const int ChannelTolerance = 16;

    /// <summary>Converts one row of unpremultiplied RGBA and puts it where the orientation wants it.</summary>
    /// <returns>How many of its pixels have a color that shows: on white, transparency pales it.</returns>
    internal static int PutRow(ReadOnlySpan<byte> rgba, int y, int width, int height, SKEncodedOrigin origin, LumaImage target)
    {
        var (start, step) = RowOf(y, width, height, origin);
        var pixels = target.Pixels;
        var colored = 0;
        foreach (var (red, green, blue, alpha) in MemoryMarshal.Cast<byte, Rgba>(rgba))
        {
            pixels[start] = OnWhite(Luma.FromRgb(red, green, blue), alpha);
            start += step;
            var spread = Math.Max(Math.Max(red, green), blue) - Math.Min(Math.Min(red, green), blue);
            colored += spread * alpha > ChannelTolerance * byte.MaxValue ? 1 : 0;
        }

        return colored;
    }

    /// <summary>Position of a row's first pixel in the upright picture, and the step from one of its pixels to the next.</summary>
    internal static (int Start, int Step) RowOf(int y, int width, int height, SKEncodedOrigin origin)
    {
        var stride = IsTransposed(origin) ? height : width;
        return origin switch
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
    }

    /// <summary>Whether the orientation exchanges width and height.</summary>
    internal static bool IsTransposed(SKEncodedOrigin origin) => origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop
        or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;

    private static byte OnWhite(byte luma, byte alpha) =>
        alpha == byte.MaxValue ? luma : (byte)(((luma * alpha) + (255 * (255 - alpha)) + 127) / 255);

    /// <summary>A pixel as Skia lays it out.</summary>
    private readonly record struct Rgba(byte Red, byte Green, byte Blue, byte Alpha);
}
