namespace FakeProfileDetector.Photos;

/// <summary>PDQ's quality: how much strong gradient the 64 × 64 picture holds, 0 to 100.</summary>
/// <remarks>Each step is cut to whole per cent of full scale first, so that noise does not add up. Source: as <see cref="PdqHasher"/>.</remarks>
internal static class PdqQuality
{
    private const int Side = PdqDownscaler.Side;

    // The reference's heuristic scale from the sum of gradients to 0–100.
    private const int GradientsPerPoint = 90;

    internal static int Measure(ReadOnlySpan<float> small)
    {
        var gradients = 0;
        for (var y = 0; y < Side; y++)
        {
            for (var x = 0; x < Side; x++)
            {
                var value = small[(y * Side) + x];
                if (y + 1 < Side)
                {
                    gradients += Step(value, small[((y + 1) * Side) + x]);
                }

                if (x + 1 < Side)
                {
                    gradients += Step(value, small[(y * Side) + x + 1]);
                }
            }
        }

        return Math.Min(gradients / GradientsPerPoint, 100);
    }

    private static int Step(float a, float b) => Math.Abs((int)((a - b) * 100 / 255));
}
