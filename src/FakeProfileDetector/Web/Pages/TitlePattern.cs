namespace FakeProfileDetector.Web.Pages;

/// <summary>The shape of a title, such as <c>{name} - {*} | LinkedIn</c>.</summary>
/// <remarks>
/// <c>{name}</c> and <c>{handle}</c> are taken, <c>{*}</c> is anything; all else must stand there, compared folded. Each bracket
/// ends where the text after it stands first. A pattern that begins with <c>{*}</c> is read from its end, so that each begins
/// where the text before it stands last. There is no going back, hence the time is that of a few searches.
/// </remarks>
internal sealed class TitlePattern
{
    private readonly List<Part> _parts = [];

    internal TitlePattern(string text)
    {
        while (text.Length > 0)
        {
            var start = text.IndexOf('{', StringComparison.Ordinal);
            var end = start < 0 ? -1 : text.IndexOf('}', start);
            if (end < 0)
            {
                _parts.Add(new(Hole.None, Fold(text)));
                break;
            }

            if (start > 0)
            {
                _parts.Add(new(Hole.None, Fold(text[..start])));
            }

            _parts.Add(new(text[start..(end + 1)] switch { "{name}" => Hole.Name, "{handle}" => Hole.Handle, _ => Hole.Any }, string.Empty));
            text = text[(end + 1)..];
        }
    }

    private enum Hole
    {
        None,
        Any,
        Name,
        Handle,
    }

    /// <summary>Where a title of this shape has its name and handle; null for other titles.</summary>
    internal TitleMatch? Match(string folded) =>
        _parts is [{ Hole: Hole.Any }, { Hole: Hole.None }, ..] ? MatchBackward(folded) : MatchForward(folded);

    private TitleMatch? MatchForward(string folded)
    {
        var match = default(TitleMatch);
        var at = 0;
        for (var i = 0; i < _parts.Count; i++)
        {
            if (_parts[i].Hole == Hole.None)
            {
                if (string.CompareOrdinal(folded, at, _parts[i].Text, 0, _parts[i].Text.Length) != 0)
                {
                    return null;
                }

                at += _parts[i].Text.Length;
                continue;
            }

            var end = folded.Length;
            if (i + 1 < _parts.Count)
            {
                var next = _parts[i + 1].Text;
                end = i + 2 == _parts.Count && folded.EndsWith(next, StringComparison.Ordinal)
                    ? folded.Length - next.Length : i + 2 == _parts.Count ? -1 : folded.IndexOf(next, at, StringComparison.Ordinal);
                if (end < at)
                {
                    return null;
                }
            }

            match = Take(match, _parts[i].Hole, at..end);
            at = end;
        }

        return at == folded.Length ? match : null;
    }

    private TitleMatch? MatchBackward(string folded)
    {
        var match = default(TitleMatch);
        var end = folded.Length;
        for (var i = _parts.Count - 1; i > 0; i--)
        {
            var text = _parts[i].Text;
            if (_parts[i].Hole == Hole.None)
            {
                if (end < text.Length || string.CompareOrdinal(folded, end - text.Length, text, 0, text.Length) != 0)
                {
                    return null;
                }

                end -= text.Length;
                continue;
            }

            var before = _parts[i - 1].Text;
            var at = end == 0 ? -1 : folded.LastIndexOf(before, end - 1, StringComparison.Ordinal);
            if (at < 0)
            {
                return null;
            }

            match = Take(match, _parts[i].Hole, (at + before.Length)..end);
            end = at + before.Length;
        }

        return match;
    }

    private static TitleMatch Take(TitleMatch match, Hole hole, Range range) => hole switch
    {
        Hole.Name => match with { Name = range },
        Hole.Handle => match with { Handle = range },
        _ => match,
    };

    private static string Fold(string text) => string.Concat(text.Select(PageTitle.Fold));

    private readonly record struct Part(Hole Hole, string Text);
}

/// <summary>Places in a title.</summary>
internal readonly record struct TitleMatch(Range? Name, Range? Handle);
