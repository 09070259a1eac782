namespace FakeProfileDetector.Photos.Patches;

/// <summary>What the scores of all windows say together.</summary>
/// <param name="Count">Windows that show something in either picture.</param>
/// <param name="Median">The median score, −1 to 1.</param>
/// <param name="Lowest">The score that 88 of 100 windows reach: what lies below may be a logo.</param>
/// <param name="Unlike">Share of windows below 0.7, 0–1.</param>
/// <param name="Opposed">Share of windows below 0.5, 0–1.</param>
internal readonly record struct ScoreSummary(int Count, double Median, double Lowest, double Unlike, double Opposed)
{
    private const int PercentBelow = 12;
    private const float UnlikeBelow = 0.7f;
    private const float OpposedBelow = 0.5f;

    internal static ScoreSummary Of(ReadOnlySpan<float> scores)
    {
        Span<float> sorted = stackalloc float[PatchThumbnail.SampleCount];
        var count = 0;
        foreach (var score in scores)
        {
            if (!float.IsNaN(score))
            {
                sorted[count++] = score;
            }
        }

        if (count == 0)
        {
            return default;
        }

        sorted = sorted[..count];
        sorted.Sort();
        return new(count, sorted[count / 2], sorted[count * PercentBelow / 100], Below(sorted, UnlikeBelow), Below(sorted, OpposedBelow));
    }

    private static double Below(ReadOnlySpan<float> sorted, float limit)
    {
        var below = 0;
        while (below < sorted.Length && sorted[below] < limit)
        {
            below++;
        }

        return below / (double)sorted.Length;
    }
}
