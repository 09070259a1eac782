using FakeProfileDetector.Benchmarks.Shared.Data;
using FakeProfileDetector.Sharing.Cases;
using FakeProfileDetector.Sharing.Faces;
using FakeProfileDetector.Sharing.Histories;
using FakeProfileDetector.Sharing.Members;
using FakeProfileDetector.Sharing.People;

namespace FakeProfileDetector.Sharing.Networks;

/// <summary>Plants groups of all cases into as many networks as it takes for no face to be in two groups of one network.</summary>
internal sealed class NetworkPlanter
{
    // A round draws a few faces more or less than the one before: how many are on group photos is random.
    private const int SpareFaces = 20;

    private readonly PlantOptions _options;
    private readonly SharingCase[] _cases;
    private readonly HistoryPool[] _histories;
    private readonly Face[] _faces;
    private readonly (string First, string Second)[] _shots;

    internal NetworkPlanter(DataFolder data, PlantOptions options)
    {
        _options = options;
        _cases = [.. CaseCatalog.All.Where(plan => options.Only is null || plan.Name.Contains(options.Only, StringComparison.OrdinalIgnoreCase))];
        _histories = HistoryPool.ReadAll(data);
        _faces = FacePool.Read(data, options.HeldOut);
        _shots = ShotPool.Read(data);
    }

    /// <summary>The networks, one after the other: the photos of all of them need not be in memory at once.</summary>
    internal IEnumerable<PlantedNetwork> Plant()
    {
        var (number, group, mostUsed) = (0, 0, 0);
        while (group < _options.Groups)
        {
            number++;
            var faces = FacePool.Shuffle(_faces, RandomOf($"faces {number}"));
            var shots = ShotPool.Shuffle(_shots, RandomOf($"shots {number}"));
            var names = new NameSource();
            var members = new List<PlantedMember>();
            do
            {
                var before = faces.Left;
                members.AddRange(PlantRound(group, names, faces, shots));
                mostUsed = Math.Max(mostUsed, before - faces.Left);
                group++;
            }
            while (group < _options.Groups && faces.Left >= mostUsed + SpareFaces);

            PlantedMember[] shuffled = [.. members];
            RandomOf($"order {number}").Shuffle(shuffled);
            yield return new(number, shuffled);
        }
    }

    private Random RandomOf(string purpose) => new(StableSeed.Of($"{_options.Seed} {purpose}"));

    /// <summary>One group of every case.</summary>
    private IEnumerable<PlantedMember> PlantRound(int group, NameSource names, FacePool faces, ShotPool shots)
    {
        foreach (var plan in _cases)
        {
            var random = RandomOf($"{plan.Name} {group}");
            var draft = new GroupDraft(plan, group, random, names, faces, shots, _histories[random.Next(_histories.Length)]);
            plan.Plant(draft);
            foreach (var member in draft.Members)
            {
                yield return member;
            }
        }
    }
}
