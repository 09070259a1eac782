using FakeProfileDetector.Benchmarks.Shared.Pictures;
using SkiaSharp;

namespace FakeProfileDetector.WholeJob.Drawing;

/// <summary>Pictures with as much to see as photos have, each of its own seed: a ground, a grain and many things in many sizes.</summary>
internal static class DrawnPhoto
{
    private const int LeastSide = 300;
    private const int GreatestSide = 500;
    private const int JpegQuality = 85;
    private const int LeastThings = 60;
    private const int GreatestThings = 140;

    /// <summary>The picture of a seed.</summary>
    internal static SKBitmap Draw(int seed)
    {
        var random = new Random(seed);
        var (width, height) = (random.Next(LeastSide, GreatestSide + 1), random.Next(LeastSide, GreatestSide + 1));
        return Draw(random, width, height);
    }

    /// <summary>The picture of a seed as a file.</summary>
    internal static byte[] Jpeg(int seed)
    {
        using var picture = Draw(seed);
        return Bitmaps.ToJpeg(picture, JpegQuality);
    }

    /// <summary>A part of a picture as a file; 60 to 95 % of each side are kept.</summary>
    internal static byte[] Crop(SKBitmap picture, int seed)
    {
        var random = new Random(seed);
        var (width, height) = ((int)(picture.Width * Between(random, .6, .95)), (int)(picture.Height * Between(random, .6, .95)));
        var (x, y) = (random.Next(picture.Width - width + 1), random.Next(picture.Height - height + 1));
        using var part = Bitmaps.Draw(width, height, canvas => Bitmaps.Put(canvas, picture, -x, -y));
        return Bitmaps.ToJpeg(part, JpegQuality);
    }

    /// <summary>A picture on the way from one to another of the same size, as a file.</summary>
    /// <param name="from">The picture at 0.</param>
    /// <param name="to">The picture at 1.</param>
    /// <param name="share">How far on the way, 0–1.</param>
    internal static byte[] Between(SKBitmap from, SKBitmap to, double share)
    {
        using var over = new SKPaint { Color = SKColors.White.WithAlpha((byte)Math.Round(255 * share)) };
        using var blend = Bitmaps.Draw(from.Width, from.Height, canvas =>
        {
            Bitmaps.Put(canvas, from, 0, 0);
            Bitmaps.Put(canvas, to, 0, 0, over);
        });
        return Bitmaps.ToJpeg(blend, JpegQuality);
    }

    /// <summary>The picture of a seed in a size given.</summary>
    internal static SKBitmap Draw(int seed, int side) => Draw(new Random(seed), side, side);

    private static SKBitmap Draw(Random random, int width, int height) => Bitmaps.Draw(width, height, canvas =>
    {
        DrawGround(canvas, width, height, random);
        DrawGrain(canvas, width, height, random);
        var things = random.Next(LeastThings, GreatestThings);
        for (var i = 0; i < things; i++)
        {
            DrawThing(canvas, width, height, random);
        }
    });

    private static void DrawGround(SKCanvas canvas, int width, int height, Random random)
    {
        using var shader = SKShader.CreateLinearGradient(
            new(random.Next(width), 0), new(random.Next(width), height), [Color(random), Color(random), Color(random)], SKShaderTileMode.Clamp);
        using var paint = new SKPaint { Shader = shader };
        canvas.DrawRect(0, 0, width, height, paint);
    }

    private static void DrawGrain(SKCanvas canvas, int width, int height, Random random)
    {
        using var noise = SKShader.CreatePerlinNoiseFractalNoise(Between(random, .01, .06), Between(random, .01, .06), 3, random.Next(1 << 20));
        using var paint = new SKPaint { Shader = noise, Color = SKColors.White.WithAlpha((byte)random.Next(60, 140)) };
        canvas.DrawRect(0, 0, width, height, paint);
    }

    private static void DrawThing(SKCanvas canvas, int width, int height, Random random)
    {
        // Many small things and few large ones.
        var size = width * .25f * MathF.Pow(random.NextSingle(), 2.5f) + 4;
        var (x, y) = (random.Next(width), random.Next(height));
        using var paint = new SKPaint { Color = Color(random).WithAlpha((byte)random.Next(110, 256)), IsAntialias = true };
        canvas.Save();
        canvas.Translate(x, y);
        canvas.RotateDegrees(random.Next(360));
        switch (random.Next(4))
        {
            case 0:
                canvas.DrawRect(-size, -size / 2, 2 * size, size * Between(random, .2, 1), paint);
                break;
            case 1:
                using (var glow = SKShader.CreateRadialGradient(default, size, [paint.Color, paint.Color.WithAlpha(0)], SKShaderTileMode.Clamp))
                using (var soft = new SKPaint { Shader = glow })
                {
                    canvas.DrawCircle(0, 0, size, soft);
                }

                break;
            default:
                canvas.DrawOval(0, 0, size, size * Between(random, .3, 1), paint);
                break;
        }

        canvas.Restore();
    }

    private static SKColor Color(Random random) => SKColor.FromHsl(random.Next(360), random.Next(15, 80), random.Next(10, 90));

    private static float Between(Random random, double low, double high) => (float)(low + (random.NextDouble() * (high - low)));
}
