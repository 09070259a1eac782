using System.Collections.Frozen;

namespace FakeProfileDetector.Web.Pages;

/// <summary>Reads the table of sites; the table says at its top what its lines mean.</summary>
internal sealed class PageTableReader
{
    private const string OfParts = "each ";
    private const string Sure = "sure ";

    private static readonly FrozenDictionary<string, PageKind> Kinds = new Dictionary<string, PageKind>(StringComparer.Ordinal)
    {
        ["other"] = PageKind.Other,
        ["profile"] = PageKind.Profile,
        ["post"] = PageKind.Post,
        ["directory"] = PageKind.Directory,
        ["staff"] = PageKind.Staff,
        ["organization"] = PageKind.Organization,
        ["news"] = PageKind.News,
        ["public-figure"] = PageKind.PublicFigure,
        ["stock"] = PageKind.Stock,
        ["scam-warning"] = PageKind.ScamWarning,
        ["repost"] = PageKind.Repost,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly Dictionary<string, string> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<TitleRule>> _groups = new(StringComparer.Ordinal);
    private List<TitleRule>? _titles;
    private PageSite? _site;
    private int _line;

    /// <summary>The sites by host, or by <c>pinterest.*</c> and <c>{handle}.tumblr.com</c>; <c>*</c> is every other one.</summary>
    internal Dictionary<string, PageSite> Sites { get; } = new(StringComparer.Ordinal);

    /// <summary>What the table says that it gives.</summary>
    internal List<PageExample> Examples { get; } = [];

    /// <exception cref="InvalidOperationException">A line is malformed; the message names it.</exception>
    internal void Read(TextReader reader)
    {
        for (_line = 1; reader.ReadLine() is { } text; _line++)
        {
            if (text.Length > 0 && text[0] != '#')
            {
                ReadLine(text);
            }
        }
    }

    private void ReadLine(string text)
    {
        if (text[0] == ' ')
        {
            AddTitle(text[2..]);
            return;
        }

        var space = text.IndexOf(' ', StringComparison.Ordinal);
        var (word, rest) = space < 0 ? (text, string.Empty) : (text[..space], text[(space + 1)..]);
        switch (word)
        {
            case "let" when rest.Split(" = ", 2) is [var name, var list]:
                _lists[name] = Expand(list);
                break;
            case "titles":
                _titles = _groups[rest] = [];
                break;
            case "site":
                StartSite(rest.Split(' '));
                break;
            case "on" when _site is not null && rest.Split(" : ") is [var paths, var kind]:
                StartRule(paths.Split(' '), kind.Split(' '));
                break;
            case "try" when rest.Split('\t') is [var url, var title, var kind, .. var subject] && subject.Length <= 2:
                Examples.Add(new(_line, url, title, kind, subject.ElementAtOrDefault(0) ?? string.Empty, subject.ElementAtOrDefault(1) ?? string.Empty));
                break;
            default:
                throw Malformed("is none of let, titles, site, on, try");
        }
    }

    private void StartSite(string[] hosts)
    {
        _site = new([], []);
        _titles = _site.Titles;
        foreach (var host in hosts)
        {
            if (!Sites.TryAdd(host, _site))
            {
                throw Malformed($"names the site {host} again");
            }
        }
    }

    private void StartRule(string[] paths, string[] kind)
    {
        var trust = kind is [_, var word] ? Enum.TryParse<Trust>(word, ignoreCase: true, out var known) ? known : throw Malformed($"has the trust {word}") : Trust.Soft;
        var rule = new PageRule([.. paths.Select(PathPattern.Parse)], KindOf(kind[0]), trust, []);
        _site!.Rules.Add(rule);
        _titles = rule.Titles;
    }

    private void AddTitle(string text)
    {
        if (_titles is null)
        {
            throw Malformed("is a title of no site");
        }

        if (text.StartsWith("use ", StringComparison.Ordinal))
        {
            _titles.AddRange(_groups.TryGetValue(text[4..], out var group) ? group : throw Malformed("uses titles that are not there"));
            return;
        }

        PageKind? kind = null;
        if (text.StartsWith("= ", StringComparison.Ordinal) && text.Split(' ', 3) is [_, var word, var pattern])
        {
            kind = KindOf(word);
            text = pattern;
        }

        var isOfParts = text.StartsWith(OfParts, StringComparison.Ordinal);
        var isSure = text.StartsWith(Sure, StringComparison.Ordinal);
        foreach (var variant in Variants(Expand(isOfParts ? text[OfParts.Length..] : isSure ? text[Sure.Length..] : text)))
        {
            _titles.Add(new(new(variant), kind, isOfParts, isSure));
        }
    }

    /// <summary>Puts in the lists: <c>$on</c>.</summary>
    private string Expand(string text)
    {
        foreach (var (name, list) in _lists)
        {
            text = text.Replace($"${name}$", list, StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>One pattern for each way to choose one of what stands in <c>&lt;a/b&gt;</c>.</summary>
    private IEnumerable<string> Variants(string text)
    {
        var start = text.IndexOf('<', StringComparison.Ordinal);
        if (start < 0)
        {
            return [text];
        }

        var end = text.IndexOf('>', start);
        return end > 0
            ? text[(start + 1)..end].Split('/').SelectMany(choice => Variants(text[..start] + choice + text[(end + 1)..]))
            : throw Malformed("has a < without >");
    }

    private PageKind KindOf(string word) => Kinds.TryGetValue(word, out var kind) ? kind : throw Malformed($"has the kind {word}, which is none of {string.Join(", ", Kinds.Keys)}");

    private InvalidOperationException Malformed(string what) => new($"Line {_line} of the table of sites {what}.");
}
