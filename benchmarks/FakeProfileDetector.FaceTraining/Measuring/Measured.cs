using FakeProfileDetector.Evaluation;
using FakeProfileDetector.Photos.Faces;

namespace FakeProfileDetector.FaceTraining.Measuring;

/// <summary>A trial's candidates without those that lie upon better ones or are drawn, best first: thresholds can be tried on them.</summary>
internal sealed record Measured(Trial Trial, FaceCandidate[] Candidates)
{
    internal static List<Measured> All(IEnumerable<Trial> trials, FaceTable table)
    {
        var locator = new CascadeFaceLocator(table);
        var faces = new FaceCandidate[FaceProposals.Maximum];
        var all = new List<Measured>();
        foreach (var trial in trials)
        {
            var count = locator.Candidates(trial.Scene.Pixels, trial.Scene.Width, trial.Scene.Height, faces);
            var isAlone = faces[..count].Count(face => face.Score >= table.Thresholds.Further) <= 1;
            var (pixels, width, height) = (trial.Scene.Pixels, trial.Scene.Width, trial.Scene.Height);
            all.Add(new(trial, [.. faces[..count].Where(face => !locator.IsDrawn(pixels, width, height, face, isAlone))]));
        }

        return all;
    }

    internal int Count(int first, int further) =>
        Candidates.Length == 0 || Candidates[0].Score < first ? 0 : 1 + Candidates.Skip(1).Count(face => face.Score >= further);

    internal bool IsRight(int first, int further) => (Trial.Expected, Count(first, further)) is (Expected.None, 0) or (Expected.One, 1) or (Expected.Many, > 1);

    internal static void Print(IReadOnlyList<Measured> all, int first, int further)
    {
        Console.WriteLine("| pictures | n | right | share | 95 % interval | none | one | more |");
        Console.WriteLine("|---|--:|--:|--:|---|--:|--:|--:|");
        foreach (var group in all.GroupBy(item => item.Trial.Group))
        {
            Line(group.Key, [.. group], first, further);
        }

        Line("**portraits, all**", [.. all.Where(item => item.Trial.Expected == Expected.One)], first, further);
        Line("**groups, all**", [.. all.Where(item => item.Trial.Expected == Expected.Many)], first, further);
        foreach (var (name, low, high) in (ReadOnlySpan<(string, double, double)>)[("tone: below 10", -90, 10), ("tone: 10-28", 10, 28), ("tone: 28-41", 28, 41), ("tone: above 41", 41, 91)])
        {
            Line(name, [.. all.Where(item => item.Trial.Expected == Expected.One && item.Trial.Source!.SkinTone >= low && item.Trial.Source.SkinTone < high)], first, further);
        }
    }

    private static void Line(string name, Measured[] items, int first, int further)
    {
        var share = new Proportion(items.Count(item => item.IsRight(first, further)), items.Length);
        if (share.Share is { } estimate)
        {
            int With(Func<int, bool> fits) => items.Count(item => fits(item.Count(first, further)));
            Console.WriteLine(FormattableString.Invariant(
                $"| {name} | {share.Total} | {share.Count} | {100 * estimate.Value:f1} % | {100 * estimate.Lower:f1}-{100 * estimate.Upper:f1} % | {With(n => n == 0)} | {With(n => n == 1)} | {With(n => n > 1)} |"));
        }
    }
}
