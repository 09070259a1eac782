using FakeProfileDetector.Benchmarks.Shared.Pictures;
using SkiaSharp;

namespace FakeProfileDetector.Sharing.Drawing;

/// <summary>Drawings that people take for their avatar because they like them.</summary>
internal static class DrawnPictures
{
    private const int Side = 320;

    private static readonly string[] Words =
        ["BE", "THE", "LIGHT", "DREAM", "NEVER", "STOP", "LIFE", "IS", "SHORT", "LOVE", "ALL", "WAYS", "LEAD", "HOME", "RISE", "AGAIN", "WORK", "AND", "HOPE", "TODAY"];

    /// <summary>A creature with outlines, big eyes and flat colors.</summary>
    internal static SKBitmap Cartoon(Random random) => Bitmaps.Draw(Side, Side, canvas =>
    {
        canvas.Clear(Palette.Light(random));
        Blobs(canvas, random, random.Next(2, 6));
        var (x, y) = ((Side / 2f) + random.Next(-25, 25), (Side / 2f) + random.Next(-20, 30));
        var (wide, tall) = (Side * Palette.Between(random, .22, .34), Side * Palette.Between(random, .22, .36));
        var skin = Palette.Strong(random);
        using var fill = Palette.Fill(skin);
        using var outline = Palette.Line(SKColors.Black, Palette.Between(random, 3, 7));
        Ears(canvas, x, y, wide, tall, fill, outline, random);
        Shape(canvas, x, y, wide, tall, fill, outline);
        var (gap, eye) = (wide * Palette.Between(random, .3, .5), wide * Palette.Between(random, .18, .34));
        foreach (var side in new[] { -1, 1 })
        {
            using var pupil = Palette.Fill(SKColors.Black);
            using var white = Palette.Fill(SKColors.White);
            Shape(canvas, x + (side * gap), y - (tall * .2f), eye, eye * 1.15f, white, outline);
            canvas.DrawCircle(x + (side * gap) + (eye * .2f), y - (tall * .15f), eye * .45f, pupil);
        }

        using var mouth = Palette.Fill(Palette.Dark(random));
        canvas.DrawOval(x, y + (tall * .45f), wide * Palette.Between(random, .15, .5), tall * Palette.Between(random, .05, .2), mouth);
    });

    /// <summary>A poster of a star: a large painted face, rays behind it, a name below.</summary>
    internal static SKBitmap Poster(string name, Random random) => Bitmaps.Draw(Side, Side, canvas =>
    {
        canvas.Clear(Palette.Strong(random));
        Rays(canvas, Palette.Light(random), random);
        var (x, y, r) = (Side * Palette.Between(random, .42, .58), Side * Palette.Between(random, .38, .46), Side * Palette.Between(random, .2, .27));
        using var hair = Palette.Fill(Palette.Dark(random));
        canvas.DrawOval(x, y - (r * .2f), r * Palette.Between(random, 1.05, 1.5), r * Palette.Between(random, 1.2, 1.7), hair);
        var skin = Palette.Skin(random);
        using var light = Palette.Fill(skin);
        using var shade = Palette.Fill(Palette.Strong(random).WithAlpha(110));
        using var clothes = Palette.Fill(Palette.Any(random));
        canvas.DrawOval(x, Side, r * 2, r * 1.1f, clothes);
        canvas.DrawRect(x - (r * .35f), y + (r * .6f), r * .7f, r * .9f, light);
        canvas.DrawOval(x, y, r * .85f, r * 1.15f, light);
        canvas.DrawOval(x + (r * .45f), y + (r * .1f), r * .4f, r, shade);
        Features(canvas, x, y, r, random);
        using var band = Palette.Fill(Palette.Dark(random));
        canvas.DrawRect(0, Side * .85f, Side, Side * .15f, band);
        StrokeFont.Draw(canvas, name, Side / 2f, Side * .925f, Math.Min(26, 26 * Side * .9f / StrokeFont.Width(name, 26)), SKColors.White);
    });

    /// <summary>A few words on a colored or scenic ground.</summary>
    internal static SKBitmap Quote(Random random)
    {
        using var scene = random.Next(2) == 0 ? Scenery.Background(Side, Side, random) : null;
        return Bitmaps.Draw(Side, Side, canvas =>
        {
            Palette.Gradient(canvas, new(0, 0, Side, Side), Palette.Dark(random), Palette.Any(random));
            if (scene is not null)
            {
                Bitmaps.Put(canvas, scene, 0, 0);
            }

            var (lines, height) = (random.Next(3, 6), random.Next(20, 32));
            var color = scene is null ? Palette.Light(random) : SKColors.White;
            for (var i = 0; i < lines; i++)
            {
                var text = string.Join(' ', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Words[random.Next(Words.Length)]));
                var size = Math.Min(height, height * Side * .9f / StrokeFont.Width(text, height));
                StrokeFont.Draw(canvas, text, Side / 2f, (Side / 2f) + ((i - ((lines - 1) / 2f)) * height * 1.7f), size, color);
            }
        });
    }

    internal static void Blobs(SKCanvas canvas, Random random, int count)
    {
        for (var i = 0; i < count; i++)
        {
            using var fill = Palette.Fill(Palette.Any(random).WithAlpha((byte)random.Next(80, 255)));
            canvas.DrawOval(random.Next(Side), random.Next(Side), random.Next(15, 90), random.Next(15, 90), fill);
        }
    }

    private static void Ears(SKCanvas canvas, float x, float y, float wide, float tall, SKPaint fill, SKPaint outline, Random random)
    {
        var (far, up) = (wide * Palette.Between(random, .5, .95), tall * Palette.Between(random, .6, 1.1));
        var (earWide, earTall) = (wide * Palette.Between(random, .15, .4), tall * Palette.Between(random, .2, .6));
        Shape(canvas, x - far, y - up, earWide, earTall, fill, outline);
        Shape(canvas, x + far, y - up, earWide, earTall, fill, outline);
    }

    private static void Shape(SKCanvas canvas, float x, float y, float wide, float tall, SKPaint fill, SKPaint outline)
    {
        canvas.DrawOval(x, y, wide, tall, fill);
        canvas.DrawOval(x, y, wide, tall, outline);
    }

    private static void Rays(SKCanvas canvas, SKColor color, Random random)
    {
        using var line = Palette.Line(color, Palette.Between(random, 6, 16));
        var (x, y, count) = (Side / 2f, Side * Palette.Between(random, .3, .9), random.Next(8, 22));
        for (var i = 0; i < count; i++)
        {
            var angle = MathF.Tau * i / count;
            canvas.DrawLine(x, y, x + (Side * MathF.Cos(angle)), y + (Side * MathF.Sin(angle)), line);
        }
    }

    private static void Features(SKCanvas canvas, float x, float y, float r, Random random)
    {
        using var dark = Palette.Fill(SKColors.Black);
        using var lips = Palette.Fill(SKColor.FromHsl(random.Next(340, 360), 60, 40));
        using var brow = Palette.Line(SKColors.Black, r * .07f);
        foreach (var side in new[] { -1, 1 })
        {
            canvas.DrawOval(x + (side * r * .36f), y - (r * .15f), r * .15f, r * .08f, dark);
            canvas.DrawLine(x + (side * r * .2f), y - (r * .38f), x + (side * r * .55f), y - (r * Palette.Between(random, .32, .44)), brow);
        }

        canvas.DrawOval(x, y + (r * .55f), r * Palette.Between(random, .2, .38), r * .09f, lips);
        if (random.Next(3) == 0)
        {
            using var glasses = Palette.Line(SKColors.Black, r * .06f);
            canvas.DrawCircle(x - (r * .36f), y - (r * .15f), r * .26f, glasses);
            canvas.DrawCircle(x + (r * .36f), y - (r * .15f), r * .26f, glasses);
        }
    }
}
