namespace FakeProfileDetector.Photos;

/// <summary>Luma (BT.601) of color pixels, as the hashes need it.</summary>
/// <threadsafety>Safe to call from many threads at once.</threadsafety>
public static class Luma
{
    private const float Red = 0.299f;
    private const float Green = 0.587f;
    private const float Blue = 0.114f;

    // The weights in 16-bit fixed point; they add up to exactly one, so white stays 255.
    private const int FixedRed = 19595;
    private const int FixedGreen = 38470;
    private const int FixedBlue = 7471;

    /// <summary>Floating-point luma as PDQ's reference computes it, for exact interoperability.</summary>
    /// <param name="rgb">Interleaved red, green, blue; three bytes a pixel.</param>
    /// <param name="luma">Receives one value, 0–255, a pixel.</param>
    /// <exception cref="ArgumentException">The lengths do not fit together.</exception>
    internal static void FromRgb(ReadOnlySpan<byte> rgb, Span<float> luma)
    {
        if (rgb.Length != 3L * luma.Length)
        {
            throw new ArgumentException($"{luma.Length} pixels need {3L * luma.Length} color bytes; {rgb.Length} were given.", nameof(rgb));
        }

        for (var i = 0; i < luma.Length; i++)
        {
            luma[i] = (Red * rgb[3 * i]) + (Green * rgb[(3 * i) + 1]) + (Blue * rgb[(3 * i) + 2]);
        }
    }

    /// <summary>8-bit luma of one pixel, rounded to nearest, with the integer weights that JPEG codecs use.</summary>
    /// <param name="red">Red, 0–255.</param>
    /// <param name="green">Green, 0–255.</param>
    /// <param name="blue">Blue, 0–255.</param>
    /// <returns>Luma, 0–255.</returns>
    public static byte FromRgb(byte red, byte green, byte blue) =>
        (byte)(((FixedRed * red) + (FixedGreen * green) + (FixedBlue * blue) + (1 << 15)) >> 16);
}
