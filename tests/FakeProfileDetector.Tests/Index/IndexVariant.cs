using FakeProfileDetector.Index.Kernels;
using FakeProfileDetector.Index.MultiIndex;

namespace FakeProfileDetector.Tests.Index;

/// <summary>A <see cref="MultiIndexHashIndex"/> of one tuning on one kernel; only here do the tests name its internals.</summary>
internal sealed class IndexVariant
{
    // With a memtable of so few entries a test of hundreds of them seals, merges, cuts anew and reclaims many times, in small
    // segments at once and in larger ones band by band.
    private static readonly IndexTuning Small = new()
    {
        MemtableCapacity = 64,
        DeltaCapacity = 512,
        StepwiseLength = 300,
        BulkLength = 100,
        BulkPartLength = 300,
        MinimumReclaimed = 20,
    };

    private static readonly IndexTuning Tiny = Small with { MemtableCapacity = 16, DeltaCapacity = 64, StepwiseLength = 64 };

    private static readonly HammingKernelVariant[] Kernels = [.. HammingKernels.All.Where(kernel => kernel.IsSupported)];

    private readonly IndexTuning _tuning;
    private readonly HammingKernelVariant _kernel;

    private IndexVariant(string tuningName, IndexTuning tuning, HammingKernelVariant kernel) =>
        (Name, _tuning, _kernel) = ($"{tuningName}, {kernel}", tuning, kernel);

    /// <summary>Small tunings on every kernel that this machine supports.</summary>
    internal static IReadOnlyList<IndexVariant> Merging { get; } =
    [
        .. Kernels.Select(kernel => new IndexVariant(nameof(Small), Small, kernel)),
        .. Kernels.Select(kernel => new IndexVariant(nameof(Tiny), Tiny, kernel)),
    ];

    /// <summary>What an application gets.</summary>
    internal static IndexVariant Default { get; } = new(nameof(Default), IndexTuning.Default, HammingKernels.Fastest);

    internal static IReadOnlyList<IndexVariant> All { get; } = [Default, .. Merging];

    internal string Name { get; }

    internal static IndexVariant Named(string name) => All.Single(variant => variant.Name == name);

    internal MultiIndexHashIndex Create() => new(options: null, _tuning, _kernel);

    internal MultiIndexHashIndex Load(string path) => MultiIndexHashIndex.Load(path, options: null, _tuning, _kernel);

    public override string ToString() => Name;
}
