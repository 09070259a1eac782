namespace FakeProfileDetector.OnnxRuntime;

/// <summary>Which samples along one axis make up each pixel of another length, and by what weights: a triangle as wide as two pixels or two samples, whichever is more.</summary>
/// <remarks>Between samples where a picture grows, a smooth mean of all that a pixel covers where it shrinks, so that fine patterns do not turn into coarse ones.</remarks>
internal readonly struct AxisTaps
{
    private readonly int[] _starts;
    private readonly int[] _counts;
    private readonly float[] _weights;
    private readonly int _most;

    /// <param name="source">Samples, 1 or more.</param>
    /// <param name="target">Pixels, 1 or more.</param>
    internal AxisTaps(int source, int target)
    {
        var ratio = (double)source / target;
        var support = Math.Max(1, ratio);
        _most = (int)Math.Ceiling(2 * support) + 1;
        _starts = new int[target];
        _counts = new int[target];
        _weights = new float[target * _most];
        for (var i = 0; i < target; i++)
        {
            var center = (i + 0.5) * ratio;
            var start = Math.Max(0, (int)Math.Floor(center - support + 0.5));
            var end = Math.Min(source, (int)Math.Floor(center + support + 0.5));
            (_starts[i], _counts[i]) = (start, end - start);
            Weigh(_weights.AsSpan(i * _most, end - start), start - center + 0.5, support);
        }
    }

    /// <summary>The weights of one pixel, which sum to 1.</summary>
    /// <param name="pixel">0 to target − 1.</param>
    /// <param name="start">The sample that the first weight is for; the others follow.</param>
    internal ReadOnlySpan<float> Of(int pixel, out int start)
    {
        start = _starts[pixel];
        return _weights.AsSpan(pixel * _most, _counts[pixel]);
    }

    private static void Weigh(Span<float> weights, double first, double support)
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += Math.Max(0, 1 - (Math.Abs(first + i) / support));
        }

        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = (float)(Math.Max(0, 1 - (Math.Abs(first + i) / support)) / sum);
        }
    }
}
