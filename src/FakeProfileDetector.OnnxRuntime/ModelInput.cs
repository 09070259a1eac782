namespace FakeProfileDetector.OnnxRuntime;

/// <summary>The picture that a model wants: [1, channels, height, width], 32-bit floating-point numbers.</summary>
/// <param name="Name">The input's name.</param>
/// <param name="Channels">3 or 1; luma fills each.</param>
/// <param name="Width">In pixels, 32–2,048 where it is not the model's own.</param>
/// <param name="Height">In pixels.</param>
/// <param name="PixelMean">Taken from each pixel, 0–255.</param>
/// <param name="PixelDivisor">Divides what is left.</param>
/// <param name="Fit">How a picture is brought to this size.</param>
internal sealed record ModelInput(string Name, int Channels, int Width, int Height, float PixelMean, float PixelDivisor, OnnxPictureFit Fit)
{
    // More is no picture for a face detector; the bound keeps a broken model from taking all memory.
    internal const int MaximumSide = 4096;

    internal long[] Shape => [1, Channels, Height, Width];

    internal int PlaneLength => Width * Height;

    internal int Length => Channels * PlaneLength;

    internal float Normalized(float pixel) => (pixel - PixelMean) / PixelDivisor;
}
