using FakeProfileDetector.Index.Kernels;
using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Index;

/// <summary>Compares the query with every stored hash: the specification by which any other index is judged.</summary>
/// <remarks>
/// Hashes and keys lie in two arrays that only grow at their end. A writer fills an entry before it publishes the new
/// length, and removal overwrites the key, so searches need no lock. When half of the entries are removed ones, the rest
/// moves to new arrays. About 40 bytes an entry.
/// </remarks>
/// <threadsafety>Safe for many readers and writers; writers take turns, searches never wait.</threadsafety>
public sealed class LinearScanIndex : IHammingIndex
{
    private const long RemovedKey = -1;
    private const int FirstCapacity = 1024;

    // Cancellation is looked at after this many hashes: some tens of microseconds of work.
    private const int BlockLength = 32 * 1024;

    private readonly Lock _writing = new();
    private Entries _entries = new(FirstCapacity);
    private int _removed;
    private long _count;

    long IHammingIndex.Count => Volatile.Read(ref _count);

    void IHammingIndex.Add(PhotoHash hash, long key)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(key);
        Append([new(hash, key)]);
    }

    void IHammingIndex.AddRange(ReadOnlySpan<HammingEntry> entries) => Append(entries);

    private void Append(ReadOnlySpan<HammingEntry> entries)
    {
        IndexArguments.CheckKeys(entries);
        lock (_writing)
        {
            foreach (var (hash, key) in entries)
            {
                if (_entries.Length == _entries.Capacity)
                {
                    Volatile.Write(ref _entries, _entries.CopyLive(_entries.Capacity * 2));
                    _removed = 0;
                }

                _entries.Append(hash, key);
            }

            Volatile.Write(ref _count, _count + entries.Length);
        }
    }

    bool IHammingIndex.Remove(PhotoHash hash, long key)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(key);
        lock (_writing)
        {
            if (!_entries.TryRemove(hash, key))
            {
                return false;
            }

            _removed++;
            Volatile.Write(ref _count, _count - 1);
            if (_removed > FirstCapacity && _removed > _entries.Length / 2)
            {
                Volatile.Write(ref _entries, _entries.CopyLive(_entries.Capacity));
                _removed = 0;
            }

            return true;
        }
    }

    void IHammingIndex.Search(PhotoHash query, int radius, ICollection<HammingMatch> results, CancellationToken cancellationToken)
    {
        IndexArguments.CheckSearch(radius, results);
        var hashes = Volatile.Read(ref _entries).Read(out var keys);
        HammingKernels.Fastest.Use<Scan, int>(new(query, hashes, keys, radius, results, cancellationToken));
    }

    /// <summary>One search: compares hash by hash and gives the number of matches.</summary>
    private readonly ref struct Scan(
        PhotoHash query,
        ReadOnlySpan<PhotoHash> hashes,
        ReadOnlySpan<long> keys,
        int radius,
        ICollection<HammingMatch> results,
        CancellationToken cancellationToken)
        : IKernelConsumer<int>
    {
        private readonly PhotoHash _query = query;
        private readonly ReadOnlySpan<PhotoHash> _hashes = hashes;
        private readonly ReadOnlySpan<long> _keys = keys;

        public unsafe int Use<TKernel>()
            where TKernel : struct, IHammingKernel
        {
            var found = 0;
            var wanted = _query;
            fixed (PhotoHash* first = _hashes)
            {
                for (var start = 0; start < _hashes.Length; start += BlockLength)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    var end = Math.Min(start + BlockLength, _hashes.Length);
                    for (var i = start; ; i++)
                    {
                        i += TKernel.IndexOfWithin(&wanted, first + i, end - i, radius, out var distance);
                        if (i >= end)
                        {
                            break;
                        }

                        // The key is looked at after the hash: see where an entry is removed.
                        Volatile.ReadBarrier();
                        var key = Volatile.Read(in _keys[i]);
                        if (key != RemovedKey)
                        {
                            results.Add(new(key, distance));
                            found++;
                        }
                    }
                }
            }

            return found;
        }
    }

    /// <summary>Append-only arrays; readers take what was published, one writer at a time appends.</summary>
    private sealed class Entries(int capacity)
    {
        private readonly PhotoHash[] _hashes = new PhotoHash[capacity];
        private readonly long[] _keys = new long[capacity];
        private int _length;

        public int Capacity => _hashes.Length;

        public int Length => _length;

        public void Append(PhotoHash hash, long key)
        {
            _hashes[_length] = hash;
            _keys[_length] = key;
            Volatile.Write(ref _length, _length + 1);
        }

        public bool TryRemove(PhotoHash hash, long key)
        {
            for (var start = 0; start < _length; start++)
            {
                var offset = _keys.AsSpan(start, _length - start).IndexOf(key);
                if (offset < 0)
                {
                    return false;
                }

                start += offset;
                if (_hashes[start] == hash)
                {
                    // Readers look at the key last, so what they make of a half-cleared hash is dropped. Without the
                    // barriers, an ARM processor may turn the order of the two round on either side.
                    Volatile.Write(ref _keys[start], RemovedKey);
                    Volatile.WriteBarrier();
                    _hashes[start] = default;
                    return true;
                }
            }

            return false;
        }

        public Entries CopyLive(int capacity)
        {
            var copy = new Entries(capacity);
            for (var i = 0; i < _length; i++)
            {
                if (_keys[i] != RemovedKey)
                {
                    copy.Append(_hashes[i], _keys[i]);
                }
            }

            return copy;
        }

        /// <summary>Everything published so far.</summary>
        public ReadOnlySpan<PhotoHash> Read(out ReadOnlySpan<long> keys)
        {
            var length = Volatile.Read(ref _length);
            keys = _keys.AsSpan(0, length);
            return _hashes.AsSpan(0, length);
        }
    }
}
