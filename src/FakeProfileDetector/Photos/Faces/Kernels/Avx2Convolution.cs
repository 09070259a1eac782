using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FakeProfileDetector.Photos.Faces.Kernels;

/// <summary>Pairs are multiplied by one instruction and added by another.</summary>
internal sealed unsafe class Avx2Convolution : ConvolutionKernel
{
    internal override string Name => "AVX2";

    internal override bool IsSupported => Avx2.IsSupported;

    /// <inheritdoc/>
    internal override void Apply(ConvolutionLayer layer, short* input, int width, int height, short* values, int* sums) =>
        Tiled(layer, input, width, height, values, sums);

    /// <summary>The same, for kernels that leave some layers to this one.</summary>
    internal static void Tiled(ConvolutionLayer layer, short* input, int width, int height, short* values, int* sums) =>
        TiledConvolution<Product>.Apply(layer, input, width, height, values, sums);

    private readonly struct Product : IPairProduct
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<int> Add(Vector256<int> sums, Vector256<short> values, Vector256<short> weights) =>
            sums + Avx2.MultiplyAddAdjacent(values, weights);
    }
}
