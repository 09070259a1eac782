namespace FakeProfileDetector.WebSearch.Pages;

/// <summary>A pattern of robots.txt: a beginning of paths, where <c>*</c> stands for anything and a last <c>$</c> for the end.</summary>
internal static class RobotsPattern
{
    /// <summary>Whether a path fits; in time of pattern times path, whatever the pattern.</summary>
    internal static bool Fits(ReadOnlySpan<char> pattern, ReadOnlySpan<char> path)
    {
        var isAnchored = pattern is [.., '$'];
        pattern = isAnchored ? pattern[..^1] : pattern;
        var (p, s, star, retry) = (0, 0, -1, 0);
        while (true)
        {
            if (p == pattern.Length && (!isAnchored || s == path.Length))
            {
                return true;
            }

            if (p < pattern.Length && pattern[p] == '*')
            {
                // Stands for nothing at first; each retry gives it one more character.
                (star, retry) = (p++, s);
            }
            else if (p < pattern.Length && s < path.Length && pattern[p] == path[s])
            {
                (p, s) = (p + 1, s + 1);
            }
            else if (star >= 0 && retry < path.Length)
            {
                (p, s) = (star + 1, ++retry);
            }
            else
            {
                return false;
            }
        }
    }
}
