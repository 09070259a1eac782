using System.Globalization;
using FakeProfileDetector.Cli.Files;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Signals.WebReuse;
using FakeProfileDetector.Web;

namespace FakeProfileDetector.Cli.WebSearch;

/// <summary>The pages that show a photo, as rows, and what they say of a profile, as sentences.</summary>
internal static class WebPageTable
{
    internal static void Write(WebPhotoSearchResult found, PhotoFingerprint photo, Terminal terminal, CancellationToken cancellationToken)
    {
        terminal.Data.WriteLine("url\ttitle\tsite\tkind\tname\thandle\tmatch\tcopy");
        foreach (var page in found.Pages)
        {
            var subject = WebPageReader.Read(page.Url, page.Title);
            string[] cells =
            [
                page.Url.AbsoluteUri, page.Title ?? string.Empty, subject.Site, subject.Kind.ToCode(), subject.Name ?? string.Empty,
                subject.Handle ?? string.Empty, page.Match.ToString().ToLowerInvariant(), CopyText(page, photo, cancellationToken),
            ];
            terminal.Data.WriteLine(string.Join('\t', cells.Select(cell => SpreadsheetText.Guard(cell.ReplaceLineEndings(" ").Replace('\t', ' ')))));
        }

        terminal.Warn(found.Pages.IsEmpty
            ? $"{found.Provider} knows no page with this photo, which is no proof of anything."
            : string.Create(CultureInfo.InvariantCulture, $"{found.Provider}: {found.Pages.Length} pages{(found.IsComplete ? string.Empty : "; there may be more")}."));
    }

    internal static void WriteVerdict(AuthenticityReport report, string name, Terminal terminal)
    {
        terminal.Warn($"{name}: {report.Verdict}.");
        foreach (var reason in report.Signals.Single(signal => signal.Name == WebReuseSignal.SignalName).Reasons)
        {
            terminal.Warn($"  {reason.Text}");
        }
    }

    /// <summary>Whether the page's picture is a copy by this library's own comparison.</summary>
    private static string CopyText(WebPhotoPage page, PhotoFingerprint photo, CancellationToken cancellationToken) => page.Copy is not { } copy
        ? "unknown"
        : PhotoComparison.Compare(photo, copy, cancellationToken) == PhotoCopyGrade.Exact ? "yes" : "no";
}
