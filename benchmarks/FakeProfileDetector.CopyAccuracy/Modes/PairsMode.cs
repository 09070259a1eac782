using FakeProfileDetector.Benchmarks.Shared.Reporting;
using FakeProfileDetector.CopyAccuracy.Data;
using FakeProfileDetector.CopyAccuracy.Measuring;
using FakeProfileDetector.Evaluation;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Pdq;
using FakeProfileDetector.Registry;

namespace FakeProfileDetector.CopyAccuracy.Modes;

/// <summary>Pairs that nobody made for this: real re-crops and renditions, and other photos of the same person.</summary>
internal static class PairsMode
{
    private sealed record Outcome(LabeledPair Pair, int Distance, bool IsCompared, FoundAs Found);

    internal static void Run()
    {
        var pairs = LabeledPair.ReadAll();
        var photos = pairs.SelectMany(pair => new[] { pair.A, pair.B }).DistinctBy(photo => photo.Id).ToArray();
        var fingerprints = photos.AsParallel()
            .Select(photo => (photo.Id, Fingerprint: CopyRegistry.Fingerprint(photo.ReadBytes())))
            .ToDictionary(photo => photo.Id, photo => photo.Fingerprint, StringComparer.Ordinal);
        using var registry = new CopyRegistry(CopyRegistry.Thorough());
        foreach (var photo in photos)
        {
            registry.Enroll(photo.Id, fingerprints[photo.Id]);
        }

        var asked = pairs.Select(pair => pair.A.Id).Distinct().AsParallel()
            .ToDictionary(id => id, id => registry.Find(fingerprints[id], exceptId: id), StringComparer.Ordinal);
        var outcomes = pairs.Select(pair => Judge(pair, fingerprints, asked[pair.A.Id])).ToArray();
        Console.WriteLine($"{pairs.Length:N0} pairs of {photos.Length} photos, all in one registry.");
        PrintTable(outcomes);
        PrintSummary(outcomes);
        PrintWrong(outcomes);
    }

    private static Outcome Judge(LabeledPair pair, Dictionary<string, PhotoFingerprint> fingerprints, PhotoUseResult uses)
    {
        var (a, b) = (fingerprints[pair.A.Id], fingerprints[pair.B.Id]);
        return new(pair, a.Hash.DistanceTo(b.Hash), uses.IsCompared && b.Quality >= PdqHasher.MinimumQuality, FoundAsOf.Profile(uses, pair.B.Id));
    }

    private static void PrintTable(Outcome[] outcomes)
    {
        var table = new Table("Labeled pairs", "set, label, alignment", "pairs", "not compared", "PDQ ≤ 31, %", "found %", "as a whole, %", "Exact, %", "Similar, %");
        var groups = outcomes.GroupBy(outcome => (outcome.Pair.A.Set, outcome.Pair.Label, outcome.Pair.IsCrop));
        foreach (var group in groups.OrderBy(group => group.Key))
        {
            Outcome[] of = [.. group];
            table.Add(
                $"{group.Key.Set}, {group.Key.Label}, {(group.Key.IsCrop ? "crop" : "stretch")}",
                $"{of.Length}",
                $"{of.Count(outcome => !outcome.IsCompared)}",
                Proportion.Of(of, outcome => outcome.Distance <= PdqHasher.DefaultMatchRadius).Percent,
                Proportion.Of(of, outcome => outcome.Found != FoundAs.Nothing).Percent,
                Proportion.Of(of, outcome => outcome.Found == FoundAs.Whole).Percent,
                Proportion.Of(of, outcome => outcome.Found == FoundAs.Exact).Percent,
                Proportion.Of(of, outcome => outcome.Found == FoundAs.Similar).Percent);
        }

        table.Print();
    }

    private static void PrintSummary(Outcome[] outcomes)
    {
        Console.WriteLine();
        var crops = outcomes.Where(outcome => outcome.Pair is { Label: LabeledPair.Copy, IsCrop: true }).ToArray();
        Print("real re-crops", crops);
        Print("real re-crops, both photos 100 px or more", [.. crops.Where(outcome => !outcome.Pair.IsSmall)]);

        var others = outcomes.Where(outcome => outcome.Pair.Label == LabeledPair.DifferentPhoto).ToArray();
        Console.WriteLine($"- different photos of the same person called Exact: {others.Count(outcome => outcome.Found == FoundAs.Exact)} of {others.Length}; "
            + $"Similar: {others.Count(outcome => outcome.Found == FoundAs.Similar)}; as a whole: {others.Count(outcome => outcome.Found == FoundAs.Whole)}");

        static void Print(string name, Outcome[] of)
        {
            var found = Proportion.Of(of, outcome => outcome.Found != FoundAs.Nothing);
            var whole = Proportion.Of(of, outcome => outcome.Distance <= PdqHasher.DefaultMatchRadius);
            Console.WriteLine($"- {name}: {found.Count} of {found.Total} found, {found.Percent} % ({found.Interval}); by whole-image PDQ ≤ 31 {whole.Count}, {whole.Percent} %");
        }
    }

    private static void PrintWrong(Outcome[] outcomes)
    {
        foreach (var wrong in outcomes.Where(outcome => outcome.Pair.Label == LabeledPair.DifferentPhoto && outcome.Found != FoundAs.Nothing))
        {
            Console.WriteLine($"  - {wrong.Found}: {wrong.Pair.A.Id}, {wrong.Pair.B.Id}, {wrong.Distance} bits");
        }
    }
}
