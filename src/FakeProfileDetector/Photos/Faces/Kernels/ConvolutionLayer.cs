namespace FakeProfileDetector.Photos.Faces.Kernels;

/// <summary>One layer of a small network in fixed point: a convolution without padding and, except in the last layer, a clipped ReLU.</summary>
/// <remarks>
/// Values have <see cref="ValueBits"/> bits after the point, weights <see cref="WeightBits"/>. Values between layers are 0 to
/// <see cref="Ceiling"/>. Planes are row by row, the channels of a pixel side by side, so a row of the kernel meets one
/// contiguous run of values; runs are padded to even length, for instructions that multiply two neighbors at once.
/// Additions are of whole numbers that cannot overflow (checked when a table is read), so no order of them changes a result.
/// </remarks>
internal sealed class ConvolutionLayer
{
    internal const int ValueBits = 7;
    internal const int WeightBits = 10;

    /// <summary>Largest value between layers: just under 8.</summary>
    internal const int Ceiling = (8 << ValueBits) - 1;

    /// <summary>Half of the last bit that is kept of a sum: added first, so that shifting rounds.</summary>
    internal const int Half = 1 << (WeightBits - 1);

    /// <summary>Outputs are computed in groups of 8, or of twice as many.</summary>
    internal const int OutputGroup = 8;

    /// <summary>Values that may be read, and are ignored, behind the last of a plane.</summary>
    internal const int Slack = 2;

    internal ConvolutionLayer(int side, int stride, int inputs, int outputs, bool clipped, ReadOnlySpan<short> weights, int[] biases)
    {
        (Side, Stride, Inputs, Outputs, Clipped, Biases) = (side, stride, inputs, outputs, clipped, biases);
        Pairs = ((side * inputs) + 1) / 2;
        Group = outputs % (2 * OutputGroup) == 0 ? 2 * OutputGroup : OutputGroup;
        Starts = clipped ? [.. biases.Select(bias => bias + Half)] : biases;

        // From [row][value of the run][output] to [row][group of outputs][pair][output of the group][one of the pair].
        Packed = new short[side * Pairs * 2 * outputs];
        for (var row = 0; row < side; row++)
        {
            for (var value = 0; value < side * inputs; value++)
            {
                for (var output = 0; output < outputs; output++)
                {
                    Packed[PackedIndex(row, value, output)] = weights[(((row * side * inputs) + value) * outputs) + output];
                }
            }
        }
    }

    /// <summary>Side of the square kernel.</summary>
    internal int Side { get; }

    internal int Stride { get; }

    /// <summary>Values of an input pixel.</summary>
    internal int Inputs { get; }

    /// <summary>Values of an output pixel, a multiple of 8.</summary>
    internal int Outputs { get; }

    /// <summary>Whether outputs are clipped to 0 … <see cref="Ceiling"/>; otherwise they are sums with all bits.</summary>
    internal bool Clipped { get; }

    /// <summary>Pairs of values in a row of the kernel.</summary>
    internal int Pairs { get; }

    /// <summary>Outputs whose weights lie side by side: 16, or 8 where their number is no multiple of that.</summary>
    internal int Group { get; }

    internal short[] Packed { get; }

    /// <summary>With <see cref="ValueBits"/> + <see cref="WeightBits"/> bits after the point.</summary>
    internal int[] Biases { get; }

    /// <summary>What sums start from: the bias, and what rounds a sum that will be cut to <see cref="ValueBits"/>.</summary>
    internal int[] Starts { get; }

    internal int OutputSide(int inputSide) => inputSide < Side ? 0 : ((inputSide - Side) / Stride) + 1;

    internal int PackedIndex(int row, int value, int output) =>
        (((((row * (Outputs / Group)) + (output / Group)) * Pairs) + (value / 2)) * Group * 2) + (output % Group * 2) + (value % 2);
}
