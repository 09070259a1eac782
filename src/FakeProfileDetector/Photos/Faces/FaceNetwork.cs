using System.Buffers;
using System.Runtime.Intrinsics;

namespace FakeProfileDetector.Photos.Faces;

/// <summary>Layers one after the other, over a plane of any size: a window classifier slid over a picture, at the price of its parts.</summary>
/// <threadsafety>Immutable; each run has buffers of its own.</threadsafety>
internal sealed class FaceNetwork(ConvolutionLayer[] layers)
{
    internal IReadOnlyList<ConvolutionLayer> Layers => layers;

    /// <summary>Values of an output pixel.</summary>
    internal int Outputs => layers[^1].Outputs;

    /// <summary>Size of the output for an input of one channel.</summary>
    internal (int Width, int Height) OutputSize(int width, int height)
    {
        foreach (var layer in layers)
        {
            (width, height) = (layer.OutputSide(width), layer.OutputSide(height));
        }

        return (width, height);
    }

    /// <summary>Runs the network.</summary>
    /// <param name="input">One value for each pixel, with <see cref="ConvolutionLayer.ValueBits"/> bits after the point, and <see cref="ConvolutionKernels.Slack"/> more.</param>
    /// <param name="width">Of the input.</param>
    /// <param name="height">Of the input.</param>
    /// <param name="sums">Receives the last layer's sums, row by row.</param>
    /// <param name="portable">Leaves AVX2 unused; for tests of the twins.</param>
    internal unsafe void Run(ReadOnlySpan<short> input, int width, int height, Span<int> sums, bool portable = false)
    {
        var largest = LargestPlane(width, height, out var longest);
        var values = ArrayPool<short>.Shared.Rent(2 * largest);
        var row = ArrayPool<int>.Shared.Rent(longest);
        try
        {
            fixed (short* first = input, planes = values)
            fixed (int* rowSums = row, last = sums)
            {
                var source = first;
                for (var i = 0; i < layers.Length; i++)
                {
                    var layer = layers[i];
                    var target = planes + (i % 2 * largest);
                    Apply(layer, source, width, height, target, rowSums, last, portable);
                    (width, height) = (layer.OutputSide(width), layer.OutputSide(height));
                    source = target;
                }
            }
        }
        finally
        {
            ArrayPool<short>.Shared.Return(values);
            ArrayPool<int>.Shared.Return(row);
        }
    }

    private static unsafe void Apply(ConvolutionLayer layer, short* source, int width, int height, short* target, int* rowSums, int* last, bool portable)
    {
        var (columns, rows) = (layer.OutputSide(width), layer.OutputSide(height));
        var inputRow = width * layer.Inputs;
        var count = columns * layer.Outputs;
        for (var y = 0; y < rows; y++)
        {
            var under = source + (y * layer.Stride * inputRow);
            var sums = layer.Clipped ? rowSums : last + (y * count);
            if (portable)
            {
                ConvolutionKernels.RowPortable(layer, under, inputRow, columns, sums);
            }
            else
            {
                ConvolutionKernels.Row(layer, under, inputRow, columns, sums);
            }

            if (layer.Clipped)
            {
                Clip(sums, count, target + (y * count));
            }
        }
    }

    /// <summary>Rounds to <see cref="ConvolutionLayer.ValueBits"/> and clips; the count is a multiple of 8.</summary>
    private static unsafe void Clip(int* sums, int count, short* values)
    {
        const int Half = 1 << (ConvolutionLayer.WeightBits - 1);
        if (!Vector128.IsHardwareAccelerated)
        {
            for (var i = 0; i < count; i++)
            {
                values[i] = (short)Math.Clamp((sums[i] + Half) >> ConvolutionLayer.WeightBits, 0, ConvolutionLayer.Ceiling);
            }

            return;
        }

        var (half, ceiling) = (Vector128.Create(Half), Vector128.Create(ConvolutionLayer.Ceiling));
        for (var i = 0; i < count; i += Vector128<short>.Count)
        {
            var low = (Vector128.Load(sums + i) + half) >> ConvolutionLayer.WeightBits;
            var high = (Vector128.Load(sums + i + 4) + half) >> ConvolutionLayer.WeightBits;
            low = Vector128.Min(Vector128.Max(low, Vector128<int>.Zero), ceiling);
            high = Vector128.Min(Vector128.Max(high, Vector128<int>.Zero), ceiling);
            Vector128.Narrow(low, high).Store(values + i);
        }
    }

    private int LargestPlane(int width, int height, out int longestRow)
    {
        var largest = 0;
        longestRow = 0;
        foreach (var layer in layers)
        {
            (width, height) = (layer.OutputSide(width), layer.OutputSide(height));
            longestRow = Math.Max(longestRow, width * layer.Outputs);
            largest = Math.Max(largest, width * height * layer.Outputs);
        }

        return largest + ConvolutionKernels.Slack;
    }
}
