using FakeProfileDetector.Names;

namespace FakeProfileDetector.NameTables;

/// <summary>How well transliterations are told from other words by tables that were learned without them.</summary>
internal static class CrossValidation
{
    private const int Folds = 5;
    private const int OthersEach = 20;
    private const double WronglyFound = 0.01;
    private const int Seed = 1;

    internal static void Print(string folder, TextWriter output)
    {
        output.WriteLine($"| script | words | found where {WronglyFound:P0} of other words are found too, {Folds} folds |");
        output.WriteLine("|---|---|---|");
        foreach (var (script, pairs) in LetterTableCompiler.Transliterations(folder))
        {
            new Random(Seed).Shuffle(pairs);
            var (same, other) = Scores(script, pairs);
            Array.Sort(other);
            var limit = other[(int)((1 - WronglyFound) * other.Length)];
            output.WriteLine($"| {script} | {pairs.Length:N0} | {same.Count(bits => bits > limit) / (double)same.Length:P1} |");
        }
    }

    /// <summary>Bits of each pair, and of its Latin word beside the other words of its fold.</summary>
    private static (double[] Same, double[] Other) Scores(string script, (byte[] Latin, byte[] Native)[] pairs)
    {
        var (same, other) = (new List<double>(), new List<double>());
        for (var fold = 0; fold < Folds; fold++)
        {
            var held = pairs.Where((_, i) => i % Folds == fold).ToArray();
            var table = LetterTable.Parse(LetterTableCompiler.Estimate(script, [.. pairs.Where((_, i) => i % Folds != fold)]));
            for (var i = 0; i < held.Length; i++)
            {
                same.Add(LetterCorrespondence.Bits(held[i].Latin, held[i].Native, table));
                other.AddRange(Enumerable.Range(1, OthersEach).Select(step => held[(i + step) % held.Length])
                    .Where(pair => !pair.Latin.AsSpan().SequenceEqual(held[i].Latin))
                    .Select(pair => LetterCorrespondence.Bits(held[i].Latin, pair.Native, table)));
            }
        }

        return ([.. same], [.. other]);
    }
}
