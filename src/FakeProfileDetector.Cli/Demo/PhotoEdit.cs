using SkiaSharp;

namespace FakeProfileDetector.Cli.Demo;

/// <summary>What thieves do to a photo before they use it.</summary>
internal static class PhotoEdit
{
    private static readonly float[] Gray =
    [
        0.299f, 0.587f, 0.114f, 0, 0,
        0.299f, 0.587f, 0.114f, 0, 0,
        0.299f, 0.587f, 0.114f, 0, 0,
        0, 0, 0, 1, 0,
    ];

    private static readonly float[] Brighter =
    [
        1.2f, 0, 0, 0, 0.06f,
        0, 1.2f, 0, 0, 0.06f,
        0, 0, 1.2f, 0, 0.06f,
        0, 0, 0, 1, 0,
    ];

    /// <summary>The edits by name, each giving a new picture and the JPEG quality it is saved with.</summary>
    internal static readonly IReadOnlyList<(string Name, Func<SKBitmap, SKBitmap> Apply, int Quality)> All =
    [
        ("re-encoded", static photo => photo.Copy(), 40),
        ("half-size", static photo => Draw(photo, scale: 0.5f), 85),
        ("brighter", static photo => Draw(photo, colors: Brighter), 85),
        ("grey", static photo => Draw(photo, colors: Gray), 85),
        ("mirrored", static photo => Draw(photo, mirrored: true), 85),
        ("cropped", static photo => Crop(photo, 0.12f, 0.05f, 0.8f), 85),
        ("framed", static photo => Frame(photo, 24), 85),
    ];

    /// <summary>A part of the photo; all in shares of its sides.</summary>
    internal static SKBitmap Crop(SKBitmap photo, float left, float top, float keep) => Place(
        photo, (int)(photo.Width * keep), (int)(photo.Height * keep), -photo.Width * left, -photo.Height * top);

    private static SKBitmap Frame(SKBitmap photo, int thickness) => Place(
        photo, photo.Width + (2 * thickness), photo.Height + (2 * thickness), thickness, thickness);

    private static SKBitmap Place(SKBitmap photo, int width, int height, float x, float y)
    {
        var result = new SKBitmap(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(result);
        canvas.Clear(SKColors.White);
        canvas.DrawBitmap(photo, x, y, new SKSamplingOptions(SKFilterMode.Nearest));
        return result;
    }

    private static SKBitmap Draw(SKBitmap photo, float scale = 1, bool mirrored = false, float[]? colors = null)
    {
        var result = new SKBitmap((int)(photo.Width * scale), (int)(photo.Height * scale), SKColorType.Rgba8888, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(result);
        using var filter = colors is null ? null : SKColorFilter.CreateColorMatrix(colors);
        using var paint = new SKPaint { ColorFilter = filter };
        using var image = SKImage.FromBitmap(photo);
        if (mirrored)
        {
            canvas.Scale(-1, 1, result.Width / 2f, 0);
        }

        canvas.DrawImage(image, new SKRect(0, 0, result.Width, result.Height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear), paint);
        return result;
    }
}
