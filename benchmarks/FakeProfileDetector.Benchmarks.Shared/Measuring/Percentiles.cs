namespace FakeProfileDetector.Benchmarks.Shared.Measuring;

/// <summary>Times of single calls, in seconds.</summary>
internal sealed class Percentiles
{
    private readonly double[] _sorted;

    internal Percentiles(IEnumerable<double> seconds) => _sorted = [.. seconds.Order()];

    internal double Median => At(0.5);

    internal double P95 => At(0.95);

    internal double P99 => At(0.99);

    internal int Count => _sorted.Length;

    private double At(double share) => _sorted[Math.Min(_sorted.Length - 1, (int)(_sorted.Length * share))];
}
