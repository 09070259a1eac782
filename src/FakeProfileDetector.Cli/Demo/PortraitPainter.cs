using SkiaSharp;

namespace FakeProfileDetector.Cli.Demo;

/// <summary>Draws portraits of people who do not exist: a backdrop, a head, hair and clothes, all from a seed.</summary>
internal static class PortraitPainter
{
    private const int Side = 400;

    /// <summary>The portrait of one invented person; the same seed gives the same picture.</summary>
    internal static SKBitmap Paint(int seed)
    {
        var random = new Random(seed);
        var bitmap = new SKBitmap(Side, Side, SKColorType.Rgba8888, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(bitmap);
        using var paint = new SKPaint { IsAntialias = true };

        // Large soft shapes behind the head are what makes one portrait's hash differ from another's.
        canvas.Clear(Color(random, 40, 220));
        for (var i = 0; i < 7; i++)
        {
            paint.Color = Color(random, 0, 255);
            canvas.DrawOval(random.Next(Side), random.Next(Side), random.Next(30, 130), random.Next(30, 130), paint);
        }

        var center = (Side / 2) + random.Next(-50, 50);
        var headWidth = random.Next(60, 95);
        var headHeight = random.Next(85, 120);
        var headY = random.Next(140, 190);
        paint.Color = Color(random, 10, 200);
        canvas.DrawOval(center, Side + 20, random.Next(130, 190), random.Next(110, 170), paint);
        var hair = Color(random, 0, 140);
        paint.Color = hair;
        canvas.DrawOval(center, headY - random.Next(10, 40), headWidth + random.Next(8, 35), headHeight + random.Next(5, 30), paint);
        var skin = random.Next(90, 235);
        paint.Color = new SKColor((byte)skin, (byte)(skin * 0.8), (byte)(skin * 0.65));
        canvas.DrawOval(center, headY + 10, headWidth, headHeight, paint);

        paint.Color = new SKColor(30, 25, 25);
        var eyes = random.Next(22, 40);
        canvas.DrawOval(center - eyes, headY, 9, random.Next(4, 9), paint);
        canvas.DrawOval(center + eyes, headY, 9, random.Next(4, 9), paint);
        paint.Color = new SKColor(140, 50, 50);
        canvas.DrawOval(center, headY + 60, random.Next(15, 35), random.Next(4, 12), paint);
        if (random.Next(3) == 0)
        {
            paint.Color = hair;
            canvas.DrawOval(center, headY + 85, random.Next(20, 50), random.Next(15, 40), paint);
        }

        return bitmap;
    }

    /// <summary>The gray silhouette that a network shows where there is no photo.</summary>
    internal static SKBitmap PaintSilhouette()
    {
        var bitmap = new SKBitmap(200, 200, SKColorType.Rgba8888, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(bitmap);
        using var paint = new SKPaint { IsAntialias = true, Color = new SKColor(150, 155, 160) };
        canvas.Clear(new SKColor(225, 228, 230));
        canvas.DrawOval(100, 80, 38, 45, paint);
        canvas.DrawOval(100, 205, 75, 70, paint);
        return bitmap;
    }

    private static SKColor Color(Random random, int low, int high) =>
        new((byte)random.Next(low, high), (byte)random.Next(low, high), (byte)random.Next(low, high));
}
