using FakeProfileDetector.Benchmarks.Shared.Pictures;
using SkiaSharp;

namespace FakeProfileDetector.CopyAccuracy.Edits;

/// <summary>Steps that move pixels.</summary>
internal static class GeometrySteps
{
    /// <summary>Keeps a share of both sides, anywhere in the photo.</summary>
    internal static EditStep Crop(double keptSides) => (photo, random) =>
    {
        var (width, height) = ((int)(photo.Width * keptSides), (int)(photo.Height * keptSides));
        var (x, y) = (random.Next(photo.Width - width + 1), random.Next(photo.Height - height + 1));
        return Bitmaps.Draw(width, height, canvas => Bitmaps.Put(canvas, photo, -x, -y));
    };

    internal static SKBitmap Mirror(SKBitmap photo, Random random) => Bitmaps.Draw(photo.Width, photo.Height, canvas =>
    {
        canvas.Scale(-1, 1);
        Bitmaps.Put(canvas, photo, -photo.Width, 0);
    });

    /// <summary>Turns clockwise and cuts the empty corners off.</summary>
    internal static EditStep Turn(double degrees) => (photo, _) =>
    {
        var (width, height) = WithinCorners(photo, Math.Abs(degrees) * Math.PI / 180);
        return Bitmaps.Draw(width, height, canvas =>
        {
            canvas.Translate(width / 2f, height / 2f);
            canvas.RotateDegrees((float)degrees);
            Bitmaps.Put(canvas, photo, -photo.Width / 2f, -photo.Height / 2f);
        });
    };

    /// <summary>Scales the longer side to a number of pixels.</summary>
    internal static EditStep LongerSide(int pixels) => (photo, _) =>
    {
        var scale = (double)pixels / Math.Max(photo.Width, photo.Height);
        return Bitmaps.Resize(photo, (int)(photo.Width * scale), (int)(photo.Height * scale));
    };

    /// <summary>Makes the photo narrower and leaves its height.</summary>
    internal static EditStep Squash(double width) => (photo, _) => Bitmaps.Resize(photo, (int)(photo.Width * width), photo.Height);

    /// <summary>The largest part of the photo's shape that is covered when it is turned.</summary>
    private static (int Width, int Height) WithinCorners(SKBitmap photo, double angle)
    {
        var aspect = Math.Max((double)photo.Width / photo.Height, (double)photo.Height / photo.Width);
        var kept = 1 / (Math.Cos(angle) + (Math.Sin(angle) * aspect));
        return ((int)(photo.Width * kept), (int)(photo.Height * kept));
    }
}
