using FakeProfileDetector.Benchmarks.Shared.Data;

namespace FakeProfileDetector.Accuracy.Data;

/// <summary>Two names, and whether they are one person's.</summary>
/// <param name="Group">The collection, such as <c>dblp_alias</c>.</param>
/// <param name="A">One name.</param>
/// <param name="B">The other name.</param>
/// <param name="IsSame">Whether one person bears both.</param>
/// <param name="Category">The kind of difference, as the data names it.</param>
internal sealed record NamePair(string Group, string A, string B, bool IsSame, string Category)
{
    internal static NamePair[] Read(DataFolder data, string file) =>
    [
        .. data.Rows("names", file).Select(row => new NamePair(row["group"], row["name1"], row["name2"], row["same"] == "1", row["category"])),
    ];
}
