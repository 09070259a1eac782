using System.Diagnostics;

namespace FakeProfileDetector.Index;

/// <summary>An entry found near a query.</summary>
/// <param name="key">The entry's key; 0 or more.</param>
/// <param name="distance">Its distance from the query in bits, 0–256.</param>
/// <param name="query">Position of the query among those asked for, from 0.</param>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
[DebuggerDisplay("Key {Key}, distance {Distance}, query {Query}")]
public readonly struct HammingMatch(long key, int distance, int query = 0)
{
    /// <summary>The entry's key; 0 or more.</summary>
    public long Key { get; } = key;

    /// <summary>Its distance from the query in bits, 0–256.</summary>
    public int Distance { get; } = distance;

    /// <summary>Position of the query among those asked for, from 0; 0 where there was one.</summary>
    public int Query { get; } = query;

    internal void Deconstruct(out long key, out int distance) => (key, distance) = (Key, Distance);
}
