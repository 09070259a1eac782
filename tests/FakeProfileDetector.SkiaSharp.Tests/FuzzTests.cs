using FakeProfileDetector.Testing;
using FakeProfileDetector.Testing.Fuzzing;
using FakeProfileDetector.Testing.Fuzzing.Mutation;

namespace FakeProfileDetector.SkiaSharp.Tests;

/// <summary>A short run of the fuzzer, always the same.</summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private static readonly string Images = Path.Combine(SharedData.Conformance, "images");

    public static TheoryData<string> Names => [.. Decoders.ByName.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Execute_SomeHundredMutants_FindsNothing(string decoder)
    {
        var folder = Directory.CreateTempSubdirectory("fuzz").FullName;
        try
        {
            // The working set is that of all tests, and time is what other tests leave.
            var options = Options("--decoder", decoder, "--mutants", "600", "--out", folder, "--slow", "20000", "--memory", $"{1L << 40}");
            var run = new FuzzRun(options, Corpus.Load(options));
            run.Execute();

            output.WriteLine(string.Join(", ", run.Outcomes.Select(outcome => $"{outcome.Key} {outcome.Value}")));
            Assert.Empty(run.Findings);
            Assert.Equal(600, run.Outcomes.Values.Sum());
            Assert.InRange(run.Outcomes.Count, 3, int.MaxValue);
            Assert.Empty(Journal.Unfinished(folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Create_SameSeedAndNumber_GivesTheSameMutant()
    {
        var corpus = Corpus.Load(Options());
        var (first, again, other) = (new Mutator(corpus, 7), new Mutator(corpus, 7), new Mutator(corpus, 8));

        Assert.All(Enumerable.Range(0, 200), index => Assert.Equal(first.Create(index), again.Create(index)));
        Assert.Contains(Enumerable.Range(0, 200), index => !first.Create(index).SequenceEqual(other.Create(index)));
    }

    [Fact]
    public void Unfinished_RunThatCrashed_NamesTheMutants()
    {
        var folder = Directory.CreateTempSubdirectory("fuzz").FullName;
        try
        {
            using var journal = new Journal(folder, threads: 2);
            journal.Begin(0, 12);
            journal.Begin(1, 13);

            Assert.Equal([12, 13], Journal.Unfinished(folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static FuzzOptions Options(params string[] arguments) => FuzzOptions.Parse([.. arguments, Images]);
}
