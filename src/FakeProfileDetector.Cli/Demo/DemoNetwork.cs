using System.Globalization;
using FakeProfileDetector.Cli.Files;
using SkiaSharp;

namespace FakeProfileDetector.Cli.Demo;

/// <summary>A small invented network on disk: members, photos, and the truth about the fakes planted among them.</summary>
internal sealed class DemoNetwork
{
    private const int Owners = 21;
    private const int UniqueMembers = 20;
    private const int RingSize = 6;
    private const int DuplicatePairs = 3;
    private const int DefaultAvatars = 12;
    private const int Newcomers = 5;
    private const string ObservedAt = "2026-11-01";
    private const string MemberColumns = "id,display_name,handle,photo,created_at,observed_at,connections,following,posts,bio_length,has_url,faces";
    private const string FirstId = "demo001";

    private static readonly string[] GivenNames =
    [
        "Adela", "Bruno", "Carla", "Dario", "Elin", "Felix", "Greta", "Hugo", "Ines", "Jonas", "Karin", "Leo", "Mara", "Nils",
        "Olivia", "Pavel", "Rosa", "Simon", "Tilda", "Viktor",
    ];

    private static readonly string[] FamilyNameTable =
    [
        "Ahlberg", "Bianchi", "Castell", "Drobny", "Eklund", "Farkas", "Grabow", "Holm", "Ivanek", "Jarvela", "Kowal", "Lindqvist",
        "Moretti", "Novik", "Ostrow", "Petrik", "Quist", "Rossen", "Salonen", "Tamm",
    ];

    private readonly Random _random = new(20261101);
    private readonly List<string> _members = [];
    private readonly List<string> _truths = [];
    private int _names;

    private DemoNetwork(DirectoryInfo folder) => Folder = folder;

    internal DirectoryInfo Folder { get; }

    internal FileInfo Members => FileIn("members.csv");

    internal FileInfo Truth => FileIn("truth.csv");

    internal FileInfo Report => FileIn("report.jsonl");

    internal FileInfo Page => FileIn("report.html");

    internal FileInfo Store => FileIn("profiles.db");

    internal int MemberCount => _members.Count;

    /// <summary>Draws the network; the store of an earlier demo is deleted, or its members would be met again.</summary>
    /// <exception cref="CliException">The folder holds files of the same names that no demo has drawn.</exception>
    internal static DemoNetwork Draw(DirectoryInfo folder, CancellationToken cancellationToken)
    {
        var network = new DemoNetwork(folder);
        network.RefuseForeignFiles();
        network.Plant(cancellationToken);
        WriteLines(network.Members, network._members.Prepend(MemberColumns));
        WriteLines(network.Truth, network._truths.Prepend("id,label,case,owner"));
        foreach (var suffix in new[] { string.Empty, "-wal", "-shm" })
        {
            File.Delete(network.Store.FullName + suffix);
        }

        return network;
    }

    private void RefuseForeignFiles()
    {
        var guard = new FileGuard();
        guard.Keeps("demo", Store);
        foreach (var file in new[] { Members, Truth, Report, Page })
        {
            guard.Writes("demo", file);
        }

        // A demo draws its members before anything else is written, and no other tool names them so.
        if (!IsDrawn(Members) && new[] { Members, Truth, Report, Page, Store }.FirstOrDefault(file => file.Exists) is { } foreign)
        {
            throw new CliException($"{foreign.FullName} would be overwritten and is of no earlier demo; name a new folder.");
        }
    }

    private static bool IsDrawn(FileInfo members) =>
        members.Exists && File.ReadLines(members.FullName).Take(2).ToArray() is [MemberColumns, var first] && first.StartsWith(FirstId + ",", StringComparison.Ordinal);

    private static void WriteLines(FileInfo file, IEnumerable<string> lines)
    {
        using var output = OutputFile.Create(file);
        foreach (var line in lines)
        {
            output.Writer.WriteLine(line);
        }

        output.Complete();
    }

    private void Plant(CancellationToken cancellationToken)
    {
        var seed = 0;
        for (var i = 0; i < Owners; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var photo = PortraitPainter.Paint(++seed);
            var owner = Add("victim", isFake: false, NextName(), Save(photo, $"owner{i}", 90), Established());
            var (edit, apply, quality) = PhotoEdit.All[i % PhotoEdit.All.Count];
            using var copy = apply(photo);
            Add($"stolen-{edit}", isFake: true, NextName(), Save(copy, $"stolen{i}", quality), Thin(), owner);
        }

        using (var shared = PortraitPainter.Paint(++seed))
        {
            for (var i = 0; i < RingSize; i++)
            {
                Add("ring", isFake: true, NextName(), Save(shared, $"ring{i}", 60 + (5 * i)), Thin());
            }
        }

        for (var i = 0; i < DuplicatePairs; i++)
        {
            using var photo = PortraitPainter.Paint(++seed);
            var (given, family) = NextName();
            var first = Add("duplicate", isFake: false, (given, family), Save(photo, $"duplicate{i}a", 90), Established());
            Add("duplicate", isFake: false, ($"{given[0]}.", family), Save(photo, $"duplicate{i}b", 85), Established(), first);
        }

        using (var silhouette = PortraitPainter.PaintSilhouette())
        {
            var path = Save(silhouette, "silhouette", 90);
            for (var i = 0; i < DefaultAvatars; i++)
            {
                Add("default-avatar", isFake: false, NextName(), path, i % 3 == 0 ? Thin() : Established());
            }
        }

        for (var i = 0; i < Newcomers; i++)
        {
            using var photo = PortraitPainter.Paint(++seed);
            Add("newcomer", isFake: false, NextName(), Save(photo, $"newcomer{i}", 85), New());
        }

        for (var i = 0; i < UniqueMembers; i++)
        {
            using var photo = PortraitPainter.Paint(++seed);
            Add("unique", isFake: false, NextName(), Save(photo, $"unique{i}", 85), Established());
        }
    }

    /// <summary>Every given and family name comes up with every other before a pair repeats.</summary>
    private (string Given, string Family) NextName()
    {
        var name = (GivenNames[_names % GivenNames.Length], FamilyNameTable[(_names + (_names / GivenNames.Length * 7)) % FamilyNameTable.Length]);
        _names++;
        return name;
    }

    private string Established() => History(
        $"20{_random.Next(12, 24)}-0{_random.Next(1, 10)}-1{_random.Next(10)}", _random.Next(150, 2500), _random.Next(80, 600), _random.Next(30, 900), _random.Next(30, 150), 1);

    private string Thin() => History("2026-01-05", _random.Next(0, 20), _random.Next(200, 900), _random.Next(0, 3), 0, 0);

    private string New() => History($"2026-10-{_random.Next(10, 31)}", _random.Next(0, 25), _random.Next(5, 40), _random.Next(0, 2), 20, 0);

    private static string History(string created, int connections, int following, int posts, int bioLength, int hasUrl) =>
        string.Create(CultureInfo.InvariantCulture, $"{created},{ObservedAt},{connections},{following},{posts},{bioLength},{hasUrl}");

    private string Add(string kind, bool isFake, (string Given, string Family) name, string photo, string history, string owner = "")
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"demo{_members.Count + 1:000}");
        var handle = $"{name.Given.TrimEnd('.')}.{name.Family}".ToLowerInvariant();

        // Painted portraits are no photographs of faces: the table says how many people they show.
        var faces = kind == "default-avatar" ? 0 : 1;
        _members.Add(string.Create(CultureInfo.InvariantCulture, $"{id},{name.Given} {name.Family},{handle},{photo},{history},{faces}"));
        _truths.Add($"{id},{(isFake ? "fake" : "genuine")},{kind},{owner}");
        return id;
    }

    private string Save(SKBitmap photo, string name, int quality)
    {
        var relative = $"photos/{name}.jpg";
        using var data = photo.Encode(SKEncodedImageFormat.Jpeg, quality);
        using var file = OutputFile.Create(FileIn(relative));
        data.SaveTo(file.Stream);
        file.Complete();
        return relative;
    }

    private FileInfo FileIn(string name) => new(Path.Combine(Folder.FullName, name));
}
