using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Tests.Index;

/// <summary>An entry and when its copies came and went. One writer owns it; the stamps are read when all threads have ended.</summary>
/// <remarks>A stamp taken before a call has begun and one taken after it has returned enclose the moment at which it took effect.</remarks>
internal sealed class TrackedEntry(PhotoHash hash, long key)
{
    private readonly List<long> _addsBegun = [];
    private readonly List<long> _addsReturned = [];
    private readonly List<long> _removesBegun = [];
    private readonly List<long> _removesReturned = [];

    internal PhotoHash Hash { get; } = hash;

    internal long Key { get; } = key;

    /// <summary>Copies that are there once all calls have returned.</summary>
    internal int Copies => _addsReturned.Count - _removesReturned.Count;

    internal void AddBegins(long now) => _addsBegun.Add(now);

    internal void AddReturned(long now) => _addsReturned.Add(now);

    internal void RemoveBegins(long now) => _removesBegun.Add(now);

    internal void RemoveReturned(long now) => _removesReturned.Add(now);

    /// <summary>The fewest and the most copies that a search between two stamps may find.</summary>
    /// <remarks>
    /// It must find what was added before it began, except what someone had begun to remove before it ended; it may find
    /// what someone had begun to add before it ended, except what was removed before it began.
    /// </remarks>
    internal (int Minimum, int Maximum) CopiesBetween(long begun, long ended) =>
        (Math.Max(0, Before(_addsReturned, begun) - Before(_removesBegun, ended)),
            Before(_addsBegun, ended) - Before(_removesReturned, begun));

    private static int Before(List<long> stamps, long stamp)
    {
        // Stamps are all different.
        var place = stamps.BinarySearch(stamp);
        return place < 0 ? ~place : place;
    }
}
