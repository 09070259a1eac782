using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FakeProfileDetector.Photos.Jpeg;

/// <summary>Reads bits from entropy-coded data whose stuffed bytes are gone.</summary>
/// <remarks>
/// The state is one number, the place of the next bit; a window of the bits from there on is one load away and needs no
/// branch but the check that it lies inside the data. Reading beyond the end yields zeros from the padding;
/// <see cref="IsOverrun"/> tells afterwards, so that the hot loops need not ask.
/// </remarks>
internal ref struct BitReader
{
    /// <summary>
    /// Zero bytes that must follow the data: more than a damaged block can consume (a difference and 63 coefficients of at
    /// most 31 bits) before somebody asks for <see cref="IsOverrun"/>.
    /// </summary>
    internal const int Padding = 320;

    /// <summary>Bits of a window that count; those below may be missing.</summary>
    internal const int WindowBits = 57;

    /// <summary>Place of the next bit.</summary>
    internal long Position;

    private readonly ReadOnlySpan<byte> _data;

    /// <summary>Starts at the first bit.</summary>
    /// <param name="padded">The data, followed by <see cref="Padding"/> zero bytes.</param>
    internal BitReader(ReadOnlySpan<byte> padded) => _data = padded;

    /// <summary>The data with its padding.</summary>
    internal readonly ReadOnlySpan<byte> Data => _data;

    /// <summary>Whether more bits have been taken than there are.</summary>
    internal readonly bool IsOverrun => Position > (long)(_data.Length - Padding) * 8;

    /// <summary>The bits from a position on, left-aligned.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Window(ReadOnlySpan<byte> data, long position)
    {
        var place = (nint)(position >> 3);
        if ((nuint)place > (nuint)(data.Length - sizeof(ulong)))
        {
            ThrowOutside();
        }

        var bytes = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref MemoryMarshal.GetReference(data), place));
        return (BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(bytes) : bytes) << (int)(position & 7);
    }

    /// <summary>Takes a few bits.</summary>
    /// <param name="count">0–16.</param>
    internal int Take(int count)
    {
        // Two shifts, because one by 64 would shift by nothing.
        var bits = (int)(Window(_data, Position) >> 1 >> (63 - count));
        Position += count;
        return bits;
    }

    /// <summary>Takes one symbol of a table.</summary>
    internal int TakeSymbol(HuffmanTable table)
    {
        var symbol = table.ReadSymbol(Window(_data, Position), out var length);
        Position += length;
        return symbol;
    }

    [DoesNotReturn]
    private static void ThrowOutside() => throw JpegFormatException.Truncated();
}
