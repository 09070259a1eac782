using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;

namespace FakeProfileDetector.Cli.WebSearch;

/// <summary>A provider that searches the web for photos.</summary>
internal enum WebSource
{
    /// <summary>Google Cloud Vision.</summary>
    Google,

    /// <summary>TinEye.</summary>
    TinEye,
}

/// <summary>Which provider is asked, with which key, how often.</summary>
/// <param name="Source">The provider.</param>
/// <param name="Key">Its key, as the environment holds it.</param>
/// <param name="Budget">Searches in all; each may take several requests.</param>
internal sealed record WebAccess(WebSource Source, string Key, int Budget)
{
    internal const int DefaultBudget = 30;

    /// <summary>Names the provider only: the key is a secret.</summary>
    public override string ToString() => Source.ToString();

    internal static Option<string?> KeyOption() => new("--key-env")
    {
        Description = "Environment variable that holds the provider's key; the default is FAKEPROFILE_GOOGLE_KEY or FAKEPROFILE_TINEYE_KEY.",
    };

    /// <summary>Takes the key from the environment.</summary>
    /// <exception cref="CliException">There is none.</exception>
    internal static WebAccess Of(WebSource source, string? variable, int budget)
    {
        variable ??= source == WebSource.Google ? "FAKEPROFILE_GOOGLE_KEY" : "FAKEPROFILE_TINEYE_KEY";
        return Environment.GetEnvironmentVariable(variable) is { Length: > 0 } key
            ? new(source, key.Trim(), budget)
            : throw new CliException(
                $"There is no key for {source}: put one into the environment variable {variable}, or name another variable by --key-env; a file of answers needs none (scan --web-results).");
    }

    /// <summary>Adds the provider to a detector.</summary>
    internal void AddTo(IFakeProfileDetectorBuilder builder) => builder.AddWebSearch(web =>
    {
        web.Configure(options => options.MaximumSearchesPerDay = Budget);
        _ = Source == WebSource.Google ? web.UseGoogleVision(options => options.ApiKey = Key) : web.UseTinEye(options => options.ApiKey = Key);
    });
}
