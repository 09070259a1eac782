namespace FakeProfileDetector.Sharing.Cases;

/// <summary>All cases, in the order of the tables.</summary>
internal static class CaseCatalog
{
    internal static SharingCase[] All { get; } =
        [.. GroupPictureCases.All, .. DrawnPictureCases.All, .. PortraitSharingCases.All, .. TemplateCases.All, .. TheftCases.All];
}
