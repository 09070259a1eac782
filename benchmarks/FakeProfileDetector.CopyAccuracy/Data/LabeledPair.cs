using FakeProfileDetector.Benchmarks.Shared.Data;

namespace FakeProfileDetector.CopyAccuracy.Data;

/// <summary>Two photos of one person, and whether they are the same picture.</summary>
/// <param name="A">The photo asked about.</param>
/// <param name="B">The photo that is stored.</param>
/// <param name="Label">Such as <c>copy</c> or <c>different_photo</c>; told by correlation of pixels, independent of any hash.</param>
/// <param name="IsCrop">Whether one shows a part of the other, rather than all of it.</param>
/// <param name="IsSmall">Whether a side of one is below 100 pixels.</param>
internal sealed record LabeledPair(Photo A, Photo B, string Label, bool IsCrop, bool IsSmall)
{
    internal const string Copy = "copy";
    internal const string DifferentPhoto = "different_photo";

    private const string Members = "D1_uk_mps";
    private const int MinimumSide = 100;

    internal static LabeledPair[] ReadAll() =>
    [
        .. TsvFile.Read(DataFolder.Photos("E_pairs", "pairs_uk_mps.tsv")).Select(row => Of(row, Members)),
        .. TsvFile.Read(DataFolder.Photos("E_pairs", "pairs_us.tsv")).Select(row => Of(row, row["set"])),
    ];

    private static LabeledPair Of(IReadOnlyDictionary<string, string> row, string set) => new(
        new(set, row["file_a"], row["id"]),
        new(set, row["file_b"], row["id"]),
        row["label"],
        row["alignment"].Contains("crop", StringComparison.Ordinal),
        IsBelowMinimumSide(row, "size_a") || IsBelowMinimumSide(row, "size_b"));

    private static bool IsBelowMinimumSide(IReadOnlyDictionary<string, string> row, string column) =>
        row.TryGetValue(column, out var size) && size.Split('x').Any(side => int.Parse(side) < MinimumSide);
}
