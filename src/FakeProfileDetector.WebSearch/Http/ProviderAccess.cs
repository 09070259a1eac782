namespace FakeProfileDetector.WebSearch.Http;

/// <summary>Rules on keys and addresses that all providers share; no message holds a key.</summary>
internal static class ProviderAccess
{
    private const int LongestKey = 4096;

    /// <summary>Whether it can be sent in a header: visible ASCII.</summary>
    internal static bool IsKey(string key) =>
        key.Length is > 0 and <= LongestKey && !key.AsSpan().ContainsAnyExceptInRange('!', '~');

    internal static string WrongKey(string section) =>
        $"{section}'s ApiKey is empty or holds spaces or other characters that no key has; copy it again.";

    /// <summary>Whether a key may be sent there: encrypted, or to this machine.</summary>
    internal static bool IsBaseAddress(Uri? address) =>
        address is { IsAbsoluteUri: true, UserInfo.Length: 0, Query.Length: 0 } && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));

    internal static string WrongBaseAddress(string section) =>
        $"{section}'s BaseAddress must be an absolute https address without user and query; http is for this machine only.";

    /// <summary>A path below a base address, whether or not that ends with a slash.</summary>
    internal static Uri Under(Uri baseAddress, string path) =>
        new(baseAddress.AbsoluteUri.EndsWith('/') ? baseAddress : new Uri(baseAddress.AbsoluteUri + '/'), path);
}
