using FakeProfileDetector.Benchmarks.Shared.Data;
using FakeProfileDetector.Sharing.Faces;
using FakeProfileDetector.Sharing.Histories;
using FakeProfileDetector.Sharing.People;

namespace FakeProfileDetector.Sharing.Networks;

/// <summary>What one case of a round is made up of.</summary>
/// <param name="Number">The round's number.</param>
/// <param name="Random">The randomness of the case in this round.</param>
/// <param name="Names">The network's names.</param>
/// <param name="Faces">The network's faces.</param>
/// <param name="Shots">The network's pairs of photos of one person.</param>
/// <param name="Histories">Accounts of one set.</param>
internal sealed record RoundSource(int Number, Random Random, NameSource Names, FacePool Faces, ShotPool Shots, HistoryPool Histories);

/// <summary>Plants rounds, each of every case once, into as many networks as it takes for no face to be used twice in one network.</summary>
/// <param name="data">Faces, shots and histories.</param>
/// <param name="options">How many rounds, and from which seed.</param>
/// <param name="kind">What is planted, so that kinds do not have their randomness in common.</param>
internal sealed class RoundPlanter(DataFolder data, PlantOptions options, string kind = "")
{
    // A round draws a few faces more or less than the one before: how many are on group photos, and whom searches find besides, is random.
    private const int SpareFaces = 25;

    private readonly HistoryPool[] _histories = HistoryPool.ReadAll(data);
    private readonly Face[] _faces = FacePool.Read(data, options.HeldOut);
    private readonly (string First, string Second)[] _shots = ShotPool.Read(data);

    /// <summary>What is planted in one network after the other: the photos of all of them need not be in memory at once.</summary>
    /// <param name="cases">All cases, of which the options may want a few.</param>
    /// <param name="nameOf">The name of a case.</param>
    /// <param name="plant">Plants a case.</param>
    internal IEnumerable<T[]> Plant<TCase, T>(IEnumerable<TCase> cases, Func<TCase, string> nameOf, Func<TCase, RoundSource, IEnumerable<T>> plant)
    {
        TCase[] wanted = [.. cases.Where(plan => options.Only is null || nameOf(plan).Contains(options.Only, StringComparison.OrdinalIgnoreCase))];
        var (network, round, mostUsed) = (0, 0, 0);
        while (round < options.Groups)
        {
            network++;
            var faces = FacePool.Shuffle(_faces, RandomOf($"faces {network}"));
            var shots = ShotPool.Shuffle(_shots, RandomOf($"shots {network}"));
            var names = new NameSource();
            var planted = new List<T>();
            do
            {
                var before = faces.Left;
                foreach (var plan in wanted)
                {
                    var random = RandomOf($"{nameOf(plan)} {round}");
                    planted.AddRange(plant(plan, new(round, random, names, faces, shots, _histories[random.Next(_histories.Length)])));
                }

                mostUsed = Math.Max(mostUsed, before - faces.Left);
                round++;
            }
            while (round < options.Groups && faces.Left >= mostUsed + SpareFaces);

            yield return [.. planted];
        }
    }

    /// <summary>The randomness for a purpose; the same with the same seed.</summary>
    internal Random RandomOf(string purpose) => new(StableSeed.Of($"{options.Seed} {kind}{purpose}"));
}
