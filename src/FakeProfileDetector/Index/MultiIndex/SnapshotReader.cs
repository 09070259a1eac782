using System.IO.Hashing;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace FakeProfileDetector.Index.MultiIndex;

/// <summary>Reads a snapshot on all cores, straight to where the index keeps it, each chunk checked while it is in the cache.</summary>
/// <remarks>
/// Once the checksums are right the data are taken for what the writer wrote; of those only offsets and lists are looked at
/// again. Whoever disposes of the reader frees what was not taken out of it.
/// </remarks>
internal sealed unsafe class SnapshotReader : IDisposable
{
    private readonly string _path;
    private readonly MemoryAccount _account;
    private readonly List<LoadedSegment> _segments = [];
    private NativeBuffer? _entries;
    private int _entryCount;

    private SnapshotReader(string path, MemoryAccount account) => (_path, _account) = (path, account);

    /// <summary>Entries that are not in a segment, hashes in the order of the index's bits.</summary>
    internal ReadOnlySpan<HammingEntry> Entries => new(_entries!.Pointer, _entryCount);

    /// <summary>Reads and checks a whole file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="threads">How many threads to use at most.</param>
    /// <param name="account">Counts the memory.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="IndexSnapshotException">It is no snapshot, or not a whole one.</exception>
    internal static SnapshotReader Read(string path, int threads, MemoryAccount account, CancellationToken cancellationToken)
    {
        using var file = File.OpenHandle(path);
        var reader = new SnapshotReader(path, account);
        try
        {
            reader.Read(file, threads, cancellationToken);
            return reader;
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    /// <summary>Hands the segments over.</summary>
    internal List<Segment> TakeSegments() => [.. _segments.Select(segment => segment.Take())];

    public void Dispose()
    {
        _segments.ForEach(segment => segment.Dispose());
        _entries?.Dispose();
    }

    private void Read(SafeFileHandle file, int threads, CancellationToken cancellationToken)
    {
        var layout = ReadLayout(file, out var header);
        var checksums = new ulong[layout.ChunkCount + 1];
        ReadExactly(file, MemoryMarshal.AsBytes(checksums.AsSpan()), layout.ChecksumsOffset);
        if (SnapshotParallel.Total(checksums, header) != checksums[^1])
        {
            throw Refusal("its checksums are damaged");
        }

        var memory = Allocate(layout);
        var chunks = layout.CreateChunks();
        SnapshotParallel.For(chunks.Count, threads, ReadChunk, cancellationToken);
        if (!_segments.TrueForAll(segment => segment.TryComplete()))
        {
            throw Refusal("its tables contradict themselves");
        }

        void ReadChunk(int i)
        {
            var bytes = memory[chunks[i].Column].Of(chunks[i]);
            ReadExactly(file, bytes, chunks[i].FileOffset);
            if (XxHash3.HashToUInt64(bytes) != checksums[i])
            {
                throw Refusal($"it is damaged somewhere in the {bytes.Length} bytes from {chunks[i].FileOffset} on");
            }
        }
    }

    private SnapshotLayout ReadLayout(SafeFileHandle file, out byte[] header)
    {
        var length = RandomAccess.GetLength(file);
        if (length < SnapshotFormat.MinimumLength)
        {
            throw Refusal($"it has only {length} bytes");
        }

        var preamble = new byte[SnapshotFormat.PreambleLength];
        ReadExactly(file, preamble, 0);
        if (SnapshotFormat.CheckPreamble(preamble, length, out var headerLength) is { } problem)
        {
            throw Refusal(problem);
        }

        header = new byte[headerLength];
        ReadExactly(file, header, 0);
        return SnapshotFormat.ReadHeader(header, length, out var layout) is { } contradiction ? throw Refusal(contradiction) : layout;
    }

    private List<ColumnMemory> Allocate(SnapshotLayout layout)
    {
        var memory = new List<ColumnMemory>(layout.Columns.Count);
        foreach (var shape in layout.Segments)
        {
            var segment = new LoadedSegment(shape, _account);
            _segments.Add(segment);
            segment.Allocate(memory);
        }

        _entryCount = checked((int)layout.EntryCount);
        _entries = NativeBuffer.Allocate(layout.EntryCount * SnapshotFormat.EntryLength, _account);
        memory.Add(new(_entries.Pointer));
        return memory;
    }

    private void ReadExactly(SafeFileHandle file, Span<byte> bytes, long offset)
    {
        while (bytes.Length > 0)
        {
            var read = RandomAccess.Read(file, bytes, offset);
            if (read == 0)
            {
                throw Refusal("it became shorter while it was read");
            }

            bytes = bytes[read..];
            offset += read;
        }
    }

    private IndexSnapshotException Refusal(string problem) => IndexSnapshotException.For(_path, problem);
}
