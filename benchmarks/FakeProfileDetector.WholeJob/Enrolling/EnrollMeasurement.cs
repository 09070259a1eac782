using System.Diagnostics;
using FakeProfileDetector.Benchmarks.Shared.Measuring;
using FakeProfileDetector.Benchmarks.Shared.Reporting;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Registry;
using FakeProfileDetector.WholeJob.Checking;
using FakeProfileDetector.WholeJob.Drawing;

namespace FakeProfileDetector.WholeJob.Enrolling;

/// <summary>How many profiles with fingerprints are enrolled a second, does a picture that many have slow that down, and what does a profile weigh?</summary>
internal static class EnrollMeasurement
{
    private const int Seed = 11;
    private const int Window = 500;
    private const int SqliteProfiles = 10_000;
    private const int Stretches = 4;
    private const int WarmUpProfiles = 10_000;

    internal static async Task RunAsync(JobOptions options, PhotoPool pool)
    {
        await WarmUpAsync(pool);
        var memory = new Table("Resident memory", "what", "profiles", "bytes a profile");
        await MeasureDistinctAsync(options, pool, memory);
        await MeasureBatchAsync(options, pool);
        await MeasureCopiesAsync(options, pool);
        await SqliteMeasurement.RunAsync(() => Members(pool.MakeUp(SqliteProfiles, Seed)));
        memory.Print();
    }

    private static async Task WarmUpAsync(PhotoPool pool)
    {
        await using var network = new Network(new InMemoryProfileStore());
        await network.EnrollAsync(Members(pool.MakeUp(WarmUpProfiles, ~Seed)));
    }

    private static async Task MeasureDistinctAsync(JobOptions options, PhotoPool pool, Table memory)
    {
        var table = new Table("Enrolling different profiles, one after another", "from", "to", "profiles a second", "÷ the first", "median, each", "p99");
        ProcessMemory.Release();
        var before = ProcessMemory.Resident;
        await using (var network = new Network(new InMemoryProfileStore()))
        {
            var seconds = await network.EnrollAsync(Members(pool.MakeUp(options.Enrollments, Seed)));
            var part = seconds.Length / Stretches;
            var first = part / seconds.Take(part).Sum();
            for (var from = 0; from + part <= seconds.Length; from += part)
            {
                var stretch = seconds[from..(from + part)];
                var (rate, times) = (part / stretch.Sum(), new Percentiles(stretch));
                table.Add($"{from:N0}", $"{from + part:N0}", $"{rate:N0}", Format.Ratio(rate / first), Format.Time(times.Median), Format.Time(times.P99));
            }

            Quiet.Wait();
            ProcessMemory.Release();
            memory.Add("enrolled, store in memory and indexes", $"{options.Enrollments:N0}", $"{(double)(ProcessMemory.Resident - before) / options.Enrollments:N0}");
            GC.KeepAlive(network);
        }

        table.Print();
    }

    private static async Task MeasureBatchAsync(JobOptions options, PhotoPool pool)
    {
        Profile[] profiles = [.. Members(pool.MakeUp(options.Enrollments, Seed))];
        await using var network = new Network(new InMemoryProfileStore());
        var (start, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await network.Registry.EnrollAllAsync(profiles.ToAsyncEnumerable());
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Console.WriteLine();
        Console.WriteLine(
            $"EnrollAllAsync of the same: {profiles.Length / seconds:N0} profiles a second, "
            + $"{Format.Time((Environment.CpuUsage.TotalTime - cpu).TotalSeconds / profiles.Length)} of processor time each.");
    }

    private static async Task MeasureCopiesAsync(JobOptions options, PhotoPool pool)
    {
        var table = new Table("Enrolling the same picture again", "copies enrolled", "median of the next, each", "mean", "longest", "mean ÷ the first");
        await using var network = new Network(new InMemoryProfileStore());
        var enrolled = 0;
        double? first = null;
        foreach (var copies in options.Copies)
        {
            await network.EnrollAsync(Copies(enrolled, copies - enrolled));
            var seconds = await network.EnrollAsync(Copies(copies, Window));
            enrolled = copies + Window;
            first ??= seconds.Average();
            table.Add(
                $"{copies:N0}", Format.Time(Statistics.Median(seconds)), Format.Time(seconds.Average()), Format.Time(seconds.Max()), Format.Ratio(seconds.Average() / first.Value));
        }

        table.Print();

        IEnumerable<Profile> Copies(int from, int count) =>
            Enumerable.Range(from, count).Select(i => MadeUpMembers.Member($"copy{i}", i, pool.Popular));
    }

    private static IEnumerable<Profile> Members(IEnumerable<PhotoFingerprint> photos) =>
        photos.Select((photo, i) => MadeUpMembers.Member($"m{i}", i, photo));
}
