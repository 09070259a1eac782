using System.Diagnostics;
using FakeProfileDetector.Testing.Fuzzing;

namespace FakeProfileDetector.Fuzz;

/// <summary>Throws damaged pictures at a decoder until it shows a weakness.</summary>
internal static class Program
{
    private const int Fine = 0;
    private const int Misused = 1;
    private const int Found = 2;

    internal static int Main(string[] arguments)
    {
        FuzzOptions options;
        try
        {
            options = FuzzOptions.Parse(arguments);
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            Console.Error.WriteLine(e.Message);
            Console.Error.WriteLine(FuzzOptions.Usage);
            return Misused;
        }

        if (Journal.Unfinished(options.Out) is { Count: > 0 } crashed)
        {
            Console.Error.WriteLine($"The run before ended at mutants {string.Join(", ", crashed)}: repeat them with --first N --mutants 1.");
        }

        var corpus = Corpus.Load(options);
        if (corpus.Count == 0)
        {
            Console.Error.WriteLine($"No picture of at most {options.MaximumBytes} bytes there.");
            return Misused;
        }

        var clock = Stopwatch.StartNew();
        var run = new FuzzRun(options, corpus);
        run.Execute();
        Print(options, corpus.Count, run, clock.Elapsed);
        return run.Findings.Count == 0 ? Fine : Found;
    }

    private static void Print(FuzzOptions options, int files, FuzzRun run, TimeSpan time)
    {
        Console.WriteLine($"{options.Mutants:N0} mutants of {files:N0} files, decoder {options.Decoder}, seed {options.Seed}, {time.TotalSeconds:F0} s");
        Console.WriteLine();
        Console.WriteLine("| outcome | mutants |");
        Console.WriteLine("|---|---|");
        foreach (var (outcome, count) in run.Outcomes.OrderByDescending(outcome => outcome.Value))
        {
            Console.WriteLine($"| {outcome} | {count:N0} |");
        }

        Console.WriteLine();
        Console.WriteLine($"Slowest {run.Slowest.TotalMilliseconds:F0} ms, at most {run.LargestAllocation:N0} bytes allocated by one, working set at most {run.LargestWorkingSet:N0} bytes.");
        Console.WriteLine($"{run.Findings.Count} findings{(run.Findings.Count == 0 ? "." : $", in {options.Out}:")}");
        foreach (var finding in run.Findings.OrderBy(finding => finding.Mutant))
        {
            Console.WriteLine($"{finding.Mutant}: {finding.Kind}: {finding.Text}");
        }
    }
}
