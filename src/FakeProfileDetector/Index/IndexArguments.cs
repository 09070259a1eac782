using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Index;

/// <summary>What every index checks alike.</summary>
internal static class IndexArguments
{
    /// <summary>Checks the arguments of a search.</summary>
    internal static void CheckSearch(int radius, object results)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(radius);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(radius, PhotoHash.BitCount);
        ArgumentNullException.ThrowIfNull(results);
    }

    /// <summary>Checks the keys of entries to be added.</summary>
    internal static void CheckKeys(ReadOnlySpan<HammingEntry> entries)
    {
        foreach (var entry in entries)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(entry.Key, nameof(entries));
        }
    }
}
