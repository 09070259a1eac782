using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace FakeProfileDetector.Signals.WebReuse;

/// <summary>Options of the web re-use signal.</summary>
/// <threadsafety>Set it up on one thread before it is handed over; it is copied then.</threadsafety>
public sealed class WebReuseOptions
{
    /// <summary>The application's own sites, by their registrable names such as <c>contoso.com</c>: what is found on them is left out.</summary>
    /// <value>Empty by default.</value>
    public IList<string> OwnSites { get; private set; } = [];

    /// <summary>The most pages whose addresses a reason names as facts.</summary>
    /// <value>0–100; the default is 10.</value>
    [Range(0, 100)]
    public int MaximumPages { get; set; } = 10;

    /// <summary>Whether nobody is accepted while the web should have been searched and could not be.</summary>
    /// <value>The default is true. With false a search that is down or over its budget is only named in the report.</value>
    public bool FailureIsInconclusive { get; set; } = true;

    internal WebReuseOptions Copy()
    {
        var copy = (WebReuseOptions)MemberwiseClone();
        copy.OwnSites = [.. OwnSites];
        return copy;
    }
}

/// <summary>Rules of <see cref="WebReuseOptions"/>, generated from its attributes.</summary>
[OptionsValidator]
internal sealed partial class WebReuseOptionsValidator : IValidateOptions<WebReuseOptions>;
