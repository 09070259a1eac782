namespace FakeProfileDetector.Photos.Faces.Kernels;

/// <summary>The plain twin, for processors without vectors.</summary>
internal sealed unsafe class ScalarConvolution : PixelwiseConvolution
{
    internal override string Name => "scalar";

    internal override bool IsSupported => true;

    /// <inheritdoc/>
    protected override void Sum(ConvolutionLayer layer, short* packed, short* input, int inputRow, int output, int* sums)
    {
        layer.Starts.AsSpan(output, ConvolutionLayer.OutputGroup).CopyTo(new Span<int>(sums, ConvolutionLayer.OutputGroup));
        for (var row = 0; row < layer.Side; row++)
        {
            var values = input + (row * inputRow);
            var weights = packed + layer.PackedIndex(row, 0, output);
            for (var pair = 0; pair < layer.Pairs; pair++, values += 2, weights += 2 * layer.Group)
            {
                for (var i = 0; i < ConvolutionLayer.OutputGroup; i++)
                {
                    sums[i] += (values[0] * weights[2 * i]) + (values[1] * weights[(2 * i) + 1]);
                }
            }
        }
    }
}
