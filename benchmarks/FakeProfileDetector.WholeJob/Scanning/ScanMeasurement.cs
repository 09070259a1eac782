using FakeProfileDetector.Benchmarks.Shared.Measuring;
using FakeProfileDetector.Benchmarks.Shared.Reporting;

namespace FakeProfileDetector.WholeJob.Scanning;

/// <summary>How many profiles a second does <c>fakeprofile scan</c> handle, from files to reports?</summary>
internal static class ScanMeasurement
{
    private static readonly int[] CoreCounts = [1, 2];

    internal static void Run(JobOptions options)
    {
        if (options.Executables.FirstOrDefault(executable => !File.Exists(executable.Path)) is { Path: { } missing })
        {
            throw new FileNotFoundException($"There is no {missing}; build src/FakeProfileDetector.Cli, or name an executable with --executable.");
        }

        using var folder = ScanFolder.Create(options.Photos);
        MeasureAll(options, folder);
        MeasureStart(options, folder);
    }

    private static void MeasureAll(JobOptions options, ScanFolder folder)
    {
        var first = options.Executables[0].Name;
        var table = new Table(
            $"Scan of {options.Photos:N0} members with distinct photos",
            "photos", "cores", "executable", "profiles a second", $"÷ {first}", "CPU ms a profile", $"CPU of {first} ÷ CPU");
        foreach (var wholePhotos in new[] { false, true })
        {
            foreach (var cores in ScanRun.CanPin ? CoreCounts.Where(count => count <= Environment.ProcessorCount) : [Environment.ProcessorCount])
            {
                var medians = Measure(options, executable => ScanRun.Measure(executable, folder, folder.Members, options.Photos, cores, wholePhotos));
                foreach (var (name, run) in medians)
                {
                    table.Add(
                        wholePhotos ? "--whole-photos" : "with patches",
                        $"{cores}",
                        name,
                        $"{options.Photos / run.Seconds:N0}",
                        Format.Ratio(medians[0].Run.Seconds / run.Seconds),
                        run.CpuSeconds is { } cpu ? $"{cpu / options.Photos * 1e3:F2}" : Figures.NotAvailable,
                        medians[0].Run.CpuSeconds / run.CpuSeconds is { } ratio ? Format.Ratio(ratio) : Figures.NotAvailable);
                }
            }
        }

        table.Print();
        Console.WriteLine();
        Console.WriteLine(
            $"Medians of {options.Repetitions} scans each, the executables in turn, each with the start of its process; "
            + (ScanRun.CanPin ? "held to the cores by taskset." : "not held to cores: there is no taskset."));
    }

    private static void MeasureStart(JobOptions options, ScanFolder folder)
    {
        var table = new Table("Scan of one member, with patches, on one core", "executable", "seconds", "CPU seconds");
        foreach (var (name, run) in Measure(options, executable => ScanRun.Measure(executable, folder, folder.FirstMember, members: 1, cores: 1, wholePhotos: false)))
        {
            table.Add(name, $"{run.Seconds:F2}", run.CpuSeconds is { } cpu ? $"{cpu:F2}" : Figures.NotAvailable);
        }

        table.Print();
    }

    /// <summary>The medians of each executable; they take turns, so that what else the machine does befalls all of them.</summary>
    private static List<(string Name, ScanRun Run)> Measure(JobOptions options, Func<string, ScanRun> measure)
    {
        var runs = options.Executables.Select(_ => new List<ScanRun>()).ToArray();
        for (var repetition = 0; repetition < options.Repetitions; repetition++)
        {
            for (var i = 0; i < runs.Length; i++)
            {
                runs[i].Add(measure(options.Executables[i].Path));
            }
        }

        return [.. options.Executables.Select((executable, i) => (executable.Name, Median(runs[i])))];
    }

    private static ScanRun Median(List<ScanRun> runs) => new(
        Statistics.Median(runs.Select(run => run.Seconds)),
        runs.TrueForAll(run => run.CpuSeconds is not null) ? Statistics.Median(runs.Select(run => run.CpuSeconds ?? 0)) : null);
}
