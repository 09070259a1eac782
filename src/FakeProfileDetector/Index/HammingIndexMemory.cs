namespace FakeProfileDetector.Index;

/// <summary>Memory that an index holds outside the garbage collector's heap.</summary>
/// <param name="TotalBytes">Bytes now, what is being merged included.</param>
/// <param name="PeakBytes">The most there ever were at once.</param>
public readonly record struct HammingIndexMemory(long TotalBytes, long PeakBytes);
