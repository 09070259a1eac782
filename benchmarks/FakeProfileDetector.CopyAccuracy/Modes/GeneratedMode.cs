using System.Diagnostics;
using FakeProfileDetector.Benchmarks.Shared.Pictures;
using FakeProfileDetector.Benchmarks.Shared.Reporting;
using FakeProfileDetector.CopyAccuracy.Data;
using FakeProfileDetector.CopyAccuracy.Edits;
using FakeProfileDetector.CopyAccuracy.Templates;
using FakeProfileDetector.Photos.Generated;
using FakeProfileDetector.SkiaSharp;

namespace FakeProfileDetector.CopyAccuracy.Modes;

/// <summary>How many generated pictures are recognized, how many photos are taken for generated, and how long a look takes.</summary>
internal static class GeneratedMode
{
    private const int PicturesOfKind = 200;
    private static readonly int[] Sizes = [64, 128, 256, 400, 512];

    internal static void Run()
    {
        var drawn = new Table("Generated pictures", "kind", "pictures", "recognized, %", "of them as another kind, %");
        AddDrawn(drawn, "identicon", GeneratedPictureKind.Identicon, seed => GeneratedKinds.Identicon(new(seed), new(seed + 10_000)));
        AddDrawn(drawn, "turned shapes", GeneratedPictureKind.Identicon, seed => GeneratedKinds.TurnedShapes(new(seed), seed % 100));
        AddDrawn(drawn, "letter tile, blocks", GeneratedPictureKind.LetterTile, seed => GeneratedKinds.LetterTile(new(seed), seed % 26, seed * 7 % 26));
        foreach (var font in (Directory.Exists("/usr/share/fonts") ? Directory.EnumerateFiles("/usr/share/fonts", "*.ttf", SearchOption.AllDirectories).Order() : Enumerable.Empty<string>()).Take(6))
        {
            AddDrawn(drawn, $"letter tile, {Path.GetFileNameWithoutExtension(font)}", GeneratedPictureKind.LetterTile, seed => GeneratedKinds.Initials(new(seed), font));
        }

        AddDrawn(drawn, "silhouette", GeneratedPictureKind.Silhouette, seed => GeneratedKinds.Silhouette(new(seed)));
        drawn.Print();

        var photos = new Table("Other pictures", "set", "pictures", "taken for generated", "which");
        foreach (var folder in new[] { "photos/D1_uk_mps/images", "photos/D3_us_senate/images", "faces/ai_cc0", "faces/ai_stylegan2", "faces/ai_stylegan3", "faces/photos_of_things", "faces/drawn_people", "faces/clip_art", "photos/D8_default_avatars/images" })
        {
            var files = Directory.GetFiles(Path.Combine(DataFolder.Photos(), "..", folder), "*", SearchOption.AllDirectories);
            var wrong = files.AsParallel().Select(file => (file, Kind: Recognize(File.ReadAllBytes(file)))).Where(look => look.Kind is not null).ToArray();
            photos.Add(folder, $"{files.Length}", $"{wrong.Length}", string.Join(", ", wrong.Take(4).Select(look => $"{look.Kind} {Path.GetFileName(look.file)}")));
        }

        photos.Print();
        Time();
    }

    private static void AddDrawn(Table table, string name, GeneratedPictureKind kind, Func<int, Drawing> draw)
    {
        var found = Enumerable.Range(0, PicturesOfKind).AsParallel().Select(seed =>
        {
            using var drawing = draw(seed);
            var (size, random) = (Sizes[seed % Sizes.Length], new Random(seed));
            using var resized = Bitmaps.Resize(drawing.Bitmap, size, size);
            using var edited = seed % 2 == 0 ? OverlaySteps.Circle(resized, random) : resized.Copy();
            return Recognize(Bitmaps.ToJpeg(edited, random.Next(60, 96)));
        }).ToArray();
        table.Add(name, $"{found.Length}", $"{100.0 * found.Count(of => of is not null) / found.Length:F1}", $"{100.0 * found.Count(of => of is not null && of != kind) / found.Length:F1}");
    }

    private static GeneratedPictureKind? Recognize(byte[] encoded)
    {
        var decoded = new SkiaPhotoDecoder().Decode(encoded);
        if (!decoded.IsDecoded)
        {
            return null;
        }

        using var image = decoded.Image;
        return GeneratedPicture.Recognize(image);
    }

    private static void Time()
    {
        using var drawing = GeneratedKinds.Identicon(new(1), new(2));
        using var resized = Bitmaps.Resize(drawing.Bitmap, 400, 400);
        using var image = new SkiaPhotoDecoder().Decode(Bitmaps.ToPng(resized)).Image!;
        var best = double.MaxValue;
        for (var i = 0; i < 300; i++)
        {
            var start = Stopwatch.GetTimestamp();
            GeneratedPicture.Recognize(image);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        Console.WriteLine($"A look at 400 × 400: {best:F3} ms at best.");
    }
}
