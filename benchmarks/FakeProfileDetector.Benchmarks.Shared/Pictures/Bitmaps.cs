using SkiaSharp;

namespace FakeProfileDetector.Benchmarks.Shared.Pictures;

/// <summary>Opaque bitmaps, from files and to files.</summary>
internal static class Bitmaps
{
    /// <summary>As a browser scales: smooth, and of a reduced copy where much smaller.</summary>
    internal static readonly SKSamplingOptions Smooth = new(SKFilterMode.Linear, SKMipmapMode.Linear);

    /// <summary>Decodes a file; what is transparent becomes white.</summary>
    internal static SKBitmap Decode(byte[] encoded)
    {
        using var decoded = SKBitmap.Decode(encoded) ?? throw new InvalidDataException("A photo of the data could not be decoded.");
        return Draw(decoded.Width, decoded.Height, canvas => Put(canvas, decoded, 0, 0));
    }

    /// <summary>Draws on white.</summary>
    internal static SKBitmap Draw(int width, int height, Action<SKCanvas> draw)
    {
        var bitmap = new SKBitmap(Opaque(width, height));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        draw(canvas);
        return bitmap;
    }

    internal static void Put(SKCanvas canvas, SKBitmap bitmap, float x, float y, SKPaint? paint = null)
    {
        using var image = SKImage.FromBitmap(bitmap);
        canvas.DrawImage(image, x, y, Smooth, paint);
    }

    internal static SKBitmap Resize(SKBitmap bitmap, int width, int height) =>
        bitmap.Resize(Opaque(Math.Max(1, width), Math.Max(1, height)), Smooth);

    internal static byte[] ToJpeg(SKBitmap bitmap, int quality)
    {
        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, quality);
        return data.ToArray();
    }

    /// <summary>Lossless, and hardly compressed: the file lives for a moment.</summary>
    internal static byte[] ToPng(SKBitmap bitmap)
    {
        using var pixels = bitmap.PeekPixels();
        using var data = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.Sub, 1));
        return data?.ToArray() ?? throw new InvalidOperationException("The codec did not write a PNG.");
    }

    private static SKImageInfo Opaque(int width, int height) => new(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque);
}
