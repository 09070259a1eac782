using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FakeProfileDetector.Photos.Faces.Kernels;

/// <summary>Pairs are multiplied and added by one instruction, which rounds nothing and clips nothing.</summary>
internal sealed unsafe class VnniConvolution : ConvolutionKernel
{
    internal override string Name => "AVX-VNNI";

    internal override bool IsSupported => AvxVnni.IsSupported;

    /// <inheritdoc/>
    internal override void Apply(ConvolutionLayer layer, short* input, int width, int height, short* values, int* sums) =>
        TiledConvolution<Product>.Apply(layer, input, width, height, values, sums);

    private readonly struct Product : IPairProduct
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<int> Add(Vector256<int> sums, Vector256<short> values, Vector256<short> weights) =>
            AvxVnni.MultiplyWideningAndAdd(sums, values, weights);
    }
}
