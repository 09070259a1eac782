namespace FakeProfileDetector.Web.Pages;

/// <summary>A site of the table.</summary>
/// <param name="Rules">Its kinds of pages; the first that an address fits counts.</param>
/// <param name="Titles">Titles that say the kind of a page wherever on the site it stands.</param>
internal sealed record PageSite(List<PageRule> Rules, List<TitleRule> Titles);

/// <summary>One kind of page of a site.</summary>
/// <param name="Paths">Where such pages stand.</param>
/// <param name="Kind">What they are.</param>
/// <param name="Trust">How far they vouch for a person's name.</param>
/// <param name="Titles">What their titles look like; none where no name is taken.</param>
internal sealed record PageRule(PathPattern[] Paths, PageKind Kind, Trust Trust, List<TitleRule> Titles);

/// <summary>One shape of a title.</summary>
/// <param name="Pattern">The shape.</param>
/// <param name="Kind">The kind of a page of such a title; null for the rule's.</param>
/// <param name="IsSure">Whether a title of this shape is a person's: it says what one person does.</param>
/// <param name="IsOfParts">Whether each part of a title between bars, dashes, dots and colons has this shape, not the whole.</param>
internal sealed record TitleRule(TitlePattern Pattern, PageKind? Kind, bool IsOfParts = false, bool IsSure = false);

/// <summary>A title beside its address, and what the table says of them: run as tests.</summary>
internal sealed record PageExample(int Line, string Url, string Title, string Kind, string Name, string Handle);
