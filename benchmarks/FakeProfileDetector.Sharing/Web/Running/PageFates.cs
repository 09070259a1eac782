using FakeProfileDetector.Sharing.Web.Pages;
using FakeProfileDetector.Web;

namespace FakeProfileDetector.Sharing.Web.Running;

/// <summary>Follows pages through the judgment, by what reports say of them.</summary>
internal static class PageFates
{
    /// <summary>What became of the fetched pages under exactly the member's name; of a thief's answer, of all that name a person.</summary>
    internal static PageFate[] Of(PlantedAccount account, AuthenticityReport report)
    {
        var named = report.Signals.SelectMany(signal => signal.Reasons)
            .SelectMany(reason => reason.Facts).Where(fact => fact.Key.StartsWith("page-", StringComparison.Ordinal)).Select(fact => fact.Value)
            .ToHashSet(StringComparer.Ordinal);
        return [.. account.Pages.Where(page => IsFollowed(account, page)).Select(page => Of(account, page, named))];
    }

    private static bool IsFollowed(PlantedAccount account, ShownPage page) =>
        page is { Picture: not null, IsNoise: false }
        && Subject(page).Kind is WebPageKind.Profile or WebPageKind.Staff or WebPageKind.PublicFigure
        && (account.Member.IsFake || page.Page.Title.Contains(account.Member.Name, StringComparison.Ordinal));

    private static PageFate Of(PlantedAccount account, ShownPage page, HashSet<string> named)
    {
        var subject = Subject(page);
        return named.Contains(new Uri(page.Page.Url).AbsoluteUri) ? PageFate.Counted
            : string.Equals(subject.Handle, account.Member.Handle, StringComparison.OrdinalIgnoreCase) ? PageFate.OwnHandle
            : subject.Name is null ? PageFate.NoNameRead
            : PageFate.NotTheSamePicture;
    }

    private static WebPageSubject Subject(ShownPage page) => WebPageReader.Read(new(page.Page.Url), page.Page.Title);
}
