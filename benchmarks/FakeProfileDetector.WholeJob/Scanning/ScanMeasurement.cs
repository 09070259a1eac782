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
        var names = string.Join(" and ", options.Executables.Select(executable => executable.Name));
        var table = new Table(
            $"Scan of {options.Photos:N0} members with distinct photos",
            "photos", "cores", "executable", "profiles a second", $"÷ {options.Executables[0].Name}", "CPU ms a profile", $"CPU of {options.Executables[0].Name} ÷ CPU");
        foreach (var wholePhotos in new[] { false, true })
        {
            foreach (var cores in ScanRun.CanPin ? CoreCounts.Where(count => count <= Environment.ProcessorCount) : [Environment.ProcessorCount])
            {
                Measure(options, folder, table, cores, wholePhotos);
            }
        }

        table.Print();
        Console.WriteLine();
        Console.WriteLine(
            $"Medians of {options.Repetitions} scans each, {names} in turn, each with the start of its process; "
            + (ScanRun.CanPin ? "held to the cores by taskset." : "not held to cores: there is no taskset."));
    }

    private static void Measure(JobOptions options, ScanFolder folder, Table table, int cores, bool wholePhotos)
    {
        var runs = options.Executables.Select(_ => new List<ScanRun>()).ToArray();
        for (var repetition = 0; repetition < options.Repetitions; repetition++)
        {
            for (var i = 0; i < runs.Length; i++)
            {
                runs[i].Add(ScanRun.Measure(options.Executables[i].Path, folder, options.Photos, cores, wholePhotos));
            }
        }

        var (baseline, baselineCpu) = Medians(runs[0]);
        for (var i = 0; i < runs.Length; i++)
        {
            var (seconds, cpu) = Medians(runs[i]);
            table.Add(
                wholePhotos ? "--whole-photos" : "with patches",
                $"{cores}",
                options.Executables[i].Name,
                $"{options.Photos / seconds:N0}",
                Format.Ratio(baseline / seconds),
                cpu > 0 ? $"{cpu / options.Photos * 1e3:F2}" : Figures.NotAvailable,
                cpu > 0 ? Format.Ratio(baselineCpu / cpu) : Figures.NotAvailable);
        }
    }

    private static (double Seconds, double Cpu) Medians(List<ScanRun> runs) =>
        (Statistics.Median(runs.Select(run => run.Seconds)), Statistics.Median(runs.Select(run => run.CpuSeconds ?? 0)));
}
