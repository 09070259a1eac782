using System.Globalization;
using FakeProfileDetector.Calibration;
using FakeProfileDetector.Profiles;

namespace FakeProfileDetector.Benchmarks.Shared.Data;

/// <summary>Accounts of public sets, with what is known of their history and whether they are fake; none has a name or a photo.</summary>
internal static class LabeledAccounts
{
    // When all accounts count as observed: the sets give ages and no dates.
    internal static readonly DateTimeOffset Observed = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Reads a set; a blank cell is unknown, and accounts that could not be read when the set was made are left out.</summary>
    internal static LabeledProfile[] Read(DataFolder data, string file, string set) =>
    [
        .. data.Rows("profiles", file)
            .Where(row => row.GetValueOrDefault("account_readable") is null or "1")
            .Select(row => new LabeledProfile(new(row["id"]) { History = History(row) }, row["fake"] == "1") { DataSet = set }),
    ];

    private static AccountHistory History(IReadOnlyDictionary<string, string> row) => new()
    {
        CreatedAt = Number(row, "age_days") is { } days ? Observed.AddDays(-days) : null,
        ObservedAt = Observed,
        Connections = Number(row, "followers"),
        Following = Number(row, "following"),
        Posts = Number(row, "posts"),
        BioLength = (int?)Number(row, "bio_len"),
        HasUrl = Flag(row, "has_url"),
        HasPhoto = Flag(row, "has_photo"),
        SectionsFilled = (int?)Number(row, "sections_filled"),
        SectionsOffered = (int?)Number(row, "sections_total"),
        IsPrivate = Flag(row, "is_private"),
    };

    private static long? Number(IReadOnlyDictionary<string, string> row, string column) =>
        row.GetValueOrDefault(column) is { Length: > 0 } cell ? long.Parse(cell, CultureInfo.InvariantCulture) : null;

    private static bool? Flag(IReadOnlyDictionary<string, string> row, string column) => Number(row, column) is { } number ? number != 0 : null;
}
