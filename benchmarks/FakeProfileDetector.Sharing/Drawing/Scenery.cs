using FakeProfileDetector.Benchmarks.Shared.Pictures;
using SkiaSharp;

namespace FakeProfileDetector.Sharing.Drawing;

/// <summary>Landscapes, and what stands blurred behind people.</summary>
internal static class Scenery
{
    /// <summary>A landscape: sky, clouds, a sun, ranges of hills, trees and sometimes water.</summary>
    internal static SKBitmap Landscape(int width, int height, Random random) => Bitmaps.Draw(width, height, canvas =>
    {
        var horizon = height * Palette.Between(random, .35, .65);
        Palette.Gradient(canvas, new(0, 0, width, height), Palette.Any(random), Palette.Light(random));
        DrawSky(canvas, width, horizon, random);
        var ranges = random.Next(2, 5);
        for (var i = 0; i < ranges; i++)
        {
            var level = horizon + ((height - horizon) * i / ranges);
            Hills(canvas, width, height, level, height * Palette.Between(random, .06, .25), SKColor.FromHsl(random.Next(60, 260), random.Next(10, 50), 60 - (i * 12)), random);
        }

        if (random.Next(2) == 0)
        {
            Palette.Gradient(canvas, new(0, height * Palette.Between(random, .75, .88), width, height), SKColor.FromHsl(random.Next(180, 230), 40, 45), SKColor.FromHsl(210, 50, 25));
        }

        DrawTrees(canvas, width, height, random);
    });

    /// <summary>An indoor or outdoor background out of focus.</summary>
    internal static SKBitmap Background(int width, int height, Random random)
    {
        using var sharp = random.Next(2) == 0 ? Landscape(width, height, random) : Room(width, height, random);
        using var blur = SKImageFilter.CreateBlur(6, 6);
        using var paint = new SKPaint { ImageFilter = blur };
        return Bitmaps.Draw(width, height, canvas =>
        {
            Bitmaps.Put(canvas, sharp, 0, 0);
            Bitmaps.Put(canvas, sharp, 0, 0, paint);
        });
    }

    private static SKBitmap Room(int width, int height, Random random) => Bitmaps.Draw(width, height, canvas =>
    {
        Palette.Gradient(canvas, new(0, 0, width, height), Palette.Light(random), Palette.Any(random));
        var things = random.Next(6, 14);
        for (var i = 0; i < things; i++)
        {
            using var fill = Palette.Fill(Palette.Any(random));
            canvas.DrawRect(random.Next(width), random.Next(height), random.Next(width / 12, width / 3), random.Next(height / 12, height / 2), fill);
        }
    });

    private static void DrawSky(SKCanvas canvas, int width, float horizon, Random random)
    {
        using var sun = Palette.Fill(SKColor.FromHsl(random.Next(30, 60), 90, random.Next(60, 95)));
        canvas.DrawCircle(random.Next(width), horizon * Palette.Between(random, .2, 1), width * Palette.Between(random, .03, .1), sun);
        var clouds = random.Next(0, 6);
        for (var i = 0; i < clouds; i++)
        {
            using var cloud = Palette.Fill(SKColors.White.WithAlpha((byte)random.Next(90, 220)));
            canvas.DrawOval(random.Next(width), horizon * Palette.Between(random, .05, .8), width * Palette.Between(random, .05, .2), horizon * Palette.Between(random, .03, .09), cloud);
        }
    }

    private static void Hills(SKCanvas canvas, int width, int height, float level, float swing, SKColor color, Random random)
    {
        using var fill = Palette.Fill(color);
        var (a, b, c) = (Palette.Between(random, 0, 7), Palette.Between(random, .5, 3), Palette.Between(random, 4, 11));
        for (var x = 0; x < width; x++)
        {
            var t = (float)x / width;
            var top = level - (swing * ((.6f * MathF.Sin(a + (b * 6.28f * t))) + (.25f * MathF.Sin((c * 6.28f * t) + b)) + (.1f * MathF.Sin(c * 19 * t))));
            canvas.DrawRect(x, top, 1, height - top, fill);
        }
    }

    private static void DrawTrees(SKCanvas canvas, int width, int height, Random random)
    {
        var trees = random.Next(0, 15);
        for (var i = 0; i < trees; i++)
        {
            var (x, y, size) = (random.Next(width), height * Palette.Between(random, .6, .95), height * Palette.Between(random, .04, .16));
            using var trunk = Palette.Line(SKColor.FromHsl(25, 40, 20), size * .15f);
            using var crown = Palette.Fill(SKColor.FromHsl(random.Next(70, 150), random.Next(25, 60), random.Next(15, 45)));
            canvas.DrawLine(x, y, x, y - size, trunk);
            canvas.DrawOval(x, y - size, size * .4f, size * .7f, crown);
        }
    }
}
