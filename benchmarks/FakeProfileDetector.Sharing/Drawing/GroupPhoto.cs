using FakeProfileDetector.Benchmarks.Shared.Pictures;
using FakeProfileDetector.Sharing.Faces;
using SkiaSharp;

namespace FakeProfileDetector.Sharing.Drawing;

/// <summary>Photos of several people, put together from portraits before a common background.</summary>
internal static class GroupPhoto
{
    private const int Width = 640;
    private const int Height = 440;

    // From where on the portrait's oval fades out, in shares of its radius.
    private const float Fade = .74f;

    /// <summary>A photo of the people side by side; more than four stand in two rows.</summary>
    /// <param name="faces">Who is on it.</param>
    /// <param name="layoutSeed">Places, clothes and background; with the same seed and one other face only that face differs.</param>
    /// <param name="children">How many of the last ones are children, smaller and lower.</param>
    internal static SKBitmap Compose(IReadOnlyList<Face> faces, int layoutSeed, int children = 0)
    {
        var random = new Random(layoutSeed);
        using var background = Scenery.Background(Width, Height, random);
        return Bitmaps.Draw(Width, Height, canvas =>
        {
            Bitmaps.Put(canvas, background, 0, 0);
            var inBack = faces.Count > 4 ? faces.Count / 2 : 0;
            for (var i = 0; i < faces.Count; i++)
            {
                var (place, row, level) = i < inBack ? (i, inBack, .27f) : (i - inBack, faces.Count - inBack, inBack > 0 ? .58f : .42f);
                var isChild = i >= faces.Count - children;
                var step = (float)Width / row;
                var size = Math.Min(Height * (inBack > 0 ? .2f : .3f), step * .5f) * Palette.Between(random, .9, 1.08) * (isChild ? .72f : 1);
                var x = (step * (place + .5f)) + (step * Palette.Between(random, -.06, .06));
                var y = (Height * level) + (Height * Palette.Between(random, -.03, .03)) + (isChild ? Height * .16f : 0);
                Person(canvas, faces[i], new(x, y), size, random);
            }
        });
    }

    /// <summary>Draws one person; the middle of the face box lies at a place and is as high as given.</summary>
    private static void Person(SKCanvas canvas, Face face, SKPoint middle, float size, Random random)
    {
        using var clothes = Palette.Fill(Palette.Any(random));
        using var body = new SKRoundRect(new SKRect(middle.X - (size * .95f), middle.Y + (size * .72f), middle.X + (size * .95f), Height + size), size * .45f);
        canvas.DrawRoundRect(body, clothes);
        using var neck = Palette.Fill(SKColor.FromHsl(25, 40, 45));
        canvas.DrawOval(middle.X, middle.Y + (size * .72f), size * .28f, size * .3f, neck);
        using var portrait = face.Decode();
        using var image = SKImage.FromBitmap(portrait);
        var source = Around(face.Box, portrait);
        var scale = size / face.Box.Height;
        var target = new SKRect(
            middle.X + ((source.Left - face.Box.MidX) * scale),
            middle.Y + ((source.Top - face.Box.MidY) * scale),
            middle.X + ((source.Right - face.Box.MidX) * scale),
            middle.Y + ((source.Bottom - face.Box.MidY) * scale));
        canvas.SaveLayer();
        canvas.DrawImage(image, source, target, Bitmaps.Smooth);
        using var oval = SKShader.CreateRadialGradient(
            default, 1, [SKColors.White, SKColors.White, SKColors.Transparent], [0, Fade, 1], SKShaderTileMode.Clamp,
            SKMatrix.CreateScale(target.Width / 2, target.Height / 2).PostConcat(SKMatrix.CreateTranslation(target.MidX, target.MidY)));
        using var mask = new SKPaint { Shader = oval, BlendMode = SKBlendMode.DstIn };
        canvas.DrawRect(target, mask);
        canvas.Restore();
    }

    /// <summary>The head: the face with hair and chin, as far as the portrait shows them.</summary>
    private static SKRect Around(SKRectI box, SKBitmap portrait)
    {
        var head = new SKRect(box.MidX - (box.Width * .88f), box.MidY - (box.Height * 1.05f), box.MidX + (box.Width * .88f), box.MidY + (box.Height * .92f));
        head.Intersect(new SKRect(0, 0, portrait.Width, portrait.Height));
        return head;
    }
}
