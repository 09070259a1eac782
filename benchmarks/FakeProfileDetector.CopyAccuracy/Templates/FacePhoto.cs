using System.Globalization;
using FakeProfileDetector.Benchmarks.Shared.Data;
using FakeProfileDetector.Benchmarks.Shared.Pictures;
using SkiaSharp;

namespace FakeProfileDetector.CopyAccuracy.Templates;

/// <summary>A generated portrait of nobody, and where its face is.</summary>
/// <param name="File">The file below the folder of faces.</param>
/// <param name="Face">The face in pixels.</param>
internal sealed record FacePhoto(string File, SKRect Face)
{
    private const int AsideOf = 5;
    private static readonly string[] Kinds = ["ai_cc0", "ai_stylegan2"];

    /// <summary>Whether the person is of the fifth that no limit was chosen by.</summary>
    internal bool IsAside => StableSeed.Of(File) % AsideOf == 0;

    /// <summary>The people that are aside, or the others, in an order that is the same every time.</summary>
    internal static FacePhoto[] ReadAll(bool aside) =>
    [
        .. TsvFile.Read(Path.Combine(Data.DataFolder.Photos(), "..", "faces", "boxes.tsv"))
            .Where(row => Kinds.Contains(row["kind"]) && row["both"] == "1")
            .Select(row => new FacePhoto(row["file"], SKRect.Create(Number(row["x"]), Number(row["y"]), Number(row["w"]), Number(row["h"]))))
            .Where(photo => photo.IsAside == aside)
            .OrderBy(photo => StableSeed.Of($"order {photo.File}")),
    ];

    internal SKBitmap Read() => Bitmaps.Decode(System.IO.File.ReadAllBytes(Path.Combine(Data.DataFolder.Photos(), "..", "faces", File)));

    private static float Number(string text) => float.Parse(text, CultureInfo.InvariantCulture);
}
