using FakeProfileDetector.Photos;
using FakeProfileDetector.Web;

namespace FakeProfileDetector.WebSearch;

/// <summary>Under what an answer is kept. Pictures with little to see share a hash; the second one tells most of them apart.</summary>
internal readonly record struct AnswerKey(PhotoHash Hash, ulong? SecondHash)
{
    internal static AnswerKey Of(PhotoFingerprint fingerprint) => new(fingerprint.Hash, fingerprint.SecondHash);
}

/// <summary>Answers for a while, and no more than so many. All live equally long, so that the oldest is the first to go.</summary>
/// <threadsafety>Needs exclusive access.</threadsafety>
internal sealed class AnswerCache(TimeSpan duration, int capacity, TimeProvider time)
{
    private readonly Dictionary<AnswerKey, Entry> _entries = [];
    private readonly Queue<(AnswerKey Key, DateTimeOffset Until)> _order = [];

    internal int Count => _entries.Count;

    internal WebPhotoSearchResult? Find(AnswerKey key)
    {
        DropExpired();
        return _entries.TryGetValue(key, out var entry) ? entry.Result : null;
    }

    internal void Add(AnswerKey key, WebPhotoSearchResult result)
    {
        if (capacity == 0 || duration <= TimeSpan.Zero)
        {
            return;
        }

        DropExpired();
        var until = time.GetUtcNow() + duration;
        _entries[key] = new(result, until);
        _order.Enqueue((key, until));
        while (_entries.Count > capacity)
        {
            DropOldest();
        }
    }

    private void DropExpired()
    {
        var now = time.GetUtcNow();
        while (_order.TryPeek(out var oldest) && oldest.Until <= now)
        {
            DropOldest();
        }
    }

    private void DropOldest()
    {
        var (key, until) = _order.Dequeue();

        // An answer that was replaced since stands further back in the queue as well.
        if (_entries.TryGetValue(key, out var entry) && entry.Until == until)
        {
            _entries.Remove(key);
        }
    }

    private readonly record struct Entry(WebPhotoSearchResult Result, DateTimeOffset Until);
}
