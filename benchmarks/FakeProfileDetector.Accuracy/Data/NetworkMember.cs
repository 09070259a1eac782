using System.Globalization;
using FakeProfileDetector.Benchmarks.Shared.Data;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Profiles;

namespace FakeProfileDetector.Accuracy.Data;

/// <summary>A member of the labeled network.</summary>
/// <param name="Row">The member's row.</param>
/// <param name="PhotoPath">The photo's file, or null.</param>
/// <param name="IsFake">Whether the member is fake.</param>
/// <param name="Case">The kind of case, such as <c>ring</c>.</param>
/// <param name="Owner">The member, or somebody outside, whose photo the member shows; the member where it is the member's own.</param>
internal sealed record NetworkMember(IReadOnlyDictionary<string, string> Row, string? PhotoPath, bool IsFake, string Case, string Owner)
{
    internal static NetworkMember[] Read(DataFolder data)
    {
        var truths = CsvFile.Read(data.PathOf("network", "truth.csv")).ToDictionary(row => row["id"], StringComparer.Ordinal);
        return
        [
            .. from row in CsvFile.Read(data.PathOf("network", "members.csv"))
               let truth = truths.GetValueOrDefault(row["id"]) ?? throw new InvalidDataException($"truth.csv does not tell of {row["id"]}.")
               let photo = row["photo"]
               select new NetworkMember(row, photo.Length == 0 ? null : data.PathOf("network", photo), truth["label"] == "fake", truth["case"],
                   truth["owner"] is { Length: > 0 } owner ? owner : row["id"]),
        ];
    }

    internal Profile ToProfile(IPhotoFingerprinter fingerprinter) => new(Row["id"])
    {
        DisplayName = Text("display_name"),
        Handle = Text("handle"),
        Photo = PhotoPath is null ? null : Photo(fingerprinter.Fingerprint(File.ReadAllBytes(PhotoPath))),
        History = new()
        {
            CreatedAt = Date("created_at"),
            ObservedAt = Date("observed_at"),
            Connections = Number("connections"),
            Following = Number("following"),
            Posts = Number("posts"),
            BioLength = (int?)Number("bio_length"),
            HasUrl = Number("has_url") is { } flag ? flag != 0 : null,
            SectionsFilled = (int?)Number("sections_filled"),
            SectionsOffered = (int?)Number("sections_offered"),
        },
    };

    private static ProfilePhoto Photo(PhotoFingerprintResult result) =>
        result.IsUsable ? ProfilePhoto.FromFingerprint(result.Fingerprint) : ProfilePhoto.FromFailure(result.Failure);

    private string? Text(string column) => Row.GetValueOrDefault(column) is { Length: > 0 } cell ? cell : null;

    private long? Number(string column) => Text(column) is { } cell ? long.Parse(cell, CultureInfo.InvariantCulture) : null;

    private DateTimeOffset? Date(string column) =>
        Text(column) is { } cell ? DateTimeOffset.Parse(cell, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : null;
}
