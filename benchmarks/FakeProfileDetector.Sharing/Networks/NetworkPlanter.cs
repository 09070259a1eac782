using FakeProfileDetector.Benchmarks.Shared.Data;
using FakeProfileDetector.Sharing.Cases;
using FakeProfileDetector.Sharing.Members;

namespace FakeProfileDetector.Sharing.Networks;

/// <summary>Plants groups of all cases into networks.</summary>
internal sealed class NetworkPlanter(DataFolder data, PlantOptions options)
{
    private readonly RoundPlanter _rounds = new(data, options);

    /// <summary>The networks, one after the other, each in a random order.</summary>
    internal IEnumerable<PlantedNetwork> Plant()
    {
        var number = 0;
        foreach (var members in _rounds.Plant(CaseCatalog.All, plan => plan.Name, Plant))
        {
            number++;
            _rounds.RandomOf($"order {number}").Shuffle(members);
            yield return new(number, members);
        }
    }

    private static IReadOnlyList<PlantedMember> Plant(SharingCase plan, RoundSource source)
    {
        var draft = new GroupDraft(plan, source);
        plan.Plant(draft);
        return draft.Members;
    }
}
