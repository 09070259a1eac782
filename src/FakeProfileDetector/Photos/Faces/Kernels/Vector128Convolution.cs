using System.Runtime.Intrinsics;

namespace FakeProfileDetector.Photos.Faces.Kernels;

/// <summary>Vectors of 128 bits, of any processor that has such.</summary>
internal sealed unsafe class Vector128Convolution : PixelwiseConvolution
{
    internal override string Name => "Vector128";

    internal override bool IsSupported => Vector128.IsHardwareAccelerated;

    /// <inheritdoc/>
    protected override void Sum(ConvolutionLayer layer, short* packed, short* input, int inputRow, int output, int* sums)
    {
        var starts = layer.Starts.AsSpan(output, ConvolutionLayer.OutputGroup);
        var (low, high) = (Vector128.Create<int>(starts[..4]), Vector128.Create<int>(starts[4..]));
        for (var row = 0; row < layer.Side; row++)
        {
            var values = input + (row * inputRow);
            var weights = packed + layer.PackedIndex(row, 0, output);
            for (var pair = 0; pair < layer.Pairs; pair++, values += 2, weights += 2 * layer.Group)
            {
                // Even positions hold the first of a pair, odd ones the second.
                var (first, second) = (Vector128.Create((int)values[0]), Vector128.Create((int)values[1]));
                var (one, two) = (Vector128.Load(weights).AsInt32(), Vector128.Load(weights + 8).AsInt32());
                low += (first * ((one << 16) >> 16)) + (second * (one >> 16));
                high += (first * ((two << 16) >> 16)) + (second * (two >> 16));
            }
        }

        low.Store(sums);
        high.Store(sums + 4);
    }
}
