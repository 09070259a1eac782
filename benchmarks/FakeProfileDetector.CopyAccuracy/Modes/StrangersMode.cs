using FakeProfileDetector.Benchmarks.Shared.Pictures;
using FakeProfileDetector.Benchmarks.Shared.Reporting;
using FakeProfileDetector.CopyAccuracy.Data;
using FakeProfileDetector.CopyAccuracy.Edits;
using FakeProfileDetector.CopyAccuracy.Measuring;
using FakeProfileDetector.Photos.Pdq;
using FakeProfileDetector.Registry;

namespace FakeProfileDetector.CopyAccuracy.Modes;

/// <summary>How often an edited photo is taken for a copy of another person's.</summary>
internal static class StrangersMode
{
    private sealed record FalseMatch(Photo Photo, PhotoEdit Edit, PhotoUse Use);

    private sealed record Compared(long Pairs, int NotCompared, FalseMatch[] Matches);

    internal static void Run(int? limit)
    {
        var photos = PhotoLibrary.Everyone(limit);
        using var withThumbnails = new CopyRegistry(CopyRegistry.Thorough());
        using var without = new CopyRegistry(CopyRegistry.Thorough(keepThumbnails: false));
        var comparable = Enroll(photos, withThumbnails, without);
        var personOf = photos.ToDictionary(photo => photo.Id, photo => photo.Person, StringComparer.Ordinal);

        // Edited once for both: editing takes longer than searching.
        var compared = photos.AsParallel()
            .Select(photo => Compare(photo, [withThumbnails, without], comparable.Count(other => other.Person != photo.Person), personOf))
            .ToArray();
        Console.WriteLine($"{photos.Length} photos of {personOf.Values.Distinct().Count()} people, {comparable.Length} of them comparable; {EditCatalog.All.Length} edits each.");
        Print("With thumbnails", [.. compared.Select(both => both[0])]);
        Print("Without thumbnails", [.. compared.Select(both => both[1])]);
    }

    private static Photo[] Enroll(Photo[] photos, params CopyRegistry[] registries)
    {
        var fingerprints = photos.AsParallel().AsOrdered().Select(photo => CopyRegistry.Fingerprint(photo.ReadBytes())).ToArray();
        foreach (var (photo, fingerprint) in photos.Zip(fingerprints))
        {
            foreach (var registry in registries)
            {
                registry.Enroll(photo.Id, fingerprint);
            }
        }

        return [.. photos.Where((_, i) => fingerprints[i].Quality >= PdqHasher.MinimumQuality)];
    }

    private static Compared[] Compare(Photo photo, CopyRegistry[] registries, int strangers, Dictionary<string, string> personOf)
    {
        using var bitmap = Bitmaps.Decode(photo.ReadBytes());
        var compared = new int[registries.Length];
        var matches = registries.Select(_ => new List<FalseMatch>()).ToArray();
        foreach (var edit in EditCatalog.All)
        {
            var copy = CopyRegistry.Fingerprint(edit.Apply(bitmap, photo.Id));
            for (var i = 0; i < registries.Length; i++)
            {
                var uses = registries[i].Find(copy);
                compared[i] += uses.IsCompared ? 1 : 0;
                matches[i].AddRange(uses.Uses.Where(use => personOf[use.Holder.Id] != photo.Person).Select(use => new FalseMatch(photo, edit, use)));
            }
        }

        return [.. registries.Select((_, i) => new Compared((long)compared[i] * strangers, EditCatalog.All.Length - compared[i], [.. matches[i]]))];
    }

    private static void Print(string title, Compared[] compared)
    {
        var pairs = compared.Sum(part => part.Pairs);
        var matches = compared.SelectMany(part => part.Matches).ToArray();
        PrintSummary(title, pairs, compared.Sum(part => part.NotCompared), matches);
        if (matches.Length > 0)
        {
            PrintMatches(title, matches);
        }
    }

    private static void PrintSummary(string title, long pairs, int notCompared, FalseMatch[] matches)
    {
        var table = new Table(title, "false matches", "count", "pairs of photos", "per million pairs", "at most, per million (95 %)");
        Add("all", _ => true);
        foreach (var kind in new[] { FoundAs.Whole, FoundAs.Exact, FoundAs.Similar })
        {
            Add($"{kind}", match => FoundAsOf.Use(match.Use) == kind);
        }

        table.Print();
        Console.WriteLine();
        Console.WriteLine($"{pairs:N0} pairs compared; {notCompared} queries were too featureless.");

        void Add(string name, Func<FalseMatch, bool> counts)
        {
            var counted = matches.Where(counts).ToArray();
            table.Add(
                name,
                $"{counted.Length}",
                $"{counted.Select(PairOf).Distinct().Count()}",
                $"{counted.Length * 1e6 / pairs:F3}",
                $"{RareEvents.UpperBound(counted.Length) * 1e6 / pairs:F3}");
        }
    }

    private static void PrintMatches(string title, FalseMatch[] matches)
    {
        var table = new Table($"{title}: each false match", "photo", "edit", "taken for", "found as", "bits", "correlation", "patches", "share");
        foreach (var match in matches.OrderBy(match => PairOf(match).First, StringComparer.Ordinal).ThenBy(match => PairOf(match).Second, StringComparer.Ordinal))
        {
            var alteration = match.Use.Alteration;
            table.Add(
                match.Photo.Id,
                match.Edit.Name,
                match.Use.Holder.Id,
                $"{FoundAsOf.Use(match.Use)}",
                $"{match.Use.Distance}",
                $"{alteration?.Correlation:F3}",
                $"{alteration?.MatchedPatches}",
                $"{alteration?.MatchedShare:F2}");
        }

        table.Print();
    }

    /// <summary>The two photos in one order, whichever was asked about.</summary>
    private static (string First, string Second) PairOf(FalseMatch match)
    {
        var (one, other) = (match.Photo.Id, match.Use.Holder.Id);
        return string.CompareOrdinal(one, other) <= 0 ? (one, other) : (other, one);
    }
}
