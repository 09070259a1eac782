namespace FakeProfileDetector.Benchmarks.Shared.Measuring;

internal static class Statistics
{
    /// <summary>The middle value; of an even number of values the upper of the two.</summary>
    internal static double Median(IEnumerable<double> values) => values.Order().ToArray() is var sorted ? sorted[sorted.Length / 2] : 0;
}
