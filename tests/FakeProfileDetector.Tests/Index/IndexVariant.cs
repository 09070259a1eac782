using FakeProfileDetector.Index;

namespace FakeProfileDetector.Tests.Index;

/// <summary>A <see cref="MultiIndexHashIndex"/> of one tuning on one kernel; only here do the tests name its internals.</summary>
internal sealed class IndexVariant
{
    // With a front of so few entries a test of hundreds of them seals, merges and reclaims many times.
    private static readonly MultiIndexTuning Tiny = new() { FrontCapacity = 16, DeltaCapacity = 64 };
    private static readonly MultiIndexTuning Small = new() { FrontCapacity = 64, DeltaCapacity = 512 };

    private static readonly HammingKernelChoice[] Kernels =
        [.. Enum.GetValues<HammingKernelChoice>().Where(MultiIndexHashIndex.IsSupported)];

    private readonly MultiIndexTuning? _tuning;
    private readonly HammingKernelChoice _kernel;

    private IndexVariant(string tuningName, MultiIndexTuning? tuning, HammingKernelChoice kernel) =>
        (Name, _tuning, _kernel) = ($"{tuningName}, {kernel}", tuning, kernel);

    /// <summary>Small tunings on every kernel that this machine supports.</summary>
    internal static IReadOnlyList<IndexVariant> Merging { get; } =
    [
        .. Kernels.Select(kernel => new IndexVariant(nameof(Small), Small, kernel)),
        .. Kernels.Select(kernel => new IndexVariant(nameof(Tiny), Tiny, kernel)),
    ];

    /// <summary>What an application gets.</summary>
    internal static IndexVariant Default { get; } = new(nameof(Default), tuning: null, Kernels[^1]);

    internal static IReadOnlyList<IndexVariant> All { get; } = [Default, .. Merging];

    internal string Name { get; }

    internal static IndexVariant Named(string name) => All.Single(variant => variant.Name == name);

    internal MultiIndexHashIndex Create() =>
        ReferenceEquals(this, Default) ? new() : new(options: null, _kernel, _tuning);

    internal MultiIndexHashIndex Load(string path) =>
        ReferenceEquals(this, Default) ? MultiIndexHashIndex.Load(path) : MultiIndexHashIndex.Load(path, options: null, _kernel, _tuning);

    public override string ToString() => Name;
}
