using System.Globalization;
using FakeProfileDetector.Sharing.Members;
using FakeProfileDetector.Sharing.Networks;

namespace FakeProfileDetector.Sharing.Reporting;

/// <summary>Writes a network as files: members.csv, truth.csv and photos, as the command-line tool reads them, and the relations.</summary>
internal static class NetworkExport
{
    private const string Photos = "photos";

    private const string MemberColumns =
        "id,display_name,handle,photo,created_at,observed_at,connections,following,posts,bio_length,has_url,sections_filled,sections_offered,is_private,is_verified,organization,photo_since";

    /// <summary>Each network gets a folder of its own: across networks faces repeat.</summary>
    internal static void Write(DirectoryInfo folder, PlantedNetwork network)
    {
        var own = folder.CreateSubdirectory($"network-{network.Number:00}");
        own.CreateSubdirectory(Photos);
        foreach (var member in network.Members)
        {
            File.WriteAllBytes(Path.Combine(own.FullName, PhotoOf(member)), member.Photo);
        }

        WriteRows(own, "members.csv", MemberColumns, network.Members.Select(Member));
        WriteRows(own, "truth.csv", "id,label,case,owner", network.Members.Select(member => new string?[] { member.Id, member.IsFake ? "fake" : "genuine", member.Case, member.Owner }));
        WriteRows(own, "relations.csv", "id,other,relations", Relations(network));
    }

    private static string PhotoOf(PlantedMember member) => $"{Photos}/{member.Id}.jpg";

    private static string?[] Member(PlantedMember member) =>
    [
        member.Id, member.Name, member.Handle, PhotoOf(member),
        Date(member.History?.CreatedAt), Date(member.History?.ObservedAt),
        Number(member.History?.Connections), Number(member.History?.Following), Number(member.History?.Posts), Number(member.History?.BioLength),
        Flag(member.History?.HasUrl), Number(member.History?.SectionsFilled), Number(member.History?.SectionsOffered),
        Flag(member.History?.IsPrivate), Flag(member.History?.IsVerified), member.Organization, Date(member.PhotoSince),
    ];

    private static IEnumerable<string?[]> Relations(PlantedNetwork network) =>
        from @group in network.Members.Where(member => member.Relations != HolderRelations.None).GroupBy(member => member.Group)
        from a in @group
        from b in @group
        where string.CompareOrdinal(a.Id, b.Id) < 0
        select new[] { a.Id, b.Id, $"{a.Relations}" };

    private static void WriteRows(DirectoryInfo folder, string file, string columns, IEnumerable<string?[]> rows) =>
        File.WriteAllLines(Path.Combine(folder.FullName, file), rows.Select(row => string.Join(',', row.Select(Cell))).Prepend(columns));

    private static string Cell(string? text) => text is null ? string.Empty
        : text.AsSpan().IndexOfAny(",\"") < 0 ? text
        : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string? Number(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Flag(bool? flag) => flag is { } known ? (known ? "1" : "0") : null;

    private static string? Date(DateTimeOffset? date) => date?.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
