namespace FakeProfileDetector.Photos;

/// <summary>Where a patch lies: 12 bits for each coordinate, 8 for the size.</summary>
/// <remarks>Coordinates are quarters of a pixel of the working size up to 4,095, sizes 1.4 · 2^(i / 48).</remarks>
internal readonly record struct PatchPlace(uint Packed)
{
    internal const int ByteCount = sizeof(uint);

    private const int CoordinateBits = 12;
    private const uint CoordinateMask = (1 << CoordinateBits) - 1;
    private const double SigmaBase = 1.4;
    private const double SigmasPerOctave = 48;

    // The longest working side, 4,095 / 4, is that of a picture sixteen times as long as wide.
    private const float PerPixel = 4;

    private static readonly float[] Sigmas = [.. Enumerable.Range(0, 256).Select(i => (float)(SigmaBase * Math.Pow(2, i / SigmasPerOctave)))];

    internal float X => (Packed & CoordinateMask) / PerPixel;

    internal float Y => ((Packed >> CoordinateBits) & CoordinateMask) / PerPixel;

    internal float Sigma => Sigmas[Packed >> (2 * CoordinateBits)];

    internal static PatchPlace Of(float x, float y, float sigma)
    {
        var size = Math.Clamp((int)Math.Round(Math.Log2(sigma / SigmaBase) * SigmasPerOctave), 0, 255);
        return new(Coordinate(x) | (Coordinate(y) << CoordinateBits) | ((uint)size << (2 * CoordinateBits)));
    }

    private static uint Coordinate(float value) => (uint)Math.Clamp((int)MathF.Round(value * PerPixel), 0, (int)CoordinateMask);
}
