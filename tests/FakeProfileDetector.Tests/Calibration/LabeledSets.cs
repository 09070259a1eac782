using System.Globalization;
using FakeProfileDetector.Calibration;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Testing;
using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests.Calibration;

/// <summary>The four labeled sets of account counts that the shipped weights are learned from.</summary>
internal static class LabeledSets
{
    internal static readonly string[] Names = ["cresci2015_e13_int", "instafake_fake_v1", "kaggle_instagram", "vk_users_bots"];

    internal static LabeledProfile[] Read(string name)
    {
        var lines = File.ReadAllLines(SharedData.PathOf($"profiles/{name}.tsv"));
        var columns = lines[0].Split('\t');
        return [.. lines.Skip(1)
            .Select(line => columns.Zip(line.Split('\t')).ToDictionary(cell => cell.First, cell => cell.Second))

            // The other rows of this set are blocked accounts, whose counts were not read.
            .Where(row => row.GetValueOrDefault("account_readable", "1") == "1")
            .Select(row => new LabeledProfile(new Profile($"{name} {row["id"]}") { History = HistoryOf(row) }, row["fake"] == "1") { DataSet = name })];
    }

    private static AccountHistory HistoryOf(Dictionary<string, string> row)
    {
        long? Number(string column) => long.TryParse(row.GetValueOrDefault(column), CultureInfo.InvariantCulture, out var value) ? value : null;
        bool? Flag(string column) => Number(column) is { } value ? value == 1 : null;
        return new()
        {
            ObservedAt = Now,
            CreatedAt = Number("age_days") is { } days ? Now.AddDays(-days) : null,
            Connections = Number("followers"),
            Following = Number("following"),
            Posts = Number("posts"),
            BioLength = (int?)Number("bio_len"),
            HasUrl = Flag("has_url"),
            HasPhoto = Flag("has_photo"),
            SectionsFilled = (int?)Number("sections_filled"),
            SectionsOffered = (int?)Number("sections_total"),
            IsPrivate = Flag("is_private"),
        };
    }
}
