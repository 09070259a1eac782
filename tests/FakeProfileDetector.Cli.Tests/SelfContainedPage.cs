namespace FakeProfileDetector.Cli.Tests;

/// <summary>What no page may hold that shows members' data: anything that loads or runs.</summary>
internal static class SelfContainedPage
{
    private static readonly string[] References = [" src=", " href=", "http:", "https:", "url(", "@import", "<script", "<link"];

    internal static void AssertLoadsNothing(string page) =>
        Assert.All(References, reference => Assert.DoesNotContain(reference, page, StringComparison.OrdinalIgnoreCase));
}
