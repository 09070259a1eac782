using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Index;

/// <summary>What an index stores: a hash, and a number by which the application knows it.</summary>
/// <param name="hash">The hash.</param>
/// <param name="key">What the application calls the entry; 0 or more, which an index checks when the entry is added.</param>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public readonly struct HammingEntry(PhotoHash hash, long key)
{
    /// <summary>The hash.</summary>
    public PhotoHash Hash { get; } = hash;

    /// <summary>What the application calls the entry; 0 or more.</summary>
    public long Key { get; } = key;

    internal void Deconstruct(out PhotoHash hash, out long key) => (hash, key) = (Hash, Key);
}
