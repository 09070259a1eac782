using FakeProfileDetector.Index;
using FakeProfileDetector.Photos;

namespace FakeProfileDetector.IndexScale.Hashes;

/// <summary>A hash to search for.</summary>
/// <param name="Hash">The hash.</param>
/// <param name="Key">The entry that must be found, or <see cref="NoKey"/>.</param>
/// <param name="Distance">The entry's distance in bits.</param>
internal readonly record struct Query(PhotoHash Hash, long Key, int Distance)
{
    internal const long NoKey = -1;

    internal bool IsPlanted => Key != NoKey;

    /// <summary>Whether a search with that radius must find the entry.</summary>
    internal bool IsExpected(int radius) => IsPlanted && Distance <= radius;

    /// <summary>Whether a search found the entry.</summary>
    internal bool IsFound(List<HammingMatch> matches) => matches.Contains(new(Key, Distance));
}
