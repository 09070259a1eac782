using System.Globalization;
using FakeProfileDetector.Benchmarks.Shared.Data;
using SkiaSharp;

namespace FakeProfileDetector.FaceTraining.Data;

/// <summary>Reads <c>shared/data/faces</c>.</summary>
internal static class FaceData
{
    // A box as the classical cascades draw it, from eyes and mouth: medians over the portraits on which both sources agree.
    private const float SideOfScale = 2.5f;
    private const float DropOfScale = 0.3f;
    private const float MouthShare = 0.95f;
    private const float MinimumOverlap = 0.5f;
    private const float SureWithoutBox = 0.5f;

    internal static List<SourcePicture> Read(Func<string, int, bool> wanted)
    {
        var folder = Path.Combine(SharedFolder.Find() ?? throw new DirectoryNotFoundException("shared/data"), "faces");
        var eyes = TsvFile.Read(Path.Combine(folder, "eyes.tsv")).ToDictionary(row => row["file"], StringComparer.Ordinal);
        var pictures = new List<SourcePicture>();
        foreach (var row in TsvFile.Read(Path.Combine(folder, "boxes.tsv")))
        {
            var (file, kind) = (row["file"], row["kind"]);
            var part = Parts.Of(file);
            if (!wanted(kind, part))
            {
                continue;
            }

            using var bitmap = SKBitmap.Decode(Path.Combine(folder, file));
            if (bitmap is null)
            {
                Console.Error.WriteLine($"{file} cannot be read.");
                continue;
            }

            var isFace = row["label"] == "face";
            var truth = isFace ? Truth(row, eyes[file]) : null;
            pictures.Add(new(file, kind, isFace, truth, part, LumaPlane.WithHalves(Luma(bitmap)), truth is null ? double.NaN : SkinTone.Of(bitmap, truth)));
        }

        return pictures;
    }

    internal static LumaPlane Luma(SKBitmap bitmap)
    {
        var pixels = new byte[bitmap.Width * bitmap.Height];
        var colors = bitmap.Pixels;
        for (var i = 0; i < pixels.Length; i++)
        {
            var color = colors[i];
            var luma = ((19595 * color.Red) + (38470 * color.Green) + (7471 * color.Blue) + 32768) >> 16;
            pixels[i] = (byte)(((luma * color.Alpha) + (255 * (255 - color.Alpha)) + 127) / 255);
        }

        return new(bitmap.Width, bitmap.Height, pixels);
    }

    private static FaceTruth? Truth(IReadOnlyDictionary<string, string> box, IReadOnlyDictionary<string, string> eyes)
    {
        FaceTruth? byEyes = null;
        if (eyes["faces"] == "1")
        {
            var (leftX, leftY, rightX, rightY) = (Number(eyes, "left_eye_x"), Number(eyes, "left_eye_y"), Number(eyes, "right_eye_x"), Number(eyes, "right_eye_y"));
            var (x, y) = ((leftX + rightX) / 2, (leftY + rightY) / 2);
            var (downX, downY) = (Number(eyes, "mouth_x") - x, Number(eyes, "mouth_y") - y);
            var angle = MathF.Atan2(rightY - leftY, rightX - leftX);
            var scale = MathF.Max(MathF.Sqrt(Square(rightX - leftX) + Square(rightY - leftY)), MouthShare * MathF.Sqrt(Square(downX) + Square(downY)));
            byEyes = new(x - (DropOfScale * scale * MathF.Sin(angle)), y + (DropOfScale * scale * MathF.Cos(angle)), SideOfScale * scale, angle);
        }

        if (box["both"] != "1")
        {
            return byEyes is not null && Number(eyes, "score") >= SureWithoutBox ? byEyes : null;
        }

        var byBox = new FaceTruth(Number(box, "x") + (Number(box, "w") / 2), Number(box, "y") + (Number(box, "h") / 2), Number(box, "w"), 0);
        if (byEyes is null)
        {
            return byBox;
        }

        return Candidate(byBox).Overlap(Candidate(byEyes)) < MinimumOverlap
            ? null
            : new((byBox.CenterX + byEyes.CenterX) / 2, (byBox.CenterY + byEyes.CenterY) / 2, (byBox.Side + byEyes.Side) / 2, byEyes.Angle);
    }

    private static Photos.Faces.FaceCandidate Candidate(FaceTruth truth) => new(truth.CenterX, truth.CenterY, truth.Side, 0);

    private static float Square(float value) => value * value;

    private static float Number(IReadOnlyDictionary<string, string> row, string column) => float.Parse(row[column], CultureInfo.InvariantCulture);
}
