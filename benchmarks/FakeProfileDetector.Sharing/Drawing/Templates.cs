using FakeProfileDetector.Benchmarks.Shared.Pictures;
using FakeProfileDetector.Sharing.Faces;
using SkiaSharp;

namespace FakeProfileDetector.Sharing.Drawing;

/// <summary>Designs that different people put their own portrait into. One seed is one design.</summary>
internal static class Templates
{
    // Where the lines of a sticker's text are, in shares of its height.
    private static readonly float[] StickerLines = [.1f, .77f, .9f];

    private static readonly string[] FirstWords = ["CITY", "OPEN", "TECH", "HEALTH", "DATA", "BOOK", "MUSIC", "GREEN"];
    private static readonly string[] SecondWords = ["SUMMIT", "DAYS", "FORUM", "WEEK", "MEETUP", "FAIR", "CLUB", "TEAM"];

    /// <summary>A badge of an event: a colored head, the portrait, the name, a code.</summary>
    internal static SKBitmap Badge(int seed, Face face, string name) => Draw(seed, 360, 460, (canvas, random) =>
    {
        canvas.Clear(SKColors.White);
        var (color, dark) = (Palette.Strong(random), Palette.Dark(random));
        Fill(canvas, color, 0, 0, 360, 110);
        StrokeFont.Draw(canvas, Words(random), 180, 40, 22, SKColors.White);
        StrokeFont.Draw(canvas, Words(random), 180, 80, 14, SKColors.White);
        var side = random.Next(110, 171);
        Portrait(canvas, face, SKRect.Create(180 - (side / 2f), 125, side, side));
        StrokeFont.Draw(canvas, name, 180, 322, Fitting(name, 20, 320), dark);
        Fill(canvas, color, 0, 345, 360, 20);
        Code(canvas, new(130, 372), 8, dark, random);
    });

    /// <summary>A company's card: the brand covers most, the portrait is a circle.</summary>
    internal static SKBitmap Card(int seed, Face face, string name) => Draw(seed, 400, 400, (canvas, random) =>
    {
        Palette.Gradient(canvas, new(0, 0, 400, 400), Palette.Strong(random), Palette.Dark(random));
        if (random.Next(2) == 0)
        {
            DrawnPictures.Blobs(canvas, random, 14);
        }

        canvas.Save();
        canvas.Translate(random.Next(60, 340), random.Next(40, 130));
        Avatars.Sign(canvas, random.Next(60, 110), Palette.Light(random), Palette.Any(random), random);
        canvas.Restore();
        var radius = random.Next(48, 92);
        Circle(canvas, face, new(random.Next(130, 270), 220), radius);
        StrokeFont.Draw(canvas, name, 200, 335, Fitting(name, 18, 360), SKColors.White);
        StrokeFont.Draw(canvas, Words(random), 200, 370, 13, Palette.Light(random));
    });

    /// <summary>A poster of an election: the portrait above a band with slogan and sign.</summary>
    internal static SKBitmap ElectionPoster(int seed, Face face, string name, string slogan) => Draw(seed, 340, 460, (canvas, random) =>
    {
        var color = Palette.Strong(random);
        Palette.Gradient(canvas, new(0, 0, 340, 460), Palette.Light(random), color);
        Portrait(canvas, face, SKRect.Create(60, random.Next(50, 75), 220, 220));
        Fill(canvas, color, 0, 300, 340, 160);
        StrokeFont.Draw(canvas, name, 170, 328, Fitting(name, 20, 310), SKColors.White);
        StrokeFont.Draw(canvas, slogan, 170, 372, Fitting(slogan, 30, 310), SKColors.White, .16f);
        canvas.Save();
        canvas.Translate(random.Next(60, 280), 425);
        Avatars.Sign(canvas, 24, SKColors.White, Palette.Dark(random), random);
        canvas.Restore();
    });

    /// <summary>A screenshot of a profile page: banner, small portrait, lines of text.</summary>
    internal static SKBitmap Page(int seed, Face face, string name) => Draw(seed, 360, 480, (canvas, random) =>
    {
        canvas.Clear(new SKColor(244, 242, 238));
        Palette.Gradient(canvas, new(0, 0, 360, 130), Palette.Strong(random), Palette.Any(random));
        Fill(canvas, SKColors.White, 0, 130, 360, 160);
        Circle(canvas, face, new(80, 135), 58);
        StrokeFont.Draw(canvas, name, 110, 220, Fitting(name, 15, 200), SKColors.Black);
        var line = new SKColor(150, 150, 150);
        for (var y = 245; y < 470; y += random.Next(16, 30))
        {
            Fill(canvas, line, 20, y, random.Next(90, 320), 6);
        }

        Fill(canvas, Palette.Strong(random), 240, 150, 96, 28);
    });

    /// <summary>A sticker over a corner of a portrait: one seed is one sticker.</summary>
    /// <param name="seed">The sticker.</param>
    /// <param name="portrait">What it is put on.</param>
    /// <param name="share">How much of the area it covers.</param>
    internal static SKBitmap Sticker(int seed, SKBitmap portrait, double share) => Draw(seed, portrait.Width, portrait.Height, (canvas, random) =>
    {
        Bitmaps.Put(canvas, portrait, 0, 0);
        var side = (float)Math.Sqrt(share * portrait.Width * portrait.Height);
        var (right, bottom) = (random.Next(2) == 0, random.Next(4) != 0);
        canvas.Translate(right ? portrait.Width - side : 0, bottom ? portrait.Height - side : 0);
        Fill(canvas, Palette.Strong(random), 0, 0, side, side);
        if (random.Next(2) == 0)
        {
            Dots(canvas, side, Palette.Light(random));
        }

        canvas.Save();
        canvas.Translate(side / 2, side * .42f);
        Avatars.Sign(canvas, side * .3f, SKColors.White, Palette.Dark(random), random);
        canvas.Restore();
        foreach (var height in StickerLines)
        {
            var text = Words(random);
            StrokeFont.Draw(canvas, text, side / 2, side * height, Fitting(text, side * .1f, side * .86f), SKColors.White);
        }
    });

    internal static float Fitting(string text, float height, float width) => Math.Min(height, height * width / StrokeFont.Width(text, height));

    private static SKBitmap Draw(int seed, int width, int height, Action<SKCanvas, Random> draw) =>
        Bitmaps.Draw(width, height, canvas => draw(canvas, new Random(seed)));

    private static string Words(Random random) => $"{FirstWords[random.Next(FirstWords.Length)]} {SecondWords[random.Next(SecondWords.Length)]}";

    private static void Fill(SKCanvas canvas, SKColor color, float x, float y, float width, float height)
    {
        using var fill = Palette.Fill(color);
        canvas.DrawRect(x, y, width, height, fill);
    }

    private static void Portrait(SKCanvas canvas, Face face, SKRect target)
    {
        using var portrait = face.Decode();
        using var image = SKImage.FromBitmap(portrait);
        canvas.DrawImage(image, target, Bitmaps.Smooth);
    }

    private static void Circle(SKCanvas canvas, Face face, SKPoint middle, float radius)
    {
        using var circle = new SKRoundRect(new SKRect(middle.X - radius, middle.Y - radius, middle.X + radius, middle.Y + radius), radius);
        canvas.Save();
        canvas.ClipRoundRect(circle, SKClipOperation.Intersect, antialias: true);
        Portrait(canvas, face, circle.Rect);
        canvas.Restore();
    }

    private static void Dots(SKCanvas canvas, float side, SKColor color)
    {
        using var fill = Palette.Fill(color);
        for (var i = 0; i < 64; i++)
        {
            canvas.DrawCircle(((i % 8) + .5f) * side / 8, ((i / 8) + .5f) * side / 8, side * .025f, fill);
        }
    }

    private static void Code(SKCanvas canvas, SKPoint corner, int cell, SKColor color, Random random)
    {
        using var fill = new SKPaint { Color = color };
        for (var i = 0; i < 100; i++)
        {
            if (random.Next(2) == 0)
            {
                canvas.DrawRect(corner.X + (i % 10 * cell), corner.Y + (i / 10 * cell), cell, cell, fill);
            }
        }
    }
}
