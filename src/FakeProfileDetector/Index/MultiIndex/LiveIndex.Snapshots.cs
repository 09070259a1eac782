namespace FakeProfileDetector.Index.MultiIndex;

/// <content>Snapshots: the whole index in a file.</content>
internal sealed unsafe partial class LiveIndex
{
    /// <summary>Writes everything to a file.</summary>
    internal void Save(string path, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();

        // The lock also keeps what is being written from being merged, and so from being freed.
        lock (_maintaining)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(MultiIndexHashIndex));

            // The file shall have nothing of entries that were removed before.
            CompactAll(cancellationToken);
            var frozen = new List<FrozenSegment>();
            try
            {
                var entries = new List<HammingEntry>();
                lock (_writing)
                {
                    foreach (var segment in _state.Segments)
                    {
                        frozen.Add(new(segment, segment.Keys.Freeze(_account)));
                    }

                    foreach (var memtable in _state.Memtables)
                    {
                        memtable.CopyEntries(entries);
                    }
                }

                // Tables of few entries take several times their room and are built in no time.
                foreach (var (segment, keys) in frozen.Where(IsListed))
                {
                    segment.CopyEntries(keys, entries);
                }

                SnapshotWriter.Write(path, [.. frozen.Where(segment => !IsListed(segment))], entries, _threads, cancellationToken);
            }
            finally
            {
                frozen.ForEach(segment => segment.Keys.Dispose());
            }
        }

        bool IsListed(FrozenSegment segment) => segment.Keys.LiveCount <= _tuning.MemtableCapacity;
    }

    /// <summary>Takes the entries of a file into an index that nobody else knows yet.</summary>
    internal void Load(string path, CancellationToken cancellationToken)
    {
        using var reader = SnapshotReader.Read(path, _threads, _account, cancellationToken);
        foreach (var segment in reader.TakeSegments())
        {
            _state = _state.With(segment);
            _count += segment.Keys.LiveCount;
        }

        if (reader.Entries.Length > _tuning.MemtableCapacity)
        {
            using var builder = new SegmentBuilder(_account);
            builder.Reserve(reader.Entries.Length);
            foreach (var (hash, key) in reader.Entries)
            {
                builder.Add(hash, key);
            }

            AddBuilt(builder, cancellationToken);
            return;
        }

        foreach (var (hash, key) in reader.Entries)
        {
            var stored = hash;
            MemtableWithRoom().Add(&stored, key);
            _count++;
        }
    }
}
