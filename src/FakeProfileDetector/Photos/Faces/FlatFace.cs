namespace FakeProfileDetector.Photos.Faces;

/// <summary>Tells a face drawn in plain colors or few tones from a photographed one: skin is never of one level over many samples.</summary>
/// <remarks>
/// Of 1,500 photographed and generated faces, saved at quality 30 to 100, none had 0.17 of plain samples; of drawn posters none had less than 0.28.
/// In the four commonest tones of 25, photographed faces have at most 0.53 of the samples, and 0.59 when smoothed as by a filter for skin;
/// drawings in two or three tones, whose lines lie too close for plain samples, have 0.67 to 0.79.
/// </remarks>
internal static class FlatFace
{
    private const double MinimumPlain = 0.22;

    private const double MinimumInFewTones = 0.65;
    private const int FewTones = 4;

    // From the dark to the light part of a face, and the least levels of that.
    private const int Tones = 25;
    private const int LeastContrast = 25;

    // A camera burns out light or drowns shadow, seldom both in one face: either counts only when so much of the other is there.
    private const byte Shadow = 16;
    private const byte BurnedOut = 250;
    private const int MinimumOfOther = 10;

    // Light that burned out is plain as well.
    private const byte Darkest = 3;
    private const byte Lightest = 252;

    // Beyond the cheeks lies the backdrop, which may be plain.
    private const float OfSide = 0.8f;
    private const int MaximumSide = 32;

    // In samples: below, neighbors are too few to tell.
    private const int MinimumSide = 12;

    // Of the contrast of the face: what one color is saved as.
    private const double Tolerance = 0.01;

    /// <summary>Whether a face is drawn in plain colors or few tones.</summary>
    /// <param name="pixels">Luma, row by row.</param>
    /// <param name="width">Width in samples.</param>
    /// <param name="height">Height in samples.</param>
    /// <param name="face">The face.</param>
    internal static bool Is(ReadOnlySpan<byte> pixels, int width, int height, in FaceCandidate face)
    {
        var area = face.Side * OfSide;
        var side = Math.Min(MaximumSide, (int)area);
        if (side < MinimumSide)
        {
            return false;
        }

        Span<byte> samples = stackalloc byte[side * side];
        for (var i = 0; i < samples.Length; i++)
        {
            var x = Math.Clamp((int)(face.CenterX + ((((i % side) + 0.5f) / side) - 0.5f) * area), 0, width - 1);
            var y = Math.Clamp((int)(face.CenterY + ((((i / side) + 0.5f) / side) - 0.5f) * area), 0, height - 1);
            samples[i] = pixels[(y * width) + x];
        }

        var contrast = Contrast(samples);
        return PlainShare(samples, side, contrast) >= MinimumPlain || ShareInFewTones(samples, contrast) >= MinimumInFewTones;
    }

    /// <summary>The share of samples in the commonest tones.</summary>
    private static double ShareInFewTones(ReadOnlySpan<byte> samples, int contrast)
    {
        var (dark, light) = (0, 0);
        foreach (var sample in samples)
        {
            dark += sample < Shadow ? 1 : 0;
            light += sample >= BurnedOut ? 1 : 0;
        }

        var lowest = light * MinimumOfOther >= samples.Length ? 0 : Shadow;
        var highest = dark * MinimumOfOther >= samples.Length ? byte.MaxValue : BurnedOut - 1;
        Span<int> counts = stackalloc int[256];
        counts.Clear();
        contrast = Math.Max(LeastContrast, contrast);
        foreach (var sample in samples)
        {
            if (sample >= lowest && sample <= highest)
            {
                counts[sample * Tones / contrast]++;
            }
        }

        counts.Sort();
        var common = 0;
        foreach (var count in counts[^FewTones..])
        {
            common += count;
        }

        return common / (double)samples.Length;
    }

    /// <summary>The share of samples that are as their neighbors to the right, below and across.</summary>
    private static double PlainShare(ReadOnlySpan<byte> samples, int side, int contrast)
    {
        var tolerance = Math.Max(1, (int)((contrast * Tolerance) + 0.5));
        var plain = 0;
        for (var y = 0; y < side - 1; y++)
        {
            for (var x = 0; x < side - 1; x++)
            {
                var place = (y * side) + x;
                var sample = samples[place];
                plain += sample is >= Darkest and <= Lightest
                    && Math.Abs(sample - samples[place + 1]) <= tolerance
                    && Math.Abs(sample - samples[place + side]) <= tolerance
                    && Math.Abs(sample - samples[place + side + 1]) <= tolerance ? 1 : 0;
            }
        }

        return plain / ((side - 1.0) * (side - 1));
    }

    /// <summary>From the level of the darkest twentieth to that of the lightest.</summary>
    private static int Contrast(ReadOnlySpan<byte> samples)
    {
        Span<int> counts = stackalloc int[256];
        counts.Clear();
        foreach (var sample in samples)
        {
            counts[sample]++;
        }

        return LevelOf(counts, samples.Length * 95 / 100) - LevelOf(counts, samples.Length * 5 / 100);
    }

    /// <summary>The level of a sample by its place in order, from 0.</summary>
    private static int LevelOf(ReadOnlySpan<int> counts, int place)
    {
        var level = 0;
        for (; place >= counts[level]; level++)
        {
            place -= counts[level];
        }

        return level;
    }
}
