using FakeProfileDetector.Benchmarks.Shared.Pictures;
using FakeProfileDetector.Sharing.Drawing;
using SkiaSharp;

namespace FakeProfileDetector.Sharing.Copies;

/// <summary>What a thief does to the file that was taken.</summary>
internal static class TheftEdit
{
    private const double KeptSides = .8;

    internal static byte[] Exact(byte[] file, Random random) => Upload.Again(file, random);

    internal static byte[] Crop(byte[] file, Random random) => Edit(file, random, photo =>
    {
        var (width, height) = ((int)(photo.Width * KeptSides), (int)(photo.Height * KeptSides));
        var (x, y) = (random.Next(photo.Width - width + 1), random.Next(photo.Height - height + 1));
        return Bitmaps.Draw(width, height, canvas => Bitmaps.Put(canvas, photo, -x, -y));
    });

    internal static byte[] Mirror(byte[] file, Random random) => Edit(file, random, photo => Bitmaps.Draw(photo.Width, photo.Height, canvas =>
    {
        canvas.Scale(-1, 1);
        Bitmaps.Put(canvas, photo, -photo.Width, 0);
    }));

    /// <summary>A frame of one color.</summary>
    internal static byte[] Frame(byte[] file, Random random) => Edit(file, random, photo =>
    {
        var width = (int)(photo.Width * Palette.Between(random, .06, .12));
        return Bitmaps.Draw(photo.Width + (2 * width), photo.Height + (2 * width), canvas =>
        {
            canvas.Clear(Palette.Any(random));
            Bitmaps.Put(canvas, photo, width, width);
        });
    });

    /// <summary>A story: upright, dark, the photo in the middle, some words.</summary>
    internal static byte[] Story(byte[] file, Random random) => Edit(file, random, photo =>
    {
        var height = photo.Height * 16 / 10;
        return Bitmaps.Draw(photo.Width, height, canvas =>
        {
            Palette.Gradient(canvas, new(0, 0, photo.Width, height), Palette.Dark(random), Palette.Any(random));
            Bitmaps.Put(canvas, photo, 0, (height - photo.Height) / 2f);
            StrokeFont.Draw(canvas, "GOOD MORNING", photo.Width / 2f, height * .09f, photo.Width / 18f, SKColors.White);
        });
    });

    /// <summary>A screenshot: bars above and below, as a program shows a photo.</summary>
    internal static byte[] Screenshot(byte[] file, Random random) => Edit(file, random, photo =>
    {
        var (top, bottom, margin) = (photo.Height / 6, photo.Height / 3, photo.Width / 20);
        return Bitmaps.Draw(photo.Width + (2 * margin), photo.Height + top + bottom, canvas =>
        {
            canvas.Clear(new SKColor(250, 250, 250));
            Bitmaps.Put(canvas, photo, margin, top);
            using var icon = Palette.Fill(Palette.Strong(random));
            using var line = Palette.Fill(new SKColor(170, 170, 170));
            canvas.DrawCircle(margin + (top / 2f), top / 2f, top / 3f, icon);
            canvas.DrawRect(margin + top, top * .4f, photo.Width * Palette.Between(random, .3, .6), top * .15f, line);
            for (var i = 1; i < 4; i++)
            {
                canvas.DrawRect(margin, photo.Height + top + (bottom * i / 4f), photo.Width * Palette.Between(random, .4, .95), bottom * .07f, line);
            }
        });
    });

    /// <summary>A second picture beside the photo.</summary>
    internal static byte[] Collage(byte[] file, Random random) => Edit(file, random, photo =>
    {
        using var other = Scenery.Landscape(photo.Width, photo.Height, random);
        return Bitmaps.Draw(photo.Width * 2, photo.Height, canvas =>
        {
            Bitmaps.Put(canvas, photo, 0, 0);
            Bitmaps.Put(canvas, other, photo.Width, 0);
        });
    });

    private static byte[] Edit(byte[] file, Random random, Func<SKBitmap, SKBitmap> edit)
    {
        using var photo = Bitmaps.Decode(file);
        return Upload.Take(edit(photo), random);
    }
}
