using FakeProfileDetector.Benchmarks.Shared.Data;
using FakeProfileDetector.Sharing.Faces;
using FakeProfileDetector.Sharing.Histories;
using FakeProfileDetector.Sharing.Networks;
using FakeProfileDetector.Sharing.People;
using FakeProfileDetector.Sharing.Web.Cases;

namespace FakeProfileDetector.Sharing.Web.Running;

/// <summary>Plants accounts of all cases into as many networks as it takes for no face to be on two accounts of one network.</summary>
internal sealed class WebPlanter
{
    // A round draws a few faces more or less than the one before: whom searches find besides is random.
    private const int SpareFaces = 25;

    private readonly PlantOptions _options;
    private readonly WebCase[] _cases;
    private readonly HistoryPool[] _histories;
    private readonly Face[] _faces;
    private readonly (string First, string Second)[] _shots;

    internal WebPlanter(DataFolder data, PlantOptions options)
    {
        _options = options;
        _cases = [.. WebCaseCatalog.All.Where(plan => options.Only is null || plan.Name.Contains(options.Only, StringComparison.OrdinalIgnoreCase))];
        _histories = HistoryPool.ReadAll(data);
        _faces = FacePool.Read(data, options.HeldOut);
        _shots = ShotPool.Read(data);
    }

    /// <summary>The accounts of one network after the other: their photos need not be in memory at once.</summary>
    internal IEnumerable<PlantedAccount[]> Plant()
    {
        var (network, round, mostUsed) = (0, 0, 0);
        while (round < _options.Groups)
        {
            network++;
            var faces = FacePool.Shuffle(_faces, RandomOf($"faces {network}"));
            var shots = ShotPool.Shuffle(_shots, RandomOf($"shots {network}"));
            var names = new NameSource();
            var accounts = new List<PlantedAccount>();
            do
            {
                var before = faces.Left;
                accounts.AddRange(_cases.Select(plan => Plant(plan, round, names, faces, shots)));
                mostUsed = Math.Max(mostUsed, before - faces.Left);
                round++;
            }
            while (round < _options.Groups && faces.Left >= mostUsed + SpareFaces);

            yield return [.. accounts];
        }
    }

    private PlantedAccount Plant(WebCase plan, int round, NameSource names, FacePool faces, ShotPool shots)
    {
        var random = RandomOf($"{plan.Name} {round}");
        var draft = new WebDraft(plan, round, random, names, faces, shots, _histories[random.Next(_histories.Length)]);
        plan.Plant(draft);
        return draft.Finish();
    }

    private Random RandomOf(string purpose) => new(StableSeed.Of($"{_options.Seed} web {purpose}"));
}
