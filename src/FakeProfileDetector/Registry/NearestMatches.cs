using FakeProfileDetector.Index;

namespace FakeProfileDetector.Registry;

/// <summary>Keeps the nearest of many matches, and of equally near ones those with the lowest keys, as they come in any order.</summary>
/// <param name="capacity">How many to keep.</param>
internal sealed class NearestMatches(int capacity)
{
    private readonly List<HammingMatch> _matches = [];

    /// <summary>Matches added, kept or not.</summary>
    internal int Count { get; private set; }

    /// <summary>Those kept, nearest first.</summary>
    internal IReadOnlyList<HammingMatch> Matches => _matches;

    internal void Add(HammingMatch match)
    {
        Count++;
        if (_matches.Count == capacity)
        {
            if (!IsBefore(match, _matches[^1]))
            {
                return;
            }

            _matches.RemoveAt(_matches.Count - 1);
        }

        var place = _matches.Count;
        while (place > 0 && IsBefore(match, _matches[place - 1]))
        {
            place--;
        }

        _matches.Insert(place, match);
    }

    private static bool IsBefore(HammingMatch match, HammingMatch other) =>
        match.Distance != other.Distance ? match.Distance < other.Distance : match.Key < other.Key;
}
