namespace FakeProfileDetector.Photos.Faces.Kernels;

/// <summary>A way to compute a layer; all give the same bits.</summary>
/// <threadsafety>Immutable; calls may overlap.</threadsafety>
internal abstract unsafe class ConvolutionKernel
{
    internal abstract string Name { get; }

    internal abstract bool IsSupported { get; }

    /// <summary>Computes all outputs of a layer.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="input">The input plane; <see cref="ConvolutionLayer.Slack"/> values behind it are readable.</param>
    /// <param name="width">Of the input.</param>
    /// <param name="height">Of the input.</param>
    /// <param name="values">Receives the outputs of a clipped layer, rounded and clipped.</param>
    /// <param name="sums">Receives the outputs of any other, with all bits.</param>
    internal abstract void Apply(ConvolutionLayer layer, short* input, int width, int height, short* values, int* sums);
}
