using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FakeProfileDetector.Jpeg;

/// <summary>Reads bits from entropy-coded data whose stuffed bytes are gone.</summary>
/// <remarks>
/// The window holds the next bits left-aligned. A refill reads eight bytes at once and needs no branch. Reading beyond the end
/// yields zeros from the padding; <see cref="IsOverrun"/> tells afterwards, so that the hot loops need not ask.
/// </remarks>
internal ref struct BitReader
{
    /// <summary>
    /// Zero bytes that must follow the data: more than a damaged block can consume (a difference and 63 coefficients of at
    /// most 31 bits) before somebody asks for <see cref="IsOverrun"/>.
    /// </summary>
    internal const int Padding = 320;

    /// <summary>Bits that the window holds at least after a refill.</summary>
    internal const int RefilledBits = 56;

    private readonly ReadOnlySpan<byte> _data;

    /// <summary>The next bits, left-aligned.</summary>
    internal ulong Window;

    /// <summary>How many bits of the window count.</summary>
    internal int Available;

    /// <summary>Where the next refill reads.</summary>
    internal int Position;

    /// <summary>Starts at the first bit.</summary>
    /// <param name="padded">The data, followed by <see cref="Padding"/> zero bytes.</param>
    internal BitReader(ReadOnlySpan<byte> padded) => _data = padded;

    /// <summary>The data with its padding.</summary>
    internal readonly ReadOnlySpan<byte> Data => _data;

    /// <summary>Whether more bits have been taken than there are.</summary>
    internal readonly bool IsOverrun => ((long)Position * 8) - Available > (long)(_data.Length - Padding) * 8;

    /// <summary>Fills a window; static and on locals, so that the hot loops keep all of it in registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Refill(ReadOnlySpan<byte> data, ref ulong window, ref int available, ref int position)
    {
        if ((uint)position > (uint)(data.Length - sizeof(ulong)))
        {
            throw JpegFormatException.Truncated();
        }

        var next = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref MemoryMarshal.GetReference(data), position));
        window |= (BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(next) : next) >> available;
        position += (63 - available) >> 3;
        available |= RefilledBits;
    }

    /// <summary>Takes a few bits.</summary>
    /// <param name="count">0–16.</param>
    internal int Take(int count)
    {
        if (count == 0)
        {
            return 0;
        }

        Refill(_data, ref Window, ref Available, ref Position);
        var bits = (int)(Window >> (64 - count));
        Window <<= count;
        Available -= count;
        return bits;
    }

    /// <summary>Takes one symbol of a table.</summary>
    internal int TakeSymbol(HuffmanTable table)
    {
        Refill(_data, ref Window, ref Available, ref Position);
        var symbol = table.ReadSymbol(Window, out var length);
        Window <<= length;
        Available -= length;
        return symbol;
    }
}
