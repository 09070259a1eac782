using FakeProfileDetector.Benchmarks.Shared.Pictures;
using SkiaSharp;

namespace FakeProfileDetector.CopyAccuracy.Edits;

/// <summary>Steps that cover a part of the photo, or put something around it.</summary>
internal static class OverlaySteps
{
    private const float LogoMargin = 4;
    private static readonly SKColor FrameColor = new(240, 240, 240);
    private static readonly SKColor LogoColor = new(10, 60, 160);

    /// <summary>A light frame, as wide as a share of the longer side.</summary>
    internal static EditStep Frame(double share) => (photo, _) =>
    {
        var width = (int)(Math.Max(photo.Width, photo.Height) * share);
        return Bitmaps.Draw(photo.Width + (2 * width), photo.Height + (2 * width), canvas =>
        {
            canvas.Clear(FrameColor);
            Bitmaps.Put(canvas, photo, width, width);
        });
    };

    /// <summary>The largest circle in the middle, as round avatars are saved.</summary>
    internal static SKBitmap Circle(SKBitmap photo, Random random)
    {
        var side = Math.Min(photo.Width, photo.Height);
        using var circle = new SKRoundRect(new SKRect(0, 0, side, side), side / 2f);
        return Bitmaps.Draw(side, side, canvas =>
        {
            canvas.ClipRoundRect(circle, SKClipOperation.Intersect, antialias: true);
            Bitmaps.Put(canvas, photo, -((photo.Width - side) / 2), -((photo.Height - side) / 2));
        });
    }

    /// <summary>A badge in the lower right corner.</summary>
    internal static SKBitmap Logo(SKBitmap photo, Random random) => Bitmaps.Draw(photo.Width, photo.Height, canvas =>
    {
        Bitmaps.Put(canvas, photo, 0, 0);
        var (width, height) = (photo.Width * .3f, photo.Height * .12f);
        var (left, top) = (photo.Width - width, photo.Height - height);
        using var ground = new SKPaint { Color = LogoColor };
        using var sign = new SKPaint { Color = SKColors.White };
        canvas.DrawRect(left - LogoMargin, top - LogoMargin, width, height, ground);
        canvas.DrawRect(left + LogoMargin, top + LogoMargin, width * .3f, height * .5f, sign);
        canvas.DrawCircle(photo.Width - (width * .35f), photo.Height - (height * .5f), height * .25f, sign);
    });
}
