using FakeProfileDetector.Benchmarks.Shared.Pictures;
using SkiaSharp;

namespace FakeProfileDetector.CopyAccuracy.Templates;

/// <summary>Pictures of different people that have all but the person in common.</summary>
internal static class TemplateKinds
{
    internal static Drawing Badge(Random shared, FacePhoto person, Random own)
    {
        var drawing = new Drawing(320, 420, Light(shared));
        drawing.Box(0, 0, 320, 80, Strong(shared));
        drawing.Disk(45, 40, 24, SKColors.White);
        drawing.Box(30, 34, 30, 12, Strong(shared), 4);
        drawing.Words(85, 26, 210, 28, SKColors.White, shared);
        var side = 150 + shared.Next(50);
        drawing.Portrait(person, SKRect.Create((320 - side) / 2f, 100, side, side), shared.Next(2) == 0);
        drawing.Words(60, 315, 200, 20, SKColors.Black, own);
        drawing.Words(80, 345, 160, 12, SKColors.DimGray, shared);
        drawing.Box(0, 375, 320, 45, Strong(shared));
        drawing.Words(90, 386, 140, 22, SKColors.White, shared);
        return drawing;
    }

    internal static Drawing Card(Random shared, FacePhoto person, Random own)
    {
        var drawing = new Drawing(400, 400, Strong(shared));
        drawing.Disk(330, 60, 90, Strong(shared));
        drawing.Portrait(person, SKRect.Create(20 + shared.Next(30), 60 + shared.Next(30), 210, 250));
        drawing.Words(260, 150, 120, 26, SKColors.White, shared);
        drawing.Words(260, 190, 120, 26, SKColors.White, shared);
        drawing.Words(260, 240, 120, 16, SKColors.White, own);
        drawing.Box(0, 350, 400, 50, Light(shared));
        drawing.Words(30, 362, 300, 26, Strong(shared), shared);
        return drawing;
    }

    internal static Drawing Poster(Random shared, FacePhoto person, Random own)
    {
        var drawing = new Drawing(360, 480, Strong(shared));
        drawing.Portrait(person, SKRect.Create(0, 0, 360, 300));
        drawing.Box(0, 280, 360, 90, Strong(shared));
        drawing.Words(20, 300, 320, 44, SKColors.White, shared);
        drawing.Words(40, 385, 280, 24, SKColors.White, own);
        drawing.Disk(310, 435, 32, SKColors.White);
        drawing.Disk(310, 435, 18, Strong(shared));
        drawing.Words(20, 430, 220, 30, SKColors.White, shared);
        return drawing;
    }

    internal static Drawing Page(Random shared, FacePhoto person, Random own)
    {
        var drawing = new Drawing(360, 640, SKColors.White);
        drawing.Box(0, 0, 360, 26, SKColors.Black);
        drawing.Words(12, 7, 60, 12, SKColors.White, shared);
        drawing.Box(0, 26, 360, 120, Strong(shared));
        drawing.Disk(80, 150, 59, SKColors.White);
        drawing.Portrait(person, SKRect.Create(25, 95, 110, 110), isRound: true);
        drawing.Words(20, 220, 200, 22, SKColors.Black, own);
        drawing.Words(20, 252, 260, 13, SKColors.Gray, own);
        drawing.Box(20, 285, 150, 36, Strong(shared), 18);
        drawing.Words(50, 294, 90, 16, SKColors.White, shared);
        drawing.Box(190, 285, 150, 36, new(225, 228, 232), 18);
        for (var line = 0; line < 9; line++)
        {
            drawing.Words(20, 345 + (line * 26), 320, 12, SKColors.DarkGray, shared);
        }

        drawing.Box(0, 590, 360, 50, new(245, 245, 245));
        for (var icon = 0; icon < 5; icon++)
        {
            drawing.Disk(36 + (icon * 72), 615, 12, SKColors.DimGray);
        }

        return drawing;
    }

    /// <summary>A ring with a slogan around the portrait, as campaigns hand out.</summary>
    internal static Drawing Ring(Random shared, FacePhoto person, Random own)
    {
        var drawing = new Drawing(360, 360, Strong(shared));
        drawing.Words(20, 8, 320, 26, SKColors.White, shared);
        drawing.Words(20, 326, 320, 26, SKColors.White, shared);
        for (var i = 0; i < 7; i++)
        {
            drawing.Box(6, 50 + (i * 40), 30, 22, Light(shared), 5);
            drawing.Box(324, 50 + (i * 40), 30, 22, Light(shared), 5);
        }

        drawing.Portrait(person, SKRect.Create(55, 55, 250, 250), isRound: shared.Next(2) == 0);
        return drawing;
    }

    /// <summary>The same sticker in a corner of portraits that have nothing else in common.</summary>
    internal static Drawing Sticker(Random shared, FacePhoto person, float share)
    {
        var drawing = new Drawing(320, 320, SKColors.White);
        drawing.Portrait(person, SKRect.Create(0, 0, 320, 320));
        var side = 320 * MathF.Sqrt(share);
        var (left, top) = ((shared.Next(2) * (312 - side)) + 4, (shared.Next(2) * (312 - side)) + 4);
        drawing.Box(left, top, side, side, Light(shared), side / 6);
        drawing.Disk(left + (side * .3f), top + (side * .35f), side * .2f, Strong(shared));
        drawing.Box(left + (side * .55f), top + (side * .15f), side * .35f, side * .3f, Strong(shared), 3);
        drawing.Words(left + (side * .1f), top + (side * .62f), side * .8f, side * .2f, SKColors.Black, shared);
        return drawing;
    }

    /// <summary>Six people; of the pictures of one team only one person differs.</summary>
    internal static Drawing Team(Random shared, FacePhoto[] people, FacePhoto person)
    {
        var drawing = new Drawing(480, 340, Light(shared));
        var place = shared.Next(6);
        for (var i = 0; i < 6; i++)
        {
            var target = SKRect.Create(15 + (i % 3 * 152), 12 + (i / 3 * 160), 146, 156);
            drawing.Portrait(i == place ? person : people[i], target);
        }

        return drawing;
    }

    /// <summary>One photo in which the face alone was exchanged: a costume, a montage, a cardboard figure.</summary>
    internal static Drawing ChangedFace(FacePhoto scene, FacePhoto person)
    {
        var drawing = new Drawing(320, 320, SKColors.White);
        drawing.Portrait(scene, SKRect.Create(0, 0, 320, 320));
        using var other = person.Read();
        using var image = SKImage.FromBitmap(other);
        var target = SKRect.Create(scene.Face.Left * 320 / 240, scene.Face.Top * 320 / 240, scene.Face.Width * 320 / 240, scene.Face.Height * 320 / 240);
        drawing.Canvas.Save();
        using var clip = new SKRoundRect(target);
        clip.SetOval(target);
        drawing.Canvas.ClipRoundRect(clip, SKClipOperation.Intersect, antialias: true);
        drawing.Canvas.DrawImage(image, person.Face, target, Bitmaps.Smooth);
        drawing.Canvas.Restore();
        return drawing;
    }

    private static SKColor Strong(Random random) => SKColor.FromHsv(random.Next(360), 60 + random.Next(40), 30 + random.Next(50));

    private static SKColor Light(Random random) => SKColor.FromHsv(random.Next(360), random.Next(25), 80 + random.Next(20));
}
