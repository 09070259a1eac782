namespace FakeProfileDetector.FaceTraining.Scenes;

internal static class Chance
{
    internal static bool Is(this Random random, double probability) => random.NextDouble() < probability;

    internal static float Between(this Random random, double low, double high) => (float)(low + (random.NextDouble() * (high - low)));

    /// <summary>Every ratio between two sizes is equally likely.</summary>
    internal static float Log(this Random random, double low, double high) => (float)Math.Exp(Math.Log(low) + (random.NextDouble() * Math.Log(high / low)));

    internal static float Normal(this Random random) =>
        (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));

    internal static T Pick<T>(this Random random, IReadOnlyList<T> items) => items[random.Next(items.Count)];
}
