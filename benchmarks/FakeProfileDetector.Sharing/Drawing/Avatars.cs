using FakeProfileDetector.Benchmarks.Shared.Pictures;
using SkiaSharp;

namespace FakeProfileDetector.Sharing.Drawing;

/// <summary>Pictures that programs make for accounts without one, and logos.</summary>
internal static class Avatars
{
    private const int Side = 256;
    private const int Cells = 5;
    private const int Half = 3;

    /// <summary>Letters on a flat ground.</summary>
    internal static SKBitmap Tile(string letters, SKColor ground, TileStyle style) => Bitmaps.Draw(Side, Side, canvas =>
    {
        canvas.Clear(style.IsRound ? SKColors.White : ground);
        if (style.IsRound)
        {
            using var fill = Palette.Fill(ground);
            canvas.DrawCircle(Side / 2f, Side / 2f, Side / 2f, fill);
        }

        StrokeFont.Draw(canvas, letters, Side / 2f, Side / 2f, Side * style.Height, SKColors.White, style.Weight);
    });

    /// <summary>The cells of a pattern, row by row from the left edge to the middle.</summary>
    internal static bool[] Pattern(Random random) => [.. Enumerable.Range(0, Cells * Half).Select(_ => random.Next(2) == 0)];

    /// <summary>The pattern with one or two cells changed.</summary>
    internal static bool[] Neighbor(bool[] pattern, Random random)
    {
        bool[] changed = [.. pattern];
        foreach (var cell in Enumerable.Range(0, pattern.Length).OrderBy(_ => random.Next()).Take(random.Next(1, 3)))
        {
            changed[cell] = !changed[cell];
        }

        return changed;
    }

    /// <summary>A pattern of cells, the left half mirrored to the right.</summary>
    internal static SKBitmap Identicon(bool[] pattern, SKColor color) => Bitmaps.Draw(Side, Side, canvas =>
    {
        canvas.Clear(new SKColor(240, 240, 240));
        using var fill = new SKPaint { Color = color };
        var (margin, cell) = (Side / 12f, Side / 6f);
        foreach (var (i, isFilled) in pattern.Index())
        {
            if (isFilled)
            {
                var (x, y) = (i % Half, i / Half);
                canvas.DrawRect(margin + (x * cell), margin + (y * cell), cell, cell, fill);
                canvas.DrawRect(margin + ((Cells - 1 - x) * cell), margin + (y * cell), cell, cell, fill);
            }
        }
    });

    /// <summary>A company's sign: a few shapes around a middle, and some letters.</summary>
    internal static SKBitmap Logo(string company, Random random) => Bitmaps.Draw(Side, Side, canvas =>
    {
        canvas.Clear(random.Next(3) == 0 ? Palette.Light(random) : SKColors.White);
        var (color, second) = (Palette.Strong(random), Palette.Dark(random));
        canvas.Save();
        canvas.Translate(Side / 2f, Side * .42f);
        Sign(canvas, Side * Palette.Between(random, .16, .3), color, second, random);
        canvas.Restore();
        var word = company.Split(' ')[0];
        StrokeFont.Draw(canvas, word, Side / 2f, Side * .86f, Math.Min(Side * .1f, Side * .9f * Side * .1f / StrokeFont.Width(word, Side * .1f)), second);
    });

    /// <summary>Shapes around the origin.</summary>
    internal static void Sign(SKCanvas canvas, float radius, SKColor color, SKColor second, Random random)
    {
        using var fill = Palette.Fill(color);
        using var other = Palette.Fill(second);
        using var ring = Palette.Line(color, radius * Palette.Between(random, .1, .4));
        var arms = random.Next(2, 8);
        var shape = random.Next(4);
        for (var i = 0; i < arms; i++)
        {
            canvas.RotateDegrees(360f / arms);
            switch (shape)
            {
                case 0:
                    canvas.DrawOval(radius * .6f, 0, radius * .45f, radius * .2f, i % 2 == 0 ? fill : other);
                    break;
                case 1:
                    canvas.DrawRect(radius * .2f, -radius * .15f, radius * .8f, radius * .3f, fill);
                    break;
                case 2:
                    canvas.DrawCircle(radius * .7f, 0, radius * .3f, i % 2 == 0 ? fill : other);
                    break;
                default:
                    canvas.DrawLine(0, 0, radius, radius * .3f, ring);
                    break;
            }
        }

        canvas.DrawCircle(0, 0, radius * Palette.Between(random, .1, .5), random.Next(2) == 0 ? other : ring);
    }
}
