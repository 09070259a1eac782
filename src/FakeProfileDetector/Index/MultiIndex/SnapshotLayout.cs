using System.Runtime.CompilerServices;

namespace FakeProfileDetector.Index.MultiIndex;

/// <summary>Where everything stands in a file: it follows from the sizes alone, so that all chunks can be read and written at once.</summary>
internal sealed class SnapshotLayout
{
    private readonly List<SnapshotColumn> _columns = [];

    internal SnapshotLayout(IReadOnlyList<SegmentShape> segments, long entryCount)
    {
        (Segments, EntryCount) = (segments, entryCount);
        foreach (var segment in segments)
        {
            segment.AppendTo(_columns);
        }

        _columns.Add(new(entryCount, SnapshotFormat.EntryLength * 8));
        HeaderLength = SnapshotFormat.HeaderLengthFor(segments.Count);
        ChecksumsOffset = HeaderLength;
        foreach (var column in _columns)
        {
            ChecksumsOffset = checked(ChecksumsOffset + column.Length);
            ChunkCount += (column.Length + SnapshotFormat.ChunkLength - 1) / SnapshotFormat.ChunkLength;
        }

        FileLength = checked(ChecksumsOffset + ((ChunkCount + 1) * SnapshotFormat.ChecksumLength));
    }

    internal IReadOnlyList<SegmentShape> Segments { get; }

    internal long EntryCount { get; }

    internal IReadOnlyList<SnapshotColumn> Columns => _columns;

    internal int HeaderLength { get; }

    /// <summary>Where the checksums begin.</summary>
    internal long ChecksumsOffset { get; }

    internal long ChunkCount { get; }

    internal long FileLength { get; }

    /// <summary>All chunks, in the order of the file.</summary>
    internal List<SnapshotChunk> CreateChunks()
    {
        var chunks = new List<SnapshotChunk>(checked((int)ChunkCount));
        long fileOffset = HeaderLength;
        for (var column = 0; column < _columns.Count; column++)
        {
            for (var offset = 0L; offset < _columns[column].Length; offset += SnapshotFormat.ChunkLength)
            {
                var length = (int)Math.Min(_columns[column].Length - offset, SnapshotFormat.ChunkLength);
                chunks.Add(new(column, offset, length, fileOffset));
                fileOffset += length;
            }
        }

        return chunks;
    }
}

/// <summary>Numbers of equal width, one after the other.</summary>
/// <param name="Count">How many.</param>
/// <param name="Width">Width of each in bits.</param>
internal readonly record struct SnapshotColumn(long Count, int Width)
{
    /// <summary>Bytes; bits behind the last number are 0.</summary>
    internal long Length => checked((Count * Width) + 7) / 8;

    internal static SnapshotColumn Of<T>(long count)
        where T : unmanaged => new(count, Unsafe.SizeOf<T>() * 8);
}

/// <summary>A part of a column that has a checksum of its own.</summary>
/// <param name="Column">Number of the column.</param>
/// <param name="Offset">Bytes of the column before it.</param>
/// <param name="Length">Bytes.</param>
/// <param name="FileOffset">Where it stands in the file.</param>
internal readonly record struct SnapshotChunk(int Column, long Offset, int Length, long FileOffset);

/// <summary>Where the bytes of a column lie in memory: in one piece, or in the blocks of a store of hashes.</summary>
internal readonly unsafe struct ColumnMemory
{
    private readonly byte* _pointer;
    private readonly HashStore? _hashes;

    internal ColumnMemory(void* pointer) => _pointer = (byte*)pointer;

    internal ColumnMemory(HashStore hashes) => _hashes = hashes;

    /// <summary>The bytes of a chunk: no chunk is in two blocks.</summary>
    internal Span<byte> Of(SnapshotChunk chunk) => new(
        _hashes is null ? _pointer + chunk.Offset : _hashes.Address((int)(chunk.Offset / Photos.PhotoHash.ByteCount)), chunk.Length);

    /// <summary>The memory of a segment's columns, in the order of <see cref="SegmentShape.AppendTo"/>.</summary>
    internal static void Append(
        List<ColumnMemory> memory,
        HashStore hashes,
        KeyColumns keys,
        void* removedSlots,
        void* removedKeys,
        ReadOnlySpan<Postings> bands)
    {
        memory.Add(new(hashes));
        memory.Add(new(keys.Values.Address(0)));
        memory.Add(new(keys.ListStarts));
        memory.Add(new(keys.ListSlots));
        memory.Add(new(keys.ListedKeys));
        memory.Add(new(removedSlots));
        memory.Add(new(removedKeys));
        foreach (var band in bands)
        {
            memory.Add(new(band.View.Offsets));
            memory.Add(new(band.View.Fingerprints));
            memory.Add(new(band.View.Slots.Address(0)));
        }
    }
}
