using FakeProfileDetector.Benchmarks.Shared.Pictures;
using SkiaSharp;

namespace FakeProfileDetector.CopyAccuracy.Edits;

/// <summary>Steps that change pixels where they are.</summary>
internal static class ColorSteps
{
    private const float BlurSigma = 1.2f;

    // A fifth more contrast and a little more light, as photo editors do at one touch.
    private static readonly float[] Brighter =
    [
        1.2f, 0, 0, 0, .06f,
        0, 1.2f, 0, 0, .06f,
        0, 0, 1.2f, 0, .06f,
        0, 0, 0, 1, 0,
    ];

    internal static EditStep Jpeg(int quality) => (photo, _) => Bitmaps.Decode(Bitmaps.ToJpeg(photo, quality));

    internal static SKBitmap Brighten(SKBitmap photo, Random random)
    {
        using var filter = SKColorFilter.CreateColorMatrix(Brighter);
        using var paint = new SKPaint { ColorFilter = filter };
        return Bitmaps.Draw(photo.Width, photo.Height, canvas => Bitmaps.Put(canvas, photo, 0, 0, paint));
    }

    internal static SKBitmap Blur(SKBitmap photo, Random random)
    {
        using var filter = SKImageFilter.CreateBlur(BlurSigma, BlurSigma);
        using var paint = new SKPaint { ImageFilter = filter };
        return Bitmaps.Draw(photo.Width, photo.Height, canvas => Bitmaps.Put(canvas, photo, 0, 0, paint));
    }
}
