using System.Runtime.CompilerServices;
using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Index.MultiIndex;

/// <summary>The hashes of a segment, in blocks that never move: it grows while searches read it.</summary>
/// <remarks>One writer; a hash may be read once its slot was published, and is not overwritten while anybody may read it.</remarks>
internal sealed unsafe class HashStore : IDisposable
{
    /// <summary>Hashes in a block: 2 MB, one huge page.</summary>
    internal const int BlockLength = 1 << BlockShift;

    private const int BlockShift = 16;
    private const int MaximumBlocks = int.MaxValue / BlockLength;

    private readonly MemoryAccount _account;
    private readonly NativeBuffer _table;
    private readonly List<NativeBuffer> _buffers = [];
    private int _blocks;

    internal HashStore(MemoryAccount account)
    {
        _account = account;
        _table = NativeBuffer.Allocate(MaximumBlocks * sizeof(PhotoHash*), account);
    }

    /// <summary>Address of a hash.</summary>
    /// <param name="slot">Below the capacity.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal PhotoHash* Address(int slot) => ((PhotoHash**)_table.Pointer)[slot >> BlockShift] + (slot & (BlockLength - 1));

    /// <summary>Makes room for so many slots.</summary>
    /// <exception cref="InvalidOperationException">More than one index can hold.</exception>
    internal void Reserve(long slots)
    {
        var blocks = (slots + BlockLength - 1) / BlockLength;
        if (blocks > MaximumBlocks)
        {
            throw new InvalidOperationException($"An index holds at most {(long)MaximumBlocks * BlockLength:N0} different hashes.");
        }

        // All that is missing at once: a bulk build allocates once, growth block by block.
        var missing = (int)blocks - _blocks;
        if (missing <= 0)
        {
            return;
        }

        var buffer = NativeBuffer.Allocate((long)missing * BlockLength * sizeof(PhotoHash), _account);
        _buffers.Add(buffer);
        for (var i = 0; i < missing; i++)
        {
            ((PhotoHash**)_table.Pointer)[_blocks++] = (PhotoHash*)buffer.Pointer + ((long)i * BlockLength);
        }
    }

    public void Dispose()
    {
        _table.Dispose();
        foreach (var buffer in _buffers)
        {
            buffer.Dispose();
        }
    }
}
