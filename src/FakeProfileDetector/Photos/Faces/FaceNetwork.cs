using System.Buffers;
using FakeProfileDetector.Photos.Faces.Kernels;

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
    /// <param name="input">One value for each pixel, with <see cref="ConvolutionLayer.ValueBits"/> bits after the point, and <see cref="ConvolutionLayer.Slack"/> more.</param>
    /// <param name="width">Of the input.</param>
    /// <param name="height">Of the input.</param>
    /// <param name="sums">Receives the last layer's sums, row by row.</param>
    /// <param name="kernel">The fastest of this processor by default; all give the same.</param>
    internal unsafe void Run(ReadOnlySpan<short> input, int width, int height, Span<int> sums, ConvolutionKernel? kernel = null)
    {
        kernel ??= ConvolutionKernels.Fastest;
        var largest = LargestPlane(width, height);
        var values = ArrayPool<short>.Shared.Rent(2 * largest);
        try
        {
            fixed (short* first = input, planes = values)
            fixed (int* last = sums)
            {
                var source = first;
                for (var i = 0; i < layers.Length; i++)
                {
                    var target = planes + (i % 2 * largest);
                    kernel.Apply(layers[i], source, width, height, target, last);
                    (width, height) = (layers[i].OutputSide(width), layers[i].OutputSide(height));
                    source = target;
                }
            }
        }
        finally
        {
            ArrayPool<short>.Shared.Return(values);
        }
    }

    private int LargestPlane(int width, int height)
    {
        var largest = 0;
        foreach (var layer in layers)
        {
            (width, height) = (layer.OutputSide(width), layer.OutputSide(height));
            largest = Math.Max(largest, width * height * layer.Outputs);
        }

        return largest + ConvolutionLayer.Slack;
    }
}
