using FakeProfileDetector.Benchmarks.Shared.Data;

namespace FakeProfileDetector.CopyAccuracy.Data;

/// <summary>The portraits that copies are made of.</summary>
internal static class PhotoLibrary
{
    private const string Members = "D1_uk_mps";
    private const string Senators = "D3_us_senate";

    /// <summary>One photo of each person, in good size.</summary>
    internal static Photo[] Portraits(int? limit) => Read(limit, (Members, "official"), (Senators, "512x512"));

    /// <summary>All photos but tiny renditions and pictures that stand for a missing photo.</summary>
    internal static Photo[] Everyone(int? limit) =>
        Read(limit, (Members, "official"), (Members, "large"), (Members, "wikidata"), (Senators, "512x512"), (Senators, "source"));

    /// <summary>The largest square photos.</summary>
    internal static Photo[] Squares() => Read(limit: null, (Senators, "512x512"));

    private static Photo[] Read(int? limit, params (string Set, string Variant)[] kinds)
    {
        var identities = Identities.Read();
        var photos = kinds.GroupBy(kind => kind.Set, kind => kind.Variant)
            .SelectMany(kind => Read(kind.Key, [.. kind], identities));
        return [.. photos.OrderBy(photo => StableSeed.Of(photo.Id)).ThenBy(photo => photo.Id, StringComparer.Ordinal).Take(limit ?? int.MaxValue)];
    }

    private static IEnumerable<Photo> Read(string set, string[] variants, Identities identities) =>
        TsvFile.Read(DataFolder.Photos(set, "manifest.tsv"))
            .Where(row => variants.Contains(row["variant"]))
            .Select(row => new Photo(set, row["file"], identities.PersonOf(set, row["id"])));
}
