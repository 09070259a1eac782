using System.Diagnostics;
using FakeProfileDetector.Benchmarks.Shared.Measuring;
using FakeProfileDetector.Benchmarks.Shared.Pictures;
using FakeProfileDetector.Benchmarks.Shared.Reporting;
using FakeProfileDetector.CopyAccuracy.Measuring;
using FakeProfileDetector.Registry;

namespace FakeProfileDetector.CopyAccuracy.Cost;

/// <summary>Memory a photo and time a search, with patches and without.</summary>
internal sealed class RegistryCost(bool likeReal)
{
    private const int Seed = 1;
    private static readonly TimeSpan WarmUpTime = TimeSpan.FromSeconds(2);

    private readonly QueryPhotos _photos = QueryPhotos.Read();
    private readonly Table _memory = new(
        "Memory, bytes a photo", "photos", "kept", "managed", "resident");
    private readonly Table _times = new(
        "Searches of crops, one core", "photos", "registry", "the original is", "found", "p50", "p95", "p50 ÷ whole only");

    internal void Measure(int size)
    {
        var wholeSeconds = MeasureWholeOnly(size);
        using var filled = Fill(size, withPatches: true);
        Note(size, "hashes and patches", filled);
        Time(size, filled.Registry, "with patches", "not there", wholeSeconds);
        foreach (var (id, original, _) in _photos.Queries)
        {
            filled.Registry.Enroll(id, original);
        }

        Time(size, filled.Registry, "with patches", "there", wholeSeconds);
    }

    internal void Print()
    {
        _memory.Print();
        _times.Print();
    }

    private double MeasureWholeOnly(int size)
    {
        using var filled = Fill(size, withPatches: false);
        Note(size, "hashes only", filled);
        return Time(size, filled.Registry, "whole only", "not there", null);
    }

    private FilledRegistry Fill(int size, bool withPatches)
    {
        var options = CopyRegistry.Thorough();
        options.AlteredCopies = withPatches ? AlteredCopySearch.Always : AlteredCopySearch.Off;
        return FilledRegistry.Fill(new MadeUpPhotos(_photos.Models, likeReal, Seed).Make(size, withPatches), options);
    }

    private void Note(int size, string kept, FilledRegistry filled) =>
        _memory.Add($"{size:N0}", kept, $"{(double)filled.ManagedBytes / size:N0}", $"{(double)filled.ResidentBytes / size:N0}");

    /// <summary>Asks with each crop once, when the code is compiled to the end.</summary>
    private double Time(int size, CopyRegistry registry, string name, string there, double? wholeSeconds)
    {
        WarmUp(registry);
        ProcessMemory.Release();
        Quiet.Wait();
        var found = 0;
        var seconds = new List<double>(_photos.Queries.Length);
        foreach (var (id, _, crop) in _photos.Queries)
        {
            var start = Stopwatch.GetTimestamp();
            var uses = registry.Find(crop);
            seconds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            found += FoundAsOf.Profile(uses, id) != FoundAs.Nothing ? 1 : 0;
        }

        var times = new Percentiles(seconds);
        _times.Add(
            $"{size:N0}",
            name,
            there,
            $"{found} of {seconds.Count}",
            Format.Time(times.Median),
            Format.Time(times.P95),
            wholeSeconds is { } whole ? Format.Ratio(times.Median / whole) : "1.00");
        return times.Median;
    }

    private void WarmUp(CopyRegistry registry)
    {
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < WarmUpTime;)
        {
            foreach (var (_, _, crop) in _photos.Queries)
            {
                registry.Find(crop);
            }
        }
    }
}
