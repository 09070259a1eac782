using FakeProfileDetector.Benchmarks.Shared.Data;
using FakeProfileDetector.Web;

namespace FakeProfileDetector.Accuracy.Pages;

/// <summary>A page's address and title, whose page it is, and what reading it gave.</summary>
internal sealed class LabeledPage
{
    private readonly IReadOnlyDictionary<string, string> _cells;

    private LabeledPage(IReadOnlyDictionary<string, string> cells)
    {
        _cells = cells;
        Read = WebPageReader.Read(new(cells["url"]), Title);
    }

    internal string Url => _cells["url"];

    internal string Title => _cells["title"];

    internal string Site => _cells["site"];

    internal string Kind => _cells["kind"];

    /// <summary>Empty where the page names nobody.</summary>
    internal string Name => _cells["name"];

    internal string Handle => _cells["handle"];

    internal WebPageSubject Read { get; }

    internal string ReadName => Read.Name ?? string.Empty;

    internal string ReadHandle => Read.Handle ?? string.Empty;

    internal bool IsNameRight => ReadName == Name;

    internal bool IsKindRight => Read.Kind.ToCode() == Kind;

    internal bool IsSiteRight => Read.Site == Site;

    internal bool IsHandleRight => ReadHandle == Handle;

    internal static LabeledPage[] ReadAll(string file) => [.. TsvFile.Read(file).Select(cells => new LabeledPage(cells))];
}
