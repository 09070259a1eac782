namespace FakeProfileDetector.Index.Kernels;

/// <summary>All kernels, fastest first: the one place where a kernel is registered for searches and for tests.</summary>
internal static class HammingKernels
{
    /// <summary>Every kernel, whether this processor supports it or not.</summary>
    /// <remarks>
    /// Wider vectors come first: they lose nowhere. The scalar kernel, which all processors support, is the one that the
    /// others are tested against.
    /// </remarks>
    internal static IReadOnlyList<HammingKernelVariant> All { get; } =
    [
        new Variant<Avx512Kernel>(),
        new Variant<Avx2Kernel>(),
        new Variant<Vector128Kernel>(),
        new Variant<ScalarKernel>(),
    ];

    /// <summary>The first kernel that this processor supports.</summary>
    internal static HammingKernelVariant Fastest { get; } = All.First(kernel => kernel.IsSupported);

    private sealed class Variant<TKernel> : HammingKernelVariant
        where TKernel : struct, IHammingKernel
    {
        public override string Name => TKernel.Name;

        public override bool IsSupported => TKernel.IsSupported;

        public override TResult Use<TConsumer, TResult>(TConsumer consumer) => consumer.Use<TKernel>();
    }
}
