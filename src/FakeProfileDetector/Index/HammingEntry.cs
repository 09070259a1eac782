using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Index;

/// <summary>What an index stores.</summary>
/// <param name="Hash">The hash.</param>
/// <param name="Key">What the caller calls the entry; 0 or more.</param>
public readonly record struct HammingEntry(PhotoHash Hash, long Key);
