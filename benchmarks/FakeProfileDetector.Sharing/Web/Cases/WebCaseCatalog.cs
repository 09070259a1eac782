namespace FakeProfileDetector.Sharing.Web.Cases;

/// <summary>All cases of the made-up web, in the order of the tables.</summary>
internal static class WebCaseCatalog
{
    internal static WebCase[] All { get; } =
        [.. StolenPhotoCases.All, .. OwnPageCases.All, .. GoodFaithCases.All, .. RobbedMemberCases.All, .. FailedSearchCases.All];
}
