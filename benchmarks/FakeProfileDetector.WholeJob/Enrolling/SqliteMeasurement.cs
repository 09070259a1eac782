using System.Diagnostics;
using FakeProfileDetector.Benchmarks.Shared.Reporting;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Sqlite;
using FakeProfileDetector.WholeJob.Checking;

namespace FakeProfileDetector.WholeJob.Enrolling;

/// <summary>How many profiles with fingerprints are enrolled a second into a SQLite file, by one caller, by several at once, and all in one call?</summary>
internal static class SqliteMeasurement
{
    private const int Callers = 8;

    internal static async Task RunAsync(Func<IEnumerable<Profile>> makeProfiles)
    {
        Profile[] profiles = [.. makeProfiles()];
        var table = new Table($"Enrolling {profiles.Length:N0} profiles into a SQLite file", "how", "profiles a second", "÷ the first", "CPU, each");
        double? first = null;
        (string How, Func<IProfileRegistry, Task> Enroll)[] ways =
        [
            ("one caller", registry => EnrollAsync(registry, profiles, callers: 1)),
            ($"{Callers} callers at once", registry => EnrollAsync(registry, profiles, Callers)),
            ("EnrollAllAsync", registry => registry.EnrollAllAsync(profiles.ToAsyncEnumerable()).AsTask()),
        ];
        await MeasureAsync(ways[0].Enroll);
        foreach (var (how, enroll) in ways)
        {
            var (seconds, cpu) = await MeasureAsync(enroll);
            var rate = profiles.Length / seconds;
            first ??= rate;
            table.Add(how, $"{rate:N0}", Format.Ratio(rate / first.Value), Format.Time(cpu / profiles.Length));
        }

        table.Print();
    }

    private static async Task EnrollAsync(IProfileRegistry registry, Profile[] profiles, int callers) =>
        await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            for (var i = caller; i < profiles.Length; i += callers)
            {
                await registry.EnrollAsync(profiles[i]);
            }
        })));

    private static async Task<(double Seconds, double Cpu)> MeasureAsync(Func<IProfileRegistry, Task> enroll)
    {
        var folder = Directory.CreateTempSubdirectory("fakeprofile-job");
        try
        {
            using var store = new SqliteProfileStore(Path.Combine(folder.FullName, "profiles.db"));
            await using var network = new Network(store);
            await network.LoadAsync();
            var (start, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            await enroll(network.Registry);
            return (Stopwatch.GetElapsedTime(start).TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
