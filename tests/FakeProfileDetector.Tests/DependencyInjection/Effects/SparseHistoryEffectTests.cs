using FakeProfileDetector.Signals.SparseHistory;
using Microsoft.Extensions.DependencyInjection;
using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests.DependencyInjection.Effects;

public sealed class SparseHistoryEffectTests() : OptionsEffectTests<SparseHistoryOptions>("SparseHistory", "ReasonThresholdBits = 0.5")
{
    private protected override IReadOnlyDictionary<string, OptionEffect> Effects => new Dictionary<string, OptionEffect>
    {
        [nameof(SparseHistoryOptions.ReasonThresholdBits)] = new("5", true, false, async detector =>
            (await detector.SignalAsync("sparse-history", Member("a", null, null, Thin))).Reasons.Length > 1),
    };

    private protected override IEnumerable<(string Option, string Value)> Refused =>
        [(nameof(SparseHistoryOptions.ReasonThresholdBits), "-0.01"), (nameof(SparseHistoryOptions.ReasonThresholdBits), "5.01")];

    private protected override void Configure(IFakeProfileDetectorBuilder builder, Action<SparseHistoryOptions> configure) => builder.AddSparseHistory(configure);
}
