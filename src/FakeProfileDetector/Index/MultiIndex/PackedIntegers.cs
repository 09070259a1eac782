using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FakeProfileDetector.Index.MultiIndex;

/// <summary>Numbers of equal width in bits, one after the other: 27 bits instead of 32 at a hundred million entries.</summary>
/// <remarks>Little-endian: number i begins at bit i × width, and bit b is bit b mod 8 of byte b / 8.</remarks>
internal readonly unsafe struct PackedIntegers
{
    /// <summary>A number of this many bits still lies in the eight bytes from where it begins.</summary>
    internal const int MaximumWidth = 57;

    // A copied piece begins anywhere in its byte, so only this many of 64 bits are sure to be in one load.
    private const int PieceBits = 56;

    private readonly byte* _bytes;
    private readonly ulong _mask;

    /// <summary>Numbers in memory that the caller owns and keeps.</summary>
    /// <param name="bytes">As many as <see cref="BytesFor"/> says.</param>
    /// <param name="width">1–57.</param>
    internal PackedIntegers(byte* bytes, int width)
    {
        _bytes = bytes;
        (Width, _mask) = (width, (1UL << width) - 1);
    }

    internal int Width { get; }

    /// <summary>The width that holds numbers up to a greatest one.</summary>
    internal static int WidthFor(ulong greatest) => Math.Max(1, 64 - BitOperations.LeadingZeroCount(greatest));

    /// <summary>Bytes that numbers take, with what a load or store of eight bytes may touch beyond them.</summary>
    internal static long BytesFor(long count, int width) => (((count * width) + 7) / 8) + sizeof(ulong);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ulong Get(long index)
    {
        var bit = index * Width;
        return (Unsafe.ReadUnaligned<ulong>(_bytes + (bit >> 3)) >> (int)(bit & 7)) & _mask;
    }

    /// <summary>Where a number lies, for prefetching.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal byte* Address(long index) => _bytes + (index * Width >> 3);

    /// <summary>Writes a number; nobody else may read or write its neighbors meanwhile.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Set(long index, ulong value)
    {
        var bit = index * Width;
        var shift = (int)(bit & 7);
        var word = _bytes + (bit >> 3);
        Unsafe.WriteUnaligned(word, (Unsafe.ReadUnaligned<ulong>(word) & ~(_mask << shift)) | (value << shift));
    }

    /// <summary>Copies a run of numbers of the same width; the destination is written from its beginning to its end.</summary>
    internal void CopyTo(long index, PackedIntegers destination, long destinationIndex, long count)
    {
        var from = index * Width;
        var to = destinationIndex * Width;
        var left = count * Width;

        // Up to the next whole byte of the destination; from there a vector's words all begin at the same bit of a byte.
        CopyPiece(destination, ref from, ref to, ref left, (int)(-to & 7));
        while (left >= Vector256<byte>.Count * 8)
        {
            var words = _bytes + (from >> 3);
            var shift = (int)(from & 7);
            var copied = (Vector256.Load((ulong*)words) >>> shift)
                | (Vector256.Load((ulong*)(words + sizeof(ulong))) << 1 << (63 - shift));
            copied.Store((ulong*)(destination._bytes + (to >> 3)));
            from += Vector256<byte>.Count * 8;
            to += Vector256<byte>.Count * 8;
            left -= Vector256<byte>.Count * 8;
        }

        while (left > 0)
        {
            CopyPiece(destination, ref from, ref to, ref left, PieceBits);
        }
    }

    private void CopyPiece(PackedIntegers destination, ref long from, ref long to, ref long left, int most)
    {
        var length = Math.Min(left, most);
        var piece = Unsafe.ReadUnaligned<ulong>(_bytes + (from >> 3)) >> (int)(from & 7);
        var word = destination._bytes + (to >> 3);
        var kept = (1UL << (int)(to & 7)) - 1;

        // What lies above the piece is rubbish until the next number is written there.
        Unsafe.WriteUnaligned(word, (Unsafe.ReadUnaligned<ulong>(word) & kept) | (piece << (int)(to & 7)));
        from += length;
        to += length;
        left -= length;
    }
}
