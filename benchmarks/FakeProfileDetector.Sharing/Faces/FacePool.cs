using System.Globalization;
using FakeProfileDetector.Benchmarks.Shared.Data;
using SkiaSharp;

namespace FakeProfileDetector.Sharing.Faces;

/// <summary>The generated faces of the data, each handed out once: within a network no two people look alike.</summary>
internal sealed class FacePool
{
    private const string Folder = "faces";
    private const int KeptAside = 5;

    private static readonly string[] Kinds = ["ai_cc0", "ai_stylegan2"];

    private readonly Queue<Face> _faces;

    private FacePool(Face[] faces) => _faces = new(faces);

    internal int Left => _faces.Count;

    /// <summary>The faces on which two detectors agree. A fifth, chosen by the names of the files, is kept aside.</summary>
    internal static Face[] Read(DataFolder data, bool heldOut) =>
    [
        .. data.Rows(Folder, "boxes.tsv")
            .Where(row => Kinds.Contains(row["kind"]) && row["both"] == "1" && IsHeldOut(row["file"]) == heldOut)
            .Select(row => new Face(data.PathOf(Folder, row["file"]), SKRectI.Create(Number(row, "x"), Number(row, "y"), Number(row, "w"), Number(row, "h"))))
            .OrderBy(face => face.File, StringComparer.Ordinal),
    ];

    /// <summary>All faces, in an order of their own.</summary>
    internal static FacePool Shuffle(Face[] faces, Random random)
    {
        Face[] shuffled = [.. faces];
        random.Shuffle(shuffled);
        return new(shuffled);
    }

    internal Face Draw() => _faces.TryDequeue(out var face) ? face : throw new InvalidOperationException("The network needs more faces than the data has.");

    private static bool IsHeldOut(string file) => StableSeed.Of(Path.GetFileName(file)) % KeptAside == 0;

    private static int Number(IReadOnlyDictionary<string, string> row, string column) => int.Parse(row[column], CultureInfo.InvariantCulture);
}
