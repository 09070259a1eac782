namespace FakeProfileDetector.Photos.Faces.Kernels;

/// <summary>Eight outputs of one pixel after the other.</summary>
internal abstract unsafe class PixelwiseConvolution : ConvolutionKernel
{
    /// <inheritdoc/>
    internal override void Apply(ConvolutionLayer layer, short* input, int width, int height, short* values, int* sums)
    {
        var (columns, rows) = (layer.OutputSide(width), layer.OutputSide(height));
        var (inputRow, step) = (width * layer.Inputs, layer.Stride * layer.Inputs);
        var eight = stackalloc int[ConvolutionLayer.OutputGroup];
        fixed (short* packed = layer.Packed)
        {
            for (var pixel = 0; pixel < columns * rows; pixel++)
            {
                var under = input + (pixel / columns * layer.Stride * inputRow) + (pixel % columns * step);
                for (var output = 0; output < layer.Outputs; output += ConvolutionLayer.OutputGroup)
                {
                    var at = (pixel * layer.Outputs) + output;
                    if (layer.Clipped)
                    {
                        Sum(layer, packed, under, inputRow, output, eight);
                        Clip(eight, values + at);
                    }
                    else
                    {
                        Sum(layer, packed, under, inputRow, output, sums + at);
                    }
                }
            }
        }
    }

    /// <summary>The sums of eight outputs.</summary>
    protected abstract void Sum(ConvolutionLayer layer, short* packed, short* input, int inputRow, int output, int* sums);

    private static void Clip(int* sums, short* values)
    {
        for (var i = 0; i < ConvolutionLayer.OutputGroup; i++)
        {
            values[i] = (short)Math.Clamp(sums[i] >> ConvolutionLayer.WeightBits, 0, ConvolutionLayer.Ceiling);
        }
    }
}
