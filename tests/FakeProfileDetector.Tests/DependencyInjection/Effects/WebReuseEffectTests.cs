using FakeProfileDetector.Reasons;
using FakeProfileDetector.Signals.WebReuse;
using Microsoft.Extensions.DependencyInjection;
using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests.DependencyInjection.Effects;

public sealed class WebReuseEffectTests() : OptionsEffectTests<WebReuseOptions>(
    "WebReuse", "FailureIsInconclusive = True, MaximumPages = 10, OwnSites = System.Collections.Generic.List`1[System.String]")
{
    private protected override IReadOnlyDictionary<string, OptionEffect> Effects => new Dictionary<string, OptionEffect>
    {
        [nameof(WebReuseOptions.FailureIsInconclusive)] = new("false", AuthenticityVerdict.InsufficientEvidence, AuthenticityVerdict.NoAdverseEvidence, async detector =>
        {
            detector.Web.Pages = [null!];
            return (await detector.CheckAsync(Member("a", "Boris Kovac", Photo(1), Established))).Verdict;
        }),
        [nameof(WebReuseOptions.MaximumPages)] = new("1", 2, 1, async detector => (await ReasonAsync(detector)).Facts.Keys.Count(key => key.StartsWith("page-", StringComparison.Ordinal))),
        [nameof(WebReuseOptions.OwnSites)] = new("linkedin.com", "2", "1", async detector => (await ReasonAsync(detector)).Facts["sites"]),
    };

    private protected override IEnumerable<(string Option, string Value)> Refused =>
    [
        (nameof(WebReuseOptions.MaximumPages), "-1"),
        (nameof(WebReuseOptions.MaximumPages), "101"),
    ];

    private protected override void Configure(IFakeProfileDetectorBuilder builder, Action<WebReuseOptions> configure) => builder.AddWebReuse(configure);

    private protected override IFakeProfileDetectorBuilder Prepare(IFakeProfileDetectorBuilder builder) => builder.AddWebReuse();

    private protected override string Key(string option) => option == nameof(WebReuseOptions.OwnSites) ? $"{option}:0" : option;

    private protected override void Set(WebReuseOptions options, string name, string value)
    {
        if (name == nameof(WebReuseOptions.OwnSites))
        {
            options.OwnSites.Add(value);
        }
        else
        {
            base.Set(options, name, value);
        }
    }

    private static async Task<Reason> ReasonAsync(ObservedDetector detector)
    {
        detector.Web.Pages =
        [
            new() { Url = new("https://www.linkedin.com/in/ana-horvat"), Title = "Ana Horvat - Engineer - Contoso | LinkedIn", Copy = Photo(1) },
            new() { Url = new("https://github.com/anah"), Title = "anah (Ana Horvat) · GitHub", Copy = Photo(1) },
        ];
        return (await detector.SignalAsync(WebReuseSignal.SignalName, Member("a", "Boris Kovac", Photo(1)))).Reasons[0];
    }
}
