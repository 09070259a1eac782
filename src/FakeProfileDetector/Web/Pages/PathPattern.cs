namespace FakeProfileDetector.Web.Pages;

/// <summary>The shape of an address's path, such as <c>/in/{handle}/**</c>.</summary>
/// <remarks>
/// Between slashes stand: words by commas, of which one must stand there; <c>*</c>, anything; <c>**</c>, at the beginning or the
/// end, any number of folders; <c>{handle}</c> and <c>{name}</c>, which are taken; <c>{digits}</c> and <c>{year}</c>. Text may
/// stand around a bracket (<c>@{handle}</c>) and a star (<c>*.html</c>); what follows <c>{handle}</c> cuts it off where it stands
/// first. <c>?id={handle}</c> asks for a value of the query.
/// </remarks>
internal sealed class PathPattern
{
    private readonly SegmentPattern[] _segments;
    private readonly bool _anyBefore;
    private readonly bool _anyAfter;
    private readonly string? _query;
    private readonly SegmentPattern? _value;

    private PathPattern(SegmentPattern[] segments, bool anyBefore, bool anyAfter, string? query, SegmentPattern? value)
    {
        _segments = segments;
        _anyBefore = anyBefore;
        _anyAfter = anyAfter;
        _query = query;
        _value = value;
    }

    internal static PathPattern Parse(string text)
    {
        var halves = text.Split('?', 2);
        var parts = halves[0].Split('/', StringSplitOptions.RemoveEmptyEntries).ToList();
        var before = parts is ["**", _, ..];
        var after = parts is [.., "**"];
        parts.RemoveAll(part => part == "**");
        var query = halves.Length == 2 ? halves[1].Split('=', 2) : null;
        return new(
            [.. parts.Select(SegmentPattern.Parse)], before, after, query?[0], query is [_, var value] ? SegmentPattern.Parse(value) : null);
    }

    /// <summary>Whether a path has this shape, and what it names; empty where it names nothing.</summary>
    internal PathMatch? Match(PageAddress address)
    {
        var match = default(PathMatch);
        if (_query is not null && (address.Query(_query) is not { } found || !_value!.Match(found, ref match)))
        {
            return null;
        }

        var last = address.Segments.Length - _segments.Length;
        for (var start = 0; start <= (_anyBefore ? last : Math.Min(0, last)); start++)
        {
            var here = match;
            if ((_anyAfter || start == last) && MatchAt(address.Segments, start, ref here))
            {
                return here;
            }
        }

        return null;
    }

    private bool MatchAt(string[] segments, int start, ref PathMatch match)
    {
        for (var i = 0; i < _segments.Length; i++)
        {
            if (!_segments[i].Match(segments[start + i], ref match))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>What an address names.</summary>
internal readonly record struct PathMatch(string? Handle, string? Name);
