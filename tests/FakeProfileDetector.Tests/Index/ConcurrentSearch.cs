using FakeProfileDetector.Index;
using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Tests.Index;

/// <summary>What a search found while others wrote.</summary>
/// <param name="Begun">Stamp taken before it began.</param>
/// <param name="Ended">Stamp taken after it returned.</param>
/// <param name="Query">The hash looked for.</param>
/// <param name="Radius">Inclusive, in bits.</param>
/// <param name="Found">The matches.</param>
internal sealed record ConcurrentSearch(long Begun, long Ended, PhotoHash Query, int Radius, HammingMatch[] Found)
{
    /// <summary>What is wrong with the answer, given all entries by their keys.</summary>
    internal IEnumerable<string> Faults(IReadOnlyList<TrackedEntry> entries)
    {
        var copies = Found.CountBy(match => match).ToDictionary();
        foreach (var entry in entries)
        {
            var distance = Query.DistanceTo(entry.Hash);
            if (distance <= Radius)
            {
                copies.Remove(new(entry.Key, distance), out var found);
                var (minimum, maximum) = entry.CopiesBetween(Begun, Ended);
                if (found < minimum || found > maximum)
                {
                    yield return $"Search {Begun}-{Ended}, radius {Radius}: {found} copies of key {entry.Key} instead of {minimum}-{maximum}.";
                }
            }
        }

        foreach (var match in copies.Keys)
        {
            yield return $"Search {Begun}-{Ended}, radius {Radius}: key {match.Key} at {match.Distance} fits no entry.";
        }
    }
}
