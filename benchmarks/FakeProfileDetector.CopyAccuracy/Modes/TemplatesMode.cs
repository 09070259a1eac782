using FakeProfileDetector.Benchmarks.Shared.Pictures;
using FakeProfileDetector.Benchmarks.Shared.Reporting;
using FakeProfileDetector.CopyAccuracy.Edits;
using FakeProfileDetector.CopyAccuracy.Measuring;
using FakeProfileDetector.CopyAccuracy.Templates;
using FakeProfileDetector.Evaluation;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Patches;
using FakeProfileDetector.Photos.Pdq;

namespace FakeProfileDetector.CopyAccuracy.Modes;

/// <summary>How often different pictures on one template are taken for the same picture, and whether copies of such pictures are found.</summary>
internal static class TemplatesMode
{
    private const int PicturesOfTemplate = 8;
    private const int EditsOfPicture = 12;
    private const string Nothing = "nothing";
    private const string Exact = "Exact";
    private const string Whole = "whole";

    private sealed record Picture(PhotoFingerprint Print, PhotoRegion[]? Faces, byte[] Encoded);

    internal static void Run(int seeds, bool aside)
    {
        var people = FacePhoto.ReadAll(aside);
        Console.WriteLine($"{people.Length} people, {seeds} templates of each kind, {PicturesOfTemplate} pictures on each, every pair of them.");
        var table = new Table(
            "Different pictures", "kind", "pairs", "PDQ ≤ 31, %", "the same, faces known, %", "template, %", "similar, %", "the same, faces unknown, %", "template, %", "similar, %", "copies of them found, %", "faces unknown, %");
        foreach (var kind in TemplateKind.All)
        {
            var parts = Enumerable.Range(0, seeds).AsParallel().Select(seed => Judge(kind, seed, people)).ToArray();
            Add(table, kind.Name, [.. parts.SelectMany(part => part.Strangers)], [.. parts.SelectMany(part => part.Copies)]);
        }

        table.Print();
    }

    private static (List<Outcome> Strangers, List<Outcome> Copies) Judge(TemplateKind kind, int seed, FacePhoto[] people)
    {
        var pictures = Enumerable.Range(0, PicturesOfTemplate).Select(number => Draw(kind, seed, people, number)).ToArray();
        var strangers = new List<Outcome>();
        for (var i = 0; i < pictures.Length; i++)
        {
            for (var k = i + 1; k < pictures.Length; k++)
            {
                strangers.Add(Compare(pictures[i], pictures[k]));
            }
        }

        var copies = new List<Outcome>();
        using var bitmap = Bitmaps.Decode(pictures[0].Encoded);
        for (var i = 0; i < EditsOfPicture; i++)
        {
            var edit = EditCatalog.All[((seed * EditsOfPicture) + i) % EditCatalog.All.Length];
            copies.Add(Compare(new(CopyRegistry.Fingerprint(edit.Apply(bitmap, $"{kind.Name} {seed}")), Faces: null, []), pictures[0]));
        }

        return (strangers, copies);
    }

    private static Picture Draw(TemplateKind kind, int seed, FacePhoto[] people, int number)
    {
        using var drawing = kind.Draw(seed, people, number);
        var encoded = drawing.Save(new Random((seed * PicturesOfTemplate) + number));
        return new(CopyRegistry.Fingerprint(encoded), drawing.Faces, encoded);
    }

    private static Outcome Compare(Picture one, Picture other)
    {
        var distance = Enum.GetValues<DihedralTransform>().Min(transform => one.Print.Dihedral.Get(transform).DistanceTo(other.Print.Hash));
        return new(distance, Found(one, other, new(one.Faces, other.Faces)), Found(one, other, default));
    }

    /// <summary>As a registry looks: first by the whole, then by patches.</summary>
    private static string Found(Picture one, Picture other, in FacesOfBoth faces)
    {
        if (one.Print.Patches is not { } first || other.Print.Patches?.Stored() is not { } second || one.Print.Quality < PdqHasher.MinimumQuality || other.Print.Quality < PdqHasher.MinimumQuality)
        {
            return Nothing;
        }

        var (distance, transform) = Enum.GetValues<DihedralTransform>().Select(turn => (one.Print.Dihedral.Get(turn).DistanceTo(other.Print.Hash), turn)).Min();
        if (distance <= PdqHasher.DefaultMatchRadius)
        {
            if (PatchMatcher.VerifyWhole(first, second, transform, isNegative: false, faces, out var alteration))
            {
                return Whole;
            }

            if (alteration is not null)
            {
                return $"{alteration.Grade}";
            }
        }

        return PatchMatcher.Match(first, second, faces) is { } match ? $"{match.Grade}" : Nothing;
    }

    private static void Add(Table table, string name, Outcome[] strangers, Outcome[] copies) => table.Add(
        name,
        $"{strangers.Length}",
        Share(strangers, outcome => outcome.Distance <= PdqHasher.DefaultMatchRadius),
        Share(strangers, outcome => IsSame(outcome.WithFaces)),
        Share(strangers, outcome => outcome.WithFaces == $"{PhotoCopyGrade.SharedTemplate}"),
        Share(strangers, outcome => outcome.WithFaces == $"{PhotoCopyGrade.Similar}"),
        Share(strangers, outcome => IsSame(outcome.Without)),
        Share(strangers, outcome => outcome.Without == $"{PhotoCopyGrade.SharedTemplate}"),
        Share(strangers, outcome => outcome.Without == $"{PhotoCopyGrade.Similar}"),
        Share(copies, outcome => IsSame(outcome.WithFaces)),
        Share(copies, outcome => IsSame(outcome.Without)));

    private static bool IsSame(string found) => found is Exact or Whole;

    private static string Share(Outcome[] outcomes, Func<Outcome, bool> counts) => Proportion.Of(outcomes, counts).Percent;

    private sealed record Outcome(int Distance, string WithFaces, string Without);
}
