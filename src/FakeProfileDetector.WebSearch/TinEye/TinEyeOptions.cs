using FakeProfileDetector.WebSearch.Http;
using Microsoft.Extensions.Options;

namespace FakeProfileDetector.WebSearch.TinEye;

/// <summary>Access to TinEye; section <c>TinEye</c>.</summary>
/// <threadsafety>Set it up on one thread before it is handed over.</threadsafety>
public sealed class TinEyeOptions
{
    /// <summary>The API key, which is sent in a header.</summary>
    /// <value>Required; the default is null.</value>
    public string? ApiKey { get; set; }

    /// <summary>Where the service is.</summary>
    /// <value>An absolute https address; http only on this machine. The default is <c>https://api.tineye.com/rest/</c>.</value>
    public Uri BaseAddress { get; set; } = new("https://api.tineye.com/rest/");
}

/// <summary>Rules of <see cref="TinEyeOptions"/>.</summary>
internal sealed class TinEyeOptionsValidator : IValidateOptions<TinEyeOptions>
{
    public ValidateOptionsResult Validate(string? name, TinEyeOptions options) => options switch
    {
        { ApiKey: null } => ValidateOptionsResult.Fail("TinEye needs an ApiKey; it comes with a search bundle of the TinEye API."),
        { ApiKey: { } key } when !ProviderAccess.IsKey(key) => ValidateOptionsResult.Fail(ProviderAccess.WrongKey("TinEye")),
        _ when !ProviderAccess.IsBaseAddress(options.BaseAddress) => ValidateOptionsResult.Fail(ProviderAccess.WrongBaseAddress("TinEye")),
        _ => ValidateOptionsResult.Success,
    };
}
