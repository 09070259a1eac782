using FakeProfileDetector.WholeJob.Drawing;

namespace FakeProfileDetector.WholeJob.Scanning;

/// <summary>A member export and its photos in a temporary folder, which goes with it.</summary>
internal sealed class ScanFolder : IDisposable
{
    private const int FirstSeed = 1_000_000;

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("fakeprofile-job-");

    internal string Members => Path.Combine(_root.FullName, "members.csv");

    internal string FirstMember => Path.Combine(_root.FullName, "first.csv");

    internal string Photos => Path.Combine(_root.FullName, "photos");

    internal string Reports => Path.Combine(_root.FullName, "reports.jsonl");

    /// <summary>Draws a photo for each member.</summary>
    internal static ScanFolder Create(int members)
    {
        var folder = new ScanFolder();
        Directory.CreateDirectory(folder.Photos);
        Parallel.For(0, members, i => File.WriteAllBytes(Path.Combine(folder.Photos, $"m{i}.jpg"), DrawnPhoto.Jpeg(FirstSeed + i)));
        using var writer = new StreamWriter(new FileStream(folder.Members, FileMode.Create, FileAccess.Write, FileShare.Read));
        writer.WriteLine("id,display_name,photo,observed_at,created_at,connections,following,posts,bio_length");
        for (var i = 0; i < members; i++)
        {
            var history = MadeUpMembers.HistoryOf(i);
            writer.WriteLine(
                $"m{i},{MadeUpMembers.NameOf(i)},m{i}.jpg,{history.ObservedAt:yyyy-MM-dd},{history.CreatedAt:yyyy-MM-dd},"
                + $"{history.Connections},{history.Following},{history.Posts},{history.BioLength}");
        }

        writer.Flush();
        File.WriteAllLines(folder.FirstMember, File.ReadLines(folder.Members).Take(2));
        return folder;
    }

    public void Dispose() => _root.Delete(recursive: true);
}
