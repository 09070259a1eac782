using FakeProfileDetector.Connections;
using FakeProfileDetector.Reasons;
using Microsoft.Extensions.DependencyInjection;
using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests.DependencyInjection.Effects;

public sealed class ConnectionAdviceEffectTests() : OptionsEffectTests<ConnectionAdvisorOptions>(
    "ConnectionAdvice", "ActiveNetworkSize = 500, ManySharedConnections = 3")
{
    private protected override IReadOnlyDictionary<string, OptionEffect> Effects => new Dictionary<string, OptionEffect>
    {
        [nameof(ConnectionAdvisorOptions.ActiveNetworkSize)] = Reasons("100", ReasonCodes.NetworkSmall, by: false),
        [nameof(ConnectionAdvisorOptions.ManySharedConnections)] = Reasons("2", ReasonCodes.SharedConnections, by: true),
    };

    private protected override IEnumerable<(string Option, string Value)> Refused =>
    [
        (nameof(ConnectionAdvisorOptions.ActiveNetworkSize), "-1"),
        (nameof(ConnectionAdvisorOptions.ManySharedConnections), "0"),
    ];

    private protected override void Configure(IFakeProfileDetectorBuilder builder, Action<ConnectionAdvisorOptions> configure) =>
        builder.ConfigureConnectionAdvice(configure);

    private static OptionEffect Reasons(string value, string code, bool by) => new(value, !by, by, async detector =>
    {
        var advice = await detector.Get<IConnectionRequestAdvisor>().AdviseAsync(
            new(Member("a", "Ana Horvat", null, Established)) { SharedConnections = 2, Preferences = new() { OwnConnections = 180 } },
            TestContext.Current.CancellationToken);
        return advice.Reasons.Any(reason => reason.Code == code);
    });
}
