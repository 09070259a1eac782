using FakeProfileDetector.Benchmarks.Shared.Data;
using FakeProfileDetector.Sharing.Networks;
using FakeProfileDetector.Sharing.Web.Cases;

namespace FakeProfileDetector.Sharing.Web.Running;

/// <summary>Plants accounts of all cases into networks.</summary>
internal static class WebPlanter
{
    /// <summary>The accounts of one network after the other.</summary>
    internal static IEnumerable<PlantedAccount[]> Plant(DataFolder data, PlantOptions options) =>
        new RoundPlanter(data, options, "web ").Plant(WebCaseCatalog.All, plan => plan.Name, Plant);

    private static PlantedAccount[] Plant(WebCase plan, RoundSource source)
    {
        var draft = new WebDraft(plan, source);
        plan.Plant(draft);
        return [draft.Finish()];
    }
}
