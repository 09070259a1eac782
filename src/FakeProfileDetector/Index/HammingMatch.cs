namespace FakeProfileDetector.Index;

/// <summary>An entry found near a query.</summary>
/// <param name="Key">The entry's key.</param>
/// <param name="Distance">Its distance from the query in bits, 0–256.</param>
public readonly record struct HammingMatch(long Key, int Distance);

/// <summary>An entry found near one of several queries.</summary>
/// <param name="Query">Position of the query among those asked for.</param>
/// <param name="Key">The entry's key.</param>
/// <param name="Distance">Its distance from the query in bits, 0–256.</param>
public readonly record struct HammingBatchMatch(int Query, long Key, int Distance);
