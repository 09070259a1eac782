using FakeProfileDetector.Benchmarks.Shared.Pictures;
using FakeProfileDetector.Benchmarks.Shared.Reporting;
using FakeProfileDetector.CopyAccuracy.Data;
using FakeProfileDetector.CopyAccuracy.Edits;
using FakeProfileDetector.CopyAccuracy.Measuring;
using FakeProfileDetector.Evaluation;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Pdq;

namespace FakeProfileDetector.CopyAccuracy.Modes;

/// <summary>How many of the edited copies of portraits are found among all originals.</summary>
internal static class RecallMode
{
    private const int Whole = 100;

    private sealed record Original(Photo Photo, byte[] Encoded, PhotoFingerprint Fingerprint);

    private sealed record Outcome(PhotoEdit Edit, int Upright, int AnyTurn, bool IsCompared, FoundAs Found)
    {
        internal bool IsFound => Found != FoundAs.Nothing;
    }

    internal static void Run(int? limit)
    {
        var originals = PhotoLibrary.Portraits(limit).AsParallel().AsOrdered().Select(Read).ToArray();
        using var registry = new CopyRegistry(CopyRegistry.Thorough());
        foreach (var original in originals)
        {
            registry.Enroll(original.Photo.Id, original.Fingerprint);
        }

        var outcomes = originals.AsParallel().SelectMany(original => Outcomes(original, registry)).ToArray();
        Console.WriteLine($"{originals.Length} portraits, {outcomes.Length:N0} edited copies; {outcomes.Count(outcome => !outcome.IsCompared)} too featureless to be compared.");
        PrintEdits(outcomes);
        PrintGroups(outcomes);
    }

    private static Original Read(Photo photo)
    {
        var encoded = photo.ReadBytes();
        return new(photo, encoded, CopyRegistry.Fingerprint(encoded));
    }

    private static List<Outcome> Outcomes(Original original, CopyRegistry registry)
    {
        using var bitmap = Bitmaps.Decode(original.Encoded);
        var outcomes = new List<Outcome>(EditCatalog.All.Length);
        foreach (var edit in EditCatalog.All)
        {
            var copy = CopyRegistry.Fingerprint(edit.Apply(bitmap, original.Photo.Id));
            var uses = registry.Find(copy);
            outcomes.Add(new(
                edit,
                copy.Hash.DistanceTo(original.Fingerprint.Hash),
                NearestTurn(copy, original.Fingerprint.Hash),
                uses.IsCompared,
                FoundAsOf.Profile(uses, original.Photo.Id)));
        }

        return outcomes;
    }

    private static int NearestTurn(PhotoFingerprint copy, PhotoHash original)
    {
        var turns = copy.Dihedral;
        return Enum.GetValues<DihedralTransform>().Min(turn => turns.Get(turn).DistanceTo(original));
    }

    private static void PrintEdits(Outcome[] outcomes)
    {
        var table = new Table(
            "Edits", "edit", "whole-image PDQ ≤ 31, %", "PDQ, 8 turns, ≤ 31, %", "registry with patches: found %", "95 % interval", "by patches only, %", "whole or Exact, %");
        foreach (var edit in outcomes.GroupBy(outcome => outcome.Edit).OrderBy(group => EditCatalog.All.IndexOf(group.Key)))
        {
            table.Add(Cells(edit.Key.Name, [.. edit]));
        }

        table.Print();
    }

    private static void PrintGroups(Outcome[] outcomes)
    {
        var table = new Table(
            "Groups", "edits", "whole-image PDQ ≤ 31, %", "PDQ, 8 turns, ≤ 31, %", "registry with patches: found %", "95 % interval", "by patches only, %", "whole or Exact, %", "copies");
        Add("not cropped", kept => kept == Whole);
        Add("cropped, 80 % or more of the sides kept", kept => kept is >= 80 and < Whole);
        Add("80 % or more kept, cropped or not", kept => kept >= 80);
        Add("70 % kept", kept => kept == 70);
        Add("60 % kept", kept => kept == 60);
        Add("50 % kept", kept => kept == 50);
        table.Print();

        void Add(string name, Func<int, bool> belongs)
        {
            var group = outcomes.Where(outcome => belongs(outcome.Edit.KeptSides)).ToArray();
            table.Add([.. Cells(name, group), $"{group.Length:N0}"]);
        }
    }

    private static string[] Cells(string name, Outcome[] outcomes)
    {
        var found = Proportion.Of(outcomes, outcome => outcome.IsFound);
        return
        [
            name,
            Proportion.Of(outcomes, outcome => outcome.Upright <= PdqHasher.DefaultMatchRadius).Percent,
            Proportion.Of(outcomes, outcome => outcome.AnyTurn <= PdqHasher.DefaultMatchRadius).Percent,
            found.Percent,
            found.Interval,
            Proportion.Of(outcomes, outcome => outcome.Found is FoundAs.Exact or FoundAs.Similar).Percent,
            Proportion.Of(outcomes, outcome => outcome.Found is FoundAs.Exact or FoundAs.Whole).Percent,
        ];
    }
}
