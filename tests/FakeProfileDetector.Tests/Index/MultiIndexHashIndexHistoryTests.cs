using CsCheck;
using FakeProfileDetector.Tests.Support;

namespace FakeProfileDetector.Tests.Index;

/// <summary>Random histories on the index and on the scan that specifies it. A failure prints its seed and the shortest history found.</summary>
public sealed class MultiIndexHashIndexHistoryTests
{
    private static readonly Gen<int> Seed = Gen.Int[0, int.MaxValue - 1];
    private static readonly Gen<IndexVariant> Variant = Gen.Int[0, IndexVariant.Merging.Count - 1].Select(i => IndexVariant.Merging[i]);

    public static TheoryData<HashFamily> Families => [.. Enum.GetValues<HashFamily>()];

    /// <summary>Few of each, for a run without hardware acceleration.</summary>
    [Fact]
    public Task History_Few_EqualsTheScan() =>
        Gen.Select(Variant, Gen.Enum<HashFamily>(), Seed, HistoryStep.Histories(maxSteps: 25, maxRange: 700))
            .SampleAsync(IndexHistory.RunAsync, iter: 25, print: Print);

    [Theory]
    [MemberData(nameof(Families))]
    public Task History_ShortOnSmallTunings_EqualsTheScan(HashFamily family) =>
        Gen.Select(Variant, Gen.Const(family), Seed, HistoryStep.Histories(maxSteps: 25, maxRange: 700))
            .SampleAsync(IndexHistory.RunAsync, iter: 60, print: Print);

    [Theory]
    [MemberData(nameof(Families))]
    public Task History_LongOnSmallTunings_EqualsTheScan(HashFamily family) =>
        Gen.Select(Variant, Gen.Const(family), Seed, HistoryStep.Histories(maxSteps: 80, maxRange: 4000))
            .SampleAsync(IndexHistory.RunAsync, iter: 8, print: Print);

    [Fact]
    public Task History_DefaultTuning_EqualsTheScan() =>
        Gen.Select(Gen.Const(IndexVariant.Default), Gen.Enum<HashFamily>(), Seed, HistoryStep.Histories(maxSteps: 25, maxRange: 3000))
            .SampleAsync(IndexHistory.RunAsync, iter: 10, print: Print);

    [Theory]
    [InlineData(HashFamily.Mixed)]
    [InlineData(HashFamily.Uniform)]
    public async Task History_ThreeHundredThousandEntries_EqualsTheScan(HashFamily family)
    {
        using var history = new IndexHistory(IndexVariant.Default, family, seed: 1);
        HistoryStep[] steps =
        [
            new(HistoryStepKind.AddRange, 200_000, 0),
            new(HistoryStepKind.Search, 60, 31),
            new(HistoryStepKind.AddStream, 60_000, 0),
            new(HistoryStepKind.Add, 40_000, 0),
            new(HistoryStepKind.Search, 60, 31),
            new(HistoryStepKind.Remove, 3000, 0),
            new(HistoryStepKind.SearchBatch, 128, 31),
            new(HistoryStepKind.SaveAndLoad, 0, 0),
            new(HistoryStepKind.AddRange, 5000, 0),
            new(HistoryStepKind.Remove, 2000, 0),
            .. Enumerable.Range(0, 10).Select(i => new HistoryStep(HistoryStepKind.Search, 10, i * 8)),
        ];

        foreach (var step in steps)
        {
            await history.TakeAsync(step);
        }

        await history.FinishAsync();
    }

    // The usual way of printing leaves out the middle of a long row.
    private static string Print((IndexVariant Variant, HashFamily Family, int Seed, HistoryStep[] Steps) history) =>
        $"{history.Variant}, {history.Family}, seed {history.Seed}: {string.Join(", ", history.Steps)}";

    [Fact]
    public void Histories_AllSteps_ComeUp()
    {
        // A generator that never draws a step would test nothing of it.
        var kinds = new System.Collections.Concurrent.ConcurrentDictionary<HistoryStepKind, bool>();
        HistoryStep.Histories(maxSteps: 80, maxRange: 4000).Sample(steps => Array.ForEach(steps, step => kinds[step.Kind] = true), iter: 100);

        Assert.Equal(Enum.GetValues<HistoryStepKind>(), kinds.Keys.Order());
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void HashSource_AnyFamily_MakesTheSameAgain(HashFamily family) =>
        Assert.Equal(new HashSource(family, seed: 1).Next(50), new HashSource(family, seed: 1).Next(50));

    [Fact]
    public void Neighbor_AnyDistance_IsAtThatDistance()
    {
        var random = new Random(1);
        for (var distance = 0; distance <= 256; distance++)
        {
            var hash = Hashes.Uniform(random);
            Assert.Equal(distance, hash.DistanceTo(Hashes.Neighbor(hash, distance, random)));
        }
    }
}
