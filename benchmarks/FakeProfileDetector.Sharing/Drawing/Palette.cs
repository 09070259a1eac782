using SkiaSharp;

namespace FakeProfileDetector.Sharing.Drawing;

/// <summary>Random colors and numbers for drawings.</summary>
internal static class Palette
{
    internal static SKColor Any(Random random) => SKColor.FromHsl(random.Next(360), random.Next(25, 95), random.Next(20, 80));

    internal static SKColor Light(Random random) => SKColor.FromHsl(random.Next(360), random.Next(10, 60), random.Next(82, 97));

    internal static SKColor Dark(Random random) => SKColor.FromHsl(random.Next(360), random.Next(20, 80), random.Next(8, 30));

    internal static SKColor Strong(Random random) => SKColor.FromHsl(random.Next(360), random.Next(55, 95), random.Next(35, 58));

    internal static SKColor Skin(Random random) => SKColor.FromHsl(random.Next(15, 32), random.Next(30, 55), random.Next(30, 80));

    internal static float Between(Random random, double low, double high) => (float)(low + (random.NextDouble() * (high - low)));

    internal static SKPaint Fill(SKColor color) => new() { Color = color, IsAntialias = true };

    internal static SKPaint Line(SKColor color, float width) => new()
    {
        Color = color,
        IsAntialias = true,
        IsStroke = true,
        StrokeWidth = width,
        StrokeCap = SKStrokeCap.Round,
        StrokeJoin = SKStrokeJoin.Round,
    };

    /// <summary>Fills from one color at the top to another at the bottom.</summary>
    internal static void Gradient(SKCanvas canvas, SKRect area, SKColor top, SKColor bottom)
    {
        using var shader = SKShader.CreateLinearGradient(new(area.Left, area.Top), new(area.Left, area.Bottom), [top, bottom], SKShaderTileMode.Clamp);
        using var paint = new SKPaint { Shader = shader };
        canvas.DrawRect(area, paint);
    }
}
