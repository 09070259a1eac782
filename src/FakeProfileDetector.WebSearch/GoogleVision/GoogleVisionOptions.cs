using FakeProfileDetector.WebSearch.Http;
using Microsoft.Extensions.Options;

namespace FakeProfileDetector.WebSearch.GoogleVision;

/// <summary>Access to Google Cloud Vision; section <c>GoogleVision</c>.</summary>
/// <threadsafety>Set it up on one thread before it is handed over.</threadsafety>
public sealed class GoogleVisionOptions
{
    /// <summary>The API key, which is sent in a header. Restrict it to the Cloud Vision API.</summary>
    /// <value>The default is null. Either this or <see cref="AccessToken"/> is required.</value>
    public string? ApiKey { get; set; }

    /// <summary>Gives a bearer token for each request, as a service account has; keeping it until it expires is the function's part.</summary>
    /// <value>The default is null. It is set in code only and outranks <see cref="ApiKey"/>.</value>
    public Func<CancellationToken, ValueTask<string>>? AccessToken { get; set; }

    /// <summary>Where the service is: another region's, or a proxy's.</summary>
    /// <value>An absolute https address; http only on this machine. The default is <c>https://vision.googleapis.com/</c>.</value>
    public Uri BaseAddress { get; set; } = new("https://vision.googleapis.com/");
}

/// <summary>Rules of <see cref="GoogleVisionOptions"/>.</summary>
internal sealed class GoogleVisionOptionsValidator : IValidateOptions<GoogleVisionOptions>
{
    public ValidateOptionsResult Validate(string? name, GoogleVisionOptions options) => options switch
    {
        { ApiKey: null, AccessToken: null } => ValidateOptionsResult.Fail(
            "GoogleVision needs an ApiKey or an AccessToken; create a key in the Google Cloud console, for a project with the Cloud Vision API enabled."),
        { ApiKey: { } key } when !ProviderAccess.IsKey(key) => ValidateOptionsResult.Fail(ProviderAccess.WrongKey("GoogleVision")),
        _ when !ProviderAccess.IsBaseAddress(options.BaseAddress) => ValidateOptionsResult.Fail(ProviderAccess.WrongBaseAddress("GoogleVision")),
        _ => ValidateOptionsResult.Success,
    };
}
