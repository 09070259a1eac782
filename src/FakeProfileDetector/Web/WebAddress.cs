namespace FakeProfileDetector.Web;

/// <summary>Which addresses are pages or images on the web.</summary>
internal static class WebAddress
{
    // Longer than browsers take; nothing that people link to.
    private const int MaximumLength = 8192;

    /// <summary>An absolute http or https address; null for anything else.</summary>
    internal static Uri? TryParse(string? text) =>
        text is { Length: <= MaximumLength } && Uri.TryCreate(text, UriKind.Absolute, out var address) && Is(address) ? address : null;

    private static bool Is(Uri address) => (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) && address.Host.Length > 0;
}
