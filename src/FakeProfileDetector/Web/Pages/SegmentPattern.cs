using System.Buffers;

namespace FakeProfileDetector.Web.Pages;

/// <summary>The shape of one folder of a path.</summary>
internal sealed class SegmentPattern
{
    private const int MaximumHandle = 100;

    private static readonly SearchValues<char> NoHandle = SearchValues.Create(" /\\<>\"");

    private readonly string[] _words;
    private readonly Hole _hole;
    private readonly string _prefix;
    private readonly string _suffix;

    private SegmentPattern(string[] words, Hole hole = Hole.None, string prefix = "", string suffix = "")
    {
        _words = words;
        _hole = hole;
        _prefix = prefix;
        _suffix = suffix;
    }

    private enum Hole
    {
        None,
        Any,
        Handle,
        Name,
        Digits,
        Year,
    }

    internal static SegmentPattern Parse(string text)
    {
        foreach (var (mark, hole) in new[] { ("{handle}", Hole.Handle), ("{name}", Hole.Name), ("{digits}", Hole.Digits), ("{year}", Hole.Year), ("*", Hole.Any) })
        {
            var at = text.IndexOf(mark, StringComparison.Ordinal);
            if (at >= 0)
            {
                return new([], hole, text[..at], text[(at + mark.Length)..].TrimEnd('*'));
            }
        }

        return new(text.Split(','));
    }

    internal bool Match(string segment, ref PathMatch match)
    {
        if (_hole == Hole.None)
        {
            return _words.Contains(segment, StringComparer.OrdinalIgnoreCase);
        }

        if (!segment.StartsWith(_prefix, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var rest = segment.AsSpan(_prefix.Length);
        if (_suffix.Length > 0)
        {
            var end = _hole == Hole.Handle ? rest.IndexOf(_suffix, StringComparison.OrdinalIgnoreCase)
                : rest.EndsWith(_suffix, StringComparison.OrdinalIgnoreCase) ? rest.Length - _suffix.Length : -1;
            if (end < 0)
            {
                return false;
            }

            rest = rest[..end];
        }

        return Take(rest, ref match);
    }

    private bool Take(ReadOnlySpan<char> text, ref PathMatch match)
    {
        switch (_hole)
        {
            case Hole.Handle:
                if (text.IsEmpty || text[0] == '@' || text.Length > MaximumHandle || text.ContainsAny(NoHandle))
                {
                    return false;
                }

                match = match with { Handle = text.ToString() };
                return true;
            case Hole.Name:
                match = match with { Name = text.ToString() };
                return text.Length is > 0 and <= MaximumHandle;
            case Hole.Digits:
                return text.Length is > 0 and <= 20 && !text.ContainsAnyExceptInRange('0', '9');
            case Hole.Year:
                return text.Length == 4 && !text.ContainsAnyExceptInRange('0', '9') && text[..2] is "19" or "20";
            default:
                return true;
        }
    }
}
