using FakeProfileDetector.Benchmarks.Shared.Pictures;
using FakeProfileDetector.CopyAccuracy.Data;
using FakeProfileDetector.CopyAccuracy.Edits;
using FakeProfileDetector.CopyAccuracy.Measuring;
using FakeProfileDetector.Photos;

namespace FakeProfileDetector.CopyAccuracy.Cost;

/// <summary>Real photos: some to ask with, as crops, and the others as models of made-up ones.</summary>
internal sealed class QueryPhotos
{
    private const int QueryCount = 200;

    private QueryPhotos((string Id, PhotoFingerprint Original, PhotoFingerprint Crop)[] queries, PhotoPatches[] models) =>
        (Queries, Models) = (queries, models);

    internal (string Id, PhotoFingerprint Original, PhotoFingerprint Crop)[] Queries { get; }

    /// <summary>Patches of photos that are not asked with: made-up descriptors like them are strangers to the queries.</summary>
    internal PhotoPatches[] Models { get; }

    internal static QueryPhotos Read()
    {
        // A person's photos are on one side, so that no model is a copy of a query.
        var people = PhotoLibrary.Everyone(limit: null).GroupBy(photo => photo.Person).SelectMany(person => person).ToArray();
        var first = people.Take(QueryCount).Select(photo => photo.Person).ToHashSet(StringComparer.Ordinal);
        var queries = people.Take(QueryCount).AsParallel().AsOrdered().Select(Query);
        var models = people.Where(photo => !first.Contains(photo.Person)).AsParallel().AsOrdered()
            .Select(photo => CopyRegistry.Fingerprint(photo.ReadBytes()).Patches).OfType<PhotoPatches>();
        return new([.. queries], [.. models]);
    }

    private static (string Id, PhotoFingerprint Original, PhotoFingerprint Crop) Query(Photo photo)
    {
        var encoded = photo.ReadBytes();
        using var bitmap = Bitmaps.Decode(encoded);
        return (photo.Id, CopyRegistry.Fingerprint(encoded), CopyRegistry.Fingerprint(EditCatalog.Crop80.Apply(bitmap, photo.Id)));
    }
}
