using FakeProfileDetector.FaceTraining.Measuring;
using FakeProfileDetector.FaceTraining.Scenes;
using SkiaSharp;

namespace FakeProfileDetector.FaceTraining.Data;

/// <summary>Sheets of composed pictures with their boxes, to look at.</summary>
internal static class PictureFile
{
    private const int Cell = 160;
    private const int Columns = 10;
    private const int Rows = 6;

    internal static void WriteScenes(string folder, SceneMaker maker)
    {
        Directory.CreateDirectory(folder);
        var random = new Random(3);
        Sheet(Path.Combine(folder, "scenes.png"), [.. Enumerable.Range(0, Columns * Rows).Select(_ => maker.Make(random))]);
    }

    internal static void WriteTrials(string folder, IReadOnlyList<Trial> trials)
    {
        Directory.CreateDirectory(folder);
        var random = new Random(3);
        var chosen = trials.ToArray();
        random.Shuffle(chosen);
        Sheet(Path.Combine(folder, "trials.png"), [.. chosen.Take(Columns * Rows).Select(trial => trial.Scene)]);
    }

    internal static void Sheet(string path, IReadOnlyList<Scene> scenes)
    {
        using var sheet = new SKBitmap(Columns * Cell, Rows * Cell);
        using var canvas = new SKCanvas(sheet);
        using var paint = new SKPaint { Color = SKColors.Red, IsStroke = true };
        for (var i = 0; i < scenes.Count; i++)
        {
            var scene = scenes[i];
            using var bitmap = new SKBitmap(scene.Width, scene.Height, SKColorType.Gray8, SKAlphaType.Opaque);
            for (var y = 0; y < scene.Height; y++)
            {
                scene.Pixels.AsSpan(y * scene.Width, scene.Width).CopyTo(bitmap.GetPixelSpan().Slice(y * bitmap.RowBytes, scene.Width));
            }

            var scale = (float)Cell / Math.Max(scene.Width, scene.Height);
            var (x, y0) = (i % Columns * Cell, i / Columns * Cell);
            canvas.DrawBitmap(bitmap, new SKRect(x, y0, x + (scale * scene.Width), y0 + (scale * scene.Height)), new SKSamplingOptions(SKFilterMode.Linear), null);
            foreach (var face in scene.Faces)
            {
                var half = face.Side / 2;
                canvas.DrawRect(x + (scale * (face.CenterX - half)), y0 + (scale * (face.CenterY - half)), scale * face.Side, scale * face.Side, paint);
            }
        }

        using var data = sheet.Encode(SKEncodedImageFormat.Png, 90);
        using var file = File.Create(path);
        data.SaveTo(file);
    }
}
