using FakeProfileDetector.Weights;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace FakeProfileDetector.DependencyInjection;

/// <summary>The detector's own options: its section is the one that was given, and names a file of weights.</summary>
internal static class DetectorSection
{
    internal const string WeightsKey = nameof(FakeProfileDetectorOptions.Weights);

    /// <summary>Where hosts keep the path of their content root.</summary>
    private const string ContentRootKey = "contentRoot";

    internal static void Add(IFakeProfileDetectorBuilder builder, Action<FakeProfileDetectorOptions>? configure)
    {
        var options = builder.AddOptions<FakeProfileDetectorOptions, FakeProfileDetectorOptionsValidator>(string.Empty, Bind);
        if (builder.Configuration?.GetSection(WeightsKey) is { } weights)
        {
            options.Configure<IServiceProvider>((value, provider) => Load(weights, provider.GetService<IConfiguration>()?[ContentRootKey], value));
        }

        builder.Services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<FakeProfileDetectorOptions>>(new CaptiveSignals(builder.Services)));
        options.Configure(configure ?? (static _ => { }));
    }

    /// <summary>One property a line: the generated binder would follow <see cref="FakeProfileDetectorOptions.Weights"/> into what it holds.</summary>
    private static void Bind(IConfiguration section, FakeProfileDetectorOptions options)
    {
        options.Mode = section.GetValue(nameof(options.Mode), options.Mode);
        options.PriorProbability = section.GetValue(nameof(options.PriorProbability), options.PriorProbability);
        options.SuspiciousThreshold = section.GetValue(nameof(options.SuspiciousThreshold), options.SuspiciousThreshold);
        options.LikelyFakeThreshold = section.GetValue(nameof(options.LikelyFakeThreshold), options.LikelyFakeThreshold);
        options.MinimumCoverage = section.GetValue(nameof(options.MinimumCoverage), options.MinimumCoverage);
        options.ImageReuseCapBits = section.GetValue(nameof(options.ImageReuseCapBits), options.ImageReuseCapBits);
        options.SignalCapBits = section.GetValue(nameof(options.SignalCapBits), options.SignalCapBits);
        options.LookupTimeout = section.GetValue(nameof(options.LookupTimeout), options.LookupTimeout);
        options.WebSearchPolicy = section.GetValue(nameof(options.WebSearchPolicy), options.WebSearchPolicy);
        options.WebSearchTimeout = section.GetValue(nameof(options.WebSearchTimeout), options.WebSearchTimeout);
        options.SignalTimeout = section.GetValue(nameof(options.SignalTimeout), options.SignalTimeout);
        options.InsufficientEvidenceAction = section.GetValue(nameof(options.InsufficientEvidenceAction), options.InsufficientEvidenceAction);
        options.NoAdverseEvidenceAction = section.GetValue(nameof(options.NoAdverseEvidenceAction), options.NoAdverseEvidenceAction);
        section.GetSection(nameof(options.MayReachLikelyFake)).Bind(options.MayReachLikelyFake);
        options.SuspiciousAction = section.GetValue(nameof(options.SuspiciousAction), options.SuspiciousAction);
        options.LikelyFakeAction = section.GetValue(nameof(options.LikelyFakeAction), options.LikelyFakeAction);
    }

    private static void Load(IConfigurationSection section, string? contentRoot, FakeProfileDetectorOptions options)
    {
        if (section.GetChildren().Any())
        {
            throw Refused($"{section.Path} must be the path of a file of weights; \"fakeprofile calibrate\" writes one.");
        }

        if (section.Value is not { Length: > 0 } path)
        {
            return;
        }

        var full = Path.GetFullPath(path, contentRoot is null ? Environment.CurrentDirectory : Path.GetFullPath(contentRoot));
        try
        {
            options.Weights = DetectorWeights.Load(full);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DetectorWeightsException)
        {
            throw Refused(
                $"{section.Path} names the file {full}, which cannot be read: {e.Message} "
                + "Correct the path, which is relative to the content root, or write the file with \"fakeprofile calibrate\".");
        }
    }

    private static OptionsValidationException Refused(string failure) =>
        new(Options.DefaultName, typeof(FakeProfileDetectorOptions), [failure]);
}
