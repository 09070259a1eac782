using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FakeProfileDetector.Photos.Faces.Kernels;

/// <summary>Sixteen outputs in one vector, of eight pixels at once.</summary>
internal sealed unsafe class Avx512Convolution : ConvolutionKernel
{
    private const int Tile = 8;
    private const int Sixteen = 2 * ConvolutionLayer.OutputGroup;

    internal override string Name => "AVX-512";

    internal override bool IsSupported => Avx512BW.IsSupported;

    /// <inheritdoc/>
    internal override void Apply(ConvolutionLayer layer, short* input, int width, int height, short* values, int* sums)
    {
        var (columns, rows) = (layer.OutputSide(width), layer.OutputSide(height));
        if (layer.Group != Sixteen || columns * rows < Tile)
        {
            Avx2Convolution.Tiled(layer, input, width, height, values, sums);
            return;
        }

        var inputRow = width * layer.Inputs;
        fixed (short* packed = layer.Packed)
        fixed (int* starts = layer.Starts)
        {
            for (var output = 0; output < layer.Outputs; output += Sixteen)
            {
                var places = new OutputPlaces(input, columns, rows, layer.Stride * layer.Inputs, layer.Stride * inputRow);
                OfSixteen(layer, places, packed + layer.PackedIndex(0, 0, output), inputRow, output, starts, values, sums);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OfSixteen(
        ConvolutionLayer layer, OutputPlaces places, short* weights, int inputRow, int output, int* starts, short* values, int* sums)
    {
        var (side, pairs, outputs) = (layer.Side, layer.Pairs, layer.Outputs);
        var weightsRow = outputs * pairs * 2;
        var start = Vector512.Load(starts + output);
        for (var pixel = 0; pixel < places.Count; pixel += Tile)
        {
            var (a, b, c, d) = (start, start, start, start);
            var (e, f, g, h) = (start, start, start, start);
            var first = places.Next();
            var second = places.Next();
            var third = places.Next();
            var fourth = places.Next();
            var fifth = places.Next();
            var sixth = places.Next();
            var seventh = places.Next();
            var eighth = places.Next();
            for (var row = 0; row < side; row++)
            {
                var weight = weights + (row * weightsRow);
                nint at = row * inputRow;
                for (var end = at + (2 * pairs); at < end; at += 2, weight += 2 * Sixteen)
                {
                    var one = Vector512.Load(weight);
                    a += Product(first + at, one);
                    b += Product(second + at, one);
                    c += Product(third + at, one);
                    d += Product(fourth + at, one);
                    e += Product(fifth + at, one);
                    f += Product(sixth + at, one);
                    g += Product(seventh + at, one);
                    h += Product(eighth + at, one);
                }
            }

            // Behind the last pixel, the last is computed and written again.
            var last = places.Count - 1;
            Store(layer, a, (pixel * outputs) + output, values, sums);
            Store(layer, b, (Math.Min(pixel + 1, last) * outputs) + output, values, sums);
            Store(layer, c, (Math.Min(pixel + 2, last) * outputs) + output, values, sums);
            Store(layer, d, (Math.Min(pixel + 3, last) * outputs) + output, values, sums);
            Store(layer, e, (Math.Min(pixel + 4, last) * outputs) + output, values, sums);
            Store(layer, f, (Math.Min(pixel + 5, last) * outputs) + output, values, sums);
            Store(layer, g, (Math.Min(pixel + 6, last) * outputs) + output, values, sums);
            Store(layer, h, (Math.Min(pixel + 7, last) * outputs) + output, values, sums);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Product(short* pair, Vector512<short> weights) =>
        Avx512BW.MultiplyAddAdjacent(Vector512.Create(*(int*)pair).AsInt16(), weights);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(ConvolutionLayer layer, Vector512<int> sixteen, int at, short* values, int* sums)
    {
        if (!layer.Clipped)
        {
            sixteen.Store(sums + at);
            return;
        }

        var both = Avx512F.ConvertToVector256Int16WithSaturation(sixteen >> ConvolutionLayer.WeightBits);
        Vector256.Min(Vector256.Max(both, Vector256<short>.Zero), Vector256.Create((short)ConvolutionLayer.Ceiling)).Store(values + at);
    }
}
