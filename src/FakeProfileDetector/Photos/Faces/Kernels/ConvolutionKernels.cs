namespace FakeProfileDetector.Photos.Faces.Kernels;

/// <summary>All kernels, fastest first: the one place where a kernel is registered for networks and for tests.</summary>
internal static class ConvolutionKernels
{
    /// <summary>Every kernel, whether this processor supports it or not.</summary>
    /// <remarks>
    /// Vectors of 512 bits come before the fused instruction of 256, which does as much in one step but needs twice as many reads:
    /// 95 µs to 103 for the finest level of a picture, and 127 by AVX2 (Xeon, 2026). Sums are of whole numbers that fit, so all give the same bits; the scalar kernel is the one that the others are tested against.
    /// </remarks>
    internal static IReadOnlyList<ConvolutionKernel> All { get; } =
    [
        new Avx512Convolution(),
        new VnniConvolution(),
        new Avx2Convolution(),
        new Vector128Convolution(),
        new ScalarConvolution(),
    ];

    /// <summary>The first kernel that this processor supports.</summary>
    internal static ConvolutionKernel Fastest { get; } = All.First(kernel => kernel.IsSupported);
}
