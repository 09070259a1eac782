using System.Collections.Immutable;

namespace FakeProfileDetector.WebSearch.Pages;

/// <summary>What a robots.txt allows us. Source: RFC 9309: the rules of all groups that name us, else those for everybody; the longest that fits decides.</summary>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
internal sealed class RobotsRules
{
    private const string ProductToken = "fakeprofiledetector";
    private const string Everybody = "*";

    private readonly ImmutableArray<(string Pattern, bool IsAllowed)> _rules;

    private RobotsRules(params ImmutableArray<(string Pattern, bool IsAllowed)> rules) => _rules = rules;

    internal static RobotsRules AllowAll { get; } = new();

    internal static RobotsRules AllowNothing { get; } = new(("/", false));

    internal static RobotsRules Parse(string text)
    {
        var groups = new Dictionary<string, List<(string Pattern, bool IsAllowed)>>(StringComparer.OrdinalIgnoreCase);
        var agents = new List<string>();
        var isInRules = false;
        foreach (var (key, value) in Lines(text))
        {
            if (key.Equals("user-agent", StringComparison.OrdinalIgnoreCase))
            {
                // Names that follow each other share what comes after them; a name after a rule begins anew.
                if (isInRules)
                {
                    agents.Clear();
                    isInRules = false;
                }

                agents.Add(Product(value));
                groups.TryAdd(Product(value), []);
            }
            else if (key.Equals("allow", StringComparison.OrdinalIgnoreCase) || key.Equals("disallow", StringComparison.OrdinalIgnoreCase))
            {
                isInRules = true;
                if (value.Length > 0)
                {
                    agents.ForEach(agent => groups[agent].Add((value, key.Equals("allow", StringComparison.OrdinalIgnoreCase))));
                }
            }
        }

        return groups.TryGetValue(ProductToken, out var ours) || groups.TryGetValue(Everybody, out ours) ? new([.. ours]) : AllowAll;
    }

    /// <summary>Whether a path with its query may be fetched.</summary>
    internal bool Allow(string pathAndQuery)
    {
        var (longest, isAllowed) = (-1, true);
        foreach (var (pattern, allows) in _rules)
        {
            if ((pattern.Length > longest || (pattern.Length == longest && allows)) && RobotsPattern.Fits(pattern, pathAndQuery))
            {
                (longest, isAllowed) = (pattern.Length, allows);
            }
        }

        return isAllowed;
    }

    private static IEnumerable<(string Key, string Value)> Lines(string text)
    {
        foreach (var line in text.TrimStart('\uFEFF').Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            var content = line.Split('#', 2)[0];
            var colon = content.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                yield return (content[..colon].Trim(), content[(colon + 1)..].Trim());
            }
        }
    }

    /// <summary>The name without version: <c>Example/1.2</c> is <c>Example</c>.</summary>
    private static string Product(string value) => value.Split('/', 2)[0].Trim();
}
