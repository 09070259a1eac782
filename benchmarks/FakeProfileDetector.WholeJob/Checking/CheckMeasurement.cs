using System.Diagnostics;
using FakeProfileDetector.Benchmarks.Shared.Measuring;
using FakeProfileDetector.Benchmarks.Shared.Reporting;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Signals.ImageReuse;
using FakeProfileDetector.WholeJob.Drawing;

namespace FakeProfileDetector.WholeJob.Checking;

/// <summary>How long does one check take, by what there is to find, by how many are enrolled, and before and after a restart?</summary>
internal sealed class CheckMeasurement
{
    private const int LeastChecks = 20;
    private const int WarmUpChecks = 50;
    private const int PartsOfGroup = 10;

    private readonly JobOptions _options;
    private readonly CaseMaker _cases;
    private readonly Table _checks = new("Single checks", "the photo is", "enrolled", "registry", "p50", "p99", "p50 ÷ nothing to find", "CPU a check", "checks", "as expected");
    private readonly Table _loads = new("Loading at start", "enrolled", "profiles", "seconds", "profiles a second");
    private readonly Table _enrollments = new("Enrolling groups, one after another", "group", "enrolled", "median of the first tenth", "of the last tenth", "last ÷ first");

    private CheckMeasurement(JobOptions options, PhotoPool pool) => (_options, _cases) = (options, new(options, pool));

    internal static async Task RunAsync(JobOptions options, PhotoPool pool)
    {
        var measurement = new CheckMeasurement(options, pool);
        await measurement.WarmUpAsync();
        foreach (var size in options.Sizes)
        {
            await measurement.MeasureAsync(size);
        }

        measurement._checks.Print();
        measurement._loads.Print();
        measurement._enrollments.Print();
    }

    /// <summary>Checks until the code is compiled to the end, so that the first case measured is no slower for being the first.</summary>
    private async Task WarmUpAsync()
    {
        await using var network = new Network(new InMemoryProfileStore());
        await network.EnrollAsync(_cases.Everyone(_options.Sizes[0]).Concat(_cases.Groups[0].Profiles));
        CheckCase[] cases = [.. _cases.Alone, _cases.Groups[0]];
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; Stopwatch.GetElapsedTime(start) < _options.TimeOfCase * cases.Length; i++)
        {
            foreach (var @case in cases)
            {
                await network.Checker.CheckAsync(Fresh(@case.Profiles[i % @case.Profiles.Count]));
            }
        }
    }

    private async Task MeasureAsync(int size)
    {
        var store = new InMemoryProfileStore();
        var nothing = new Dictionary<string, double>(StringComparer.Ordinal);
        await using (var live = new Network(store))
        {
            await live.EnrollAsync(_cases.Everyone(size));
            await CheckAsync(live, _cases.Alone, $"{size:N0}", "live");
            await ReloadAsync(store, _cases.Alone, $"{size:N0}", size);
            var enrolled = size;
            foreach (var group in _cases.Groups)
            {
                NoteEnrollment(group, size, await live.EnrollAsync(group.Profiles));
                enrolled += group.Profiles.Count;
            }

            await CheckAsync(live, _cases.Groups, $"{size:N0} + groups", "live");
        }

        await ReloadAsync(store, _cases.Groups, $"{size:N0} + groups", size + _cases.Groups.Sum(group => group.Profiles.Count));

        async Task ReloadAsync(IProfileStore filled, CheckCase[] cases, string enrolled, int profiles)
        {
            await using var reloaded = new Network(filled);
            var seconds = await reloaded.LoadAsync();
            _loads.Add(enrolled, $"{profiles:N0}", $"{seconds:F2}", $"{profiles / seconds:N0}");
            await CheckAsync(reloaded, cases, enrolled, "reloaded");
        }

        async Task CheckAsync(Network network, CheckCase[] cases, string enrolled, string registry)
        {
            foreach (var @case in cases)
            {
                var (times, cpu, asExpected) = await TimeAsync(network, @case);
                nothing.TryAdd(registry, times.Median);
                _checks.Add(
                    @case.Name, enrolled, registry, Format.Time(times.Median), Format.Time(times.P99),
                    Format.Ratio(times.Median / nothing[registry]), Format.Time(cpu), $"{times.Count}", $"{asExpected:P1}");
            }
        }
    }

    private async Task<(Percentiles Times, double Cpu, double AsExpected)> TimeAsync(Network network, CheckCase @case)
    {
        var start = Stopwatch.GetTimestamp();
        var profiles = Spread(@case);
        for (var i = 0; i < WarmUpChecks && Stopwatch.GetElapsedTime(start) < _options.TimeOfCase / 4; i++)
        {
            await network.Checker.CheckAsync(Fresh(profiles[i % profiles.Length]));
        }

        ProcessMemory.Release();
        Quiet.Wait();
        var asExpected = 0;
        var seconds = new List<double>(_options.Checks);
        var cpuBefore = Environment.CpuUsage.TotalTime;
        start = Stopwatch.GetTimestamp();
        for (var i = 0; i < _options.Checks && (i < LeastChecks || Stopwatch.GetElapsedTime(start) < _options.TimeOfCase); i++)
        {
            var profile = Fresh(profiles[i % profiles.Length]);
            var check = Stopwatch.GetTimestamp();
            var report = await network.Checker.CheckAsync(profile);
            seconds.Add(Stopwatch.GetElapsedTime(check).TotalSeconds);
            asExpected += IsFound(report) == @case.IsFound ? 1 : 0;
        }

        var cpu = (Environment.CpuUsage.TotalTime - cpuBefore).TotalSeconds / seconds.Count;
        return (new(seconds), cpu, (double)asExpected / seconds.Count);
    }

    /// <summary>Profiles from everywhere in a group, first and last among them.</summary>
    private Profile[] Spread(CheckCase @case)
    {
        var count = Math.Min(@case.Profiles.Count, _options.Checks);
        return [.. Enumerable.Range(0, count).Select(i => @case.Profiles[(int)((long)i * (@case.Profiles.Count - 1) / Math.Max(1, count - 1))])];
    }

    /// <summary>The same as if it had just come in: a photo given as a file remembers its fingerprint.</summary>
    private static Profile Fresh(Profile profile) =>
        profile.Photo is { Encoded: { IsEmpty: false } file } ? profile with { Photo = ProfilePhoto.FromEncoded(file) } : profile;

    private static bool? IsFound(AuthenticityReport report) =>
        report.Signals.FirstOrDefault(signal => signal.Name == ImageReuseSignal.SignalName) switch
        {
            { Outcome: not SignalOutcome.Failed } signal => !signal.Matches.IsEmpty,
            _ => null,
        };

    private void NoteEnrollment(CheckCase group, int size, double[] seconds)
    {
        var part = Math.Max(1, seconds.Length / PartsOfGroup);
        var (first, last) = (Statistics.Median(seconds.Take(part)), Statistics.Median(seconds.TakeLast(part)));
        _enrollments.Add(group.Name, $"{size:N0} + groups", Format.Time(first), Format.Time(last), Format.Ratio(last / first));
    }
}
