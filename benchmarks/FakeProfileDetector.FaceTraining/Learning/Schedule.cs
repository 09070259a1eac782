using System.Diagnostics;
using FakeProfileDetector.FaceTraining.Scenes;
using FakeProfileDetector.Photos.Faces;

namespace FakeProfileDetector.FaceTraining.Learning;

/// <summary>Runs the training of one network for so many steps, with a warm start and a rate that falls as a cosine.</summary>
internal static class Schedule
{
    private const int Batch = 96;
    private const int Pool = 6000;

    // Composing a scene costs more than learning from it.
    private const double Uses = 2.5;
    private const int RefreshSteps = 250;
    private const float Averaging = 0.002f;

    /// <param name="network">Learns.</param>
    /// <param name="steps">Batches.</param>
    /// <param name="rate">Highest.</param>
    /// <param name="make">Composes a scene.</param>
    /// <param name="collect">Gives the examples of a scene, with the network as it stands.</param>
    /// <param name="random">Of the whole training.</param>
    /// <param name="saved">Called now and then with the averaged network.</param>
    internal static void Run(
        FloatNetwork network, int steps, float rate, Func<Random, Scene> make, Action<Scene, FaceNetwork?, List<Example>> collect, Random random, Action<FloatNetwork> saved)
    {
        var pool = new List<Example>();
        FaceNetwork? current = null;
        var (made, collected) = (TimeSpan.Zero, TimeSpan.Zero);
        var (clock, loss, scenes) = (Stopwatch.StartNew(), 0f, 0);
        for (var step = 1; step <= steps; step++)
        {
            while (pool.Count < Pool)
            {
                var before = clock.Elapsed;
                var scene = make(random);
                made += clock.Elapsed - before;
                collect(scene, current, pool);
                collected += clock.Elapsed - before;
                scenes++;
            }

            var batch = new Example[Batch];
            for (var i = 0; i < Batch; i++)
            {
                var at = random.Next(pool.Count);
                batch[i] = pool[at];
                if (random.Is(1 / Uses))
                {
                    pool[at] = pool[^1];
                    pool.RemoveAt(pool.Count - 1);
                }
            }

            var now = rate * Math.Min(1, step / 200f) * (0.01f + (0.99f * 0.5f * (1 + MathF.Cos(MathF.PI * step / steps))));
            loss += network.Learn(batch, now, Math.Max(Averaging, 1f / step));
            if (step % RefreshSteps == 0)
            {
                using var bytes = new MemoryStream();
                network.Write(bytes, averaged: false);
                current = FaceTable.ReadNetwork(bytes.ToArray());
            }

            if (step % 500 == 0 || step == steps)
            {
                Console.WriteLine(FormattableString.Invariant($"step {step} of {steps}, {scenes} scenes, {clock.Elapsed.TotalSeconds:f0} s ({made.TotalSeconds:f0} composing, {(collected - made).TotalSeconds:f0} collecting), loss {loss / 500:f4}"));
                loss = 0;
                saved(network);
            }
        }
    }
}
