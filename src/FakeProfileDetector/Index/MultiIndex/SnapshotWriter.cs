using System.Buffers;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace FakeProfileDetector.Index.MultiIndex;

/// <summary>Writes a snapshot on all cores: chunks do not depend on each other.</summary>
internal static unsafe class SnapshotWriter
{
    /// <summary>Writes a whole snapshot in place of what is there, or leaves that as it is.</summary>
    /// <param name="path">The file.</param>
    /// <param name="segments">Segments with their keys, frozen; nothing frees them meanwhile.</param>
    /// <param name="entries">Further entries.</param>
    /// <param name="threads">How many threads to use at most.</param>
    /// <param name="cancellationToken">Stops it.</param>
    internal static void Write(
        string path,
        IReadOnlyList<FrozenSegment> segments,
        List<HammingEntry> entries,
        int threads,
        CancellationToken cancellationToken)
    {
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            var layout = new SnapshotLayout([.. segments.Select(segment => SegmentShape.Of(segment.Segment))], entries.Count);
            using (var file = File.OpenHandle(temporary, FileMode.CreateNew, FileAccess.Write, preallocationSize: layout.FileLength))
            {
                Write(file, layout, segments, entries, threads, cancellationToken);
                RandomAccess.FlushToDisk(file);
            }

            cancellationToken.ThrowIfCancellationRequested();
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            DeleteQuietly(temporary);
            throw;
        }
    }

    private static void Write(
        SafeFileHandle file,
        SnapshotLayout layout,
        IReadOnlyList<FrozenSegment> segments,
        List<HammingEntry> entries,
        int threads,
        CancellationToken cancellationToken)
    {
        var memory = new List<ColumnMemory>(layout.Columns.Count);
        var owners = new List<KeyTable?>(layout.Columns.Count);
        foreach (var (segment, keys) in segments)
        {
            ColumnMemory.Append(memory, segment.Hashes, keys.Columns, keys.RemovedSlotWords, keys.RemovedKeyWords, segment.Bands);

            // The first two columns, hashes and keys, have something for each slot, and nothing where the slot is removed.
            owners.AddRange(keys, keys);
            owners.AddRange(Enumerable.Repeat<KeyTable?>(null, memory.Count - owners.Count));
        }

        owners.Add(null);
        fixed (HammingEntry* first = CollectionsMarshal.AsSpan(entries))
        {
            memory.Add(new(first));
            var chunks = layout.CreateChunks();
            var checksums = new ulong[chunks.Count + 1];
            SnapshotParallel.For(chunks.Count, threads, WriteChunk, cancellationToken);
            var header = SnapshotFormat.WriteHeader(layout);
            checksums[^1] = SnapshotParallel.Total(checksums, header);
            RandomAccess.Write(file, MemoryMarshal.AsBytes(checksums.AsSpan()), layout.ChecksumsOffset);
            RandomAccess.Write(file, header, 0);

            void WriteChunk(int i)
            {
                var scratch = ArrayPool<byte>.Shared.Rent(SnapshotFormat.ChunkLength);
                var bytes = scratch.AsSpan(0, chunks[i].Length);
                memory[chunks[i].Column].Of(chunks[i]).CopyTo(bytes);
                Erase(bytes, chunks[i], layout.Columns[chunks[i].Column], owners[chunks[i].Column]);
                checksums[i] = XxHash3.HashToUInt64(bytes);
                RandomAccess.Write(file, bytes, chunks[i].FileOffset);
                ArrayPool<byte>.Shared.Return(scratch);
            }
        }
    }

    /// <summary>Clears what is of nobody's concern: hashes and keys of removed entries, and what lies behind the last number.</summary>
    private static void Erase(Span<byte> bytes, SnapshotChunk chunk, SnapshotColumn column, KeyTable? keys)
    {
        var firstBit = chunk.Offset * 8;
        var endBit = firstBit + (bytes.Length * 8L);
        if (column.Count * column.Width < endBit)
        {
            Clear(bytes, (column.Count * column.Width) - firstBit, endBit - firstBit);
        }

        if (keys is null)
        {
            return;
        }

        // The first and the last one may be cut by the chunk's ends.
        var end = (int)Math.Min((endBit + column.Width - 1) / column.Width, column.Count);
        for (var slot = keys.NextRemovedSlot((int)(firstBit / column.Width)); slot < end; slot = keys.NextRemovedSlot(slot + 1))
        {
            var bit = (long)slot * column.Width;
            Clear(bytes, Math.Max(bit, firstBit) - firstBit, Math.Min(bit + column.Width, endBit) - firstBit);
        }
    }

    private static void Clear(Span<byte> bytes, long bit, long endBit)
    {
        while (bit < endBit)
        {
            var length = (int)Math.Min(8 - (bit % 8), endBit - bit);
            bytes[(int)(bit / 8)] &= (byte)~(((1 << length) - 1) << (int)(bit % 8));
            bit += length;
        }
    }

    private static void DeleteQuietly(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What went wrong before is what the caller should hear of.
        }
    }
}

/// <summary>A segment and its keys as they were at one moment.</summary>
internal readonly record struct FrozenSegment(Segment Segment, KeyTable Keys);
