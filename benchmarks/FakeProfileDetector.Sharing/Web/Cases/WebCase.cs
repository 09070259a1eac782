namespace FakeProfileDetector.Sharing.Web.Cases;

/// <summary>A way in which a member's photo is on the web.</summary>
/// <param name="Name">What tables call it.</param>
/// <param name="Family">What is right for its accounts.</param>
/// <param name="Plant">Makes up one account and its pages.</param>
internal sealed record WebCase(string Name, WebFamily Family, Action<WebDraft> Plant)
{
    /// <summary>Whether the pages give no family names.</summary>
    internal bool GivenNamesOnly { get; init; }
}
