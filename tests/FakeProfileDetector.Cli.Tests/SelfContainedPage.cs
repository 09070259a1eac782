using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace FakeProfileDetector.Cli.Tests;

/// <summary>What no page may hold that shows members' data: anything that loads or runs. A policy forbids it as well.</summary>
internal static partial class SelfContainedPage
{
    private static readonly string[] References = [" src=", " href=", "http:", "https:", "url(", "@import", "<script", "<link", " style="];

    internal static void AssertLoadsNothing(string page)
    {
        Assert.All(References, reference => Assert.DoesNotContain(reference, page, StringComparison.OrdinalIgnoreCase));
        var style = Encoding.UTF8.GetBytes(Style().Match(page).Groups[1].Value);
        Assert.Contains(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
            + $"style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(style))}'; base-uri 'none'; form-action 'none'\">",
            page,
            StringComparison.Ordinal);
    }

    [GeneratedRegex("<style>(.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Style();
}
