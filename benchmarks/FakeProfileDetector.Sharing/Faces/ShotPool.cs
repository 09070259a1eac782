using System.Globalization;
using FakeProfileDetector.Benchmarks.Shared.Data;

namespace FakeProfileDetector.Sharing.Faces;

/// <summary>Pairs of different photos of one person, each handed out once in a network.</summary>
internal sealed class ShotPool
{
    private const int SmallestWidth = 100;

    private static readonly string[] Pairs = ["photos", "E_pairs", "pairs_uk_mps.tsv"];

    private readonly Queue<(string First, string Second)> _pairs;

    private ShotPool((string First, string Second)[] pairs) => _pairs = new(pairs);

    /// <summary>One pair of each person, thumbnails left out.</summary>
    internal static (string First, string Second)[] Read(DataFolder data) =>
    [
        .. data.Rows(Pairs)
            .Where(row => row["label"] == "different_photo" && IsLarge(row["size_a"]) && IsLarge(row["size_b"]))
            .DistinctBy(row => row["id"])
            .Select(row => (data.PathOf("photos", "D1_uk_mps", row["file_a"]), data.PathOf("photos", "D1_uk_mps", row["file_b"]))),
    ];

    internal static ShotPool Shuffle((string First, string Second)[] pairs, Random random)
    {
        (string First, string Second)[] shuffled = [.. pairs];
        random.Shuffle(shuffled);
        return new(shuffled);
    }

    /// <summary>Null once all were handed out.</summary>
    internal (string First, string Second)? Draw() => _pairs.TryDequeue(out var pair) ? pair : null;

    private static bool IsLarge(string size) => int.Parse(size.Split('x')[0], CultureInfo.InvariantCulture) >= SmallestWidth;
}
