using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FakeProfileDetector.Photos.Pdq;

/// <summary>Rows of a plane of bytes beyond whose end a kernel may read: the last ones come from a copy with room behind it.</summary>
internal readonly ref struct PaddedRows
{
    /// <summary>How many bytes beyond the end of any row may be read.</summary>
    internal const int Padding = 64;

    private readonly ReadOnlySpan<byte> _plane;
    private readonly ReadOnlySpan<byte> _copy;
    private readonly int _width;
    private readonly int _firstCopied;

    /// <summary>Copies the last rows.</summary>
    /// <param name="plane">The plane, row by row without gaps.</param>
    /// <param name="width">Bytes in a row.</param>
    /// <param name="copy">Room for the last rows: <see cref="CopyLength"/> bytes.</param>
    internal PaddedRows(ReadOnlySpan<byte> plane, int width, Span<byte> copy)
    {
        Debug.Assert(copy.Length >= CopyLength(width), "The copied rows and the padding fit in.");
        _plane = plane;
        _width = width;
        _firstCopied = Math.Max(0, plane.Length - Padding) / width;
        var tail = plane[(_firstCopied * width)..];
        tail.CopyTo(copy);
        copy[tail.Length..].Clear();
        _copy = copy;
    }

    /// <summary>The first byte of a row.</summary>
    internal ref byte this[int y]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            Debug.Assert(y >= 0 && y * _width < _plane.Length, "The row exists.");
            return ref y < _firstCopied
                ? ref Unsafe.Add(ref MemoryMarshal.GetReference(_plane), y * _width)
                : ref Unsafe.Add(ref MemoryMarshal.GetReference(_copy), (y - _firstCopied) * _width);
        }
    }

    /// <summary>How many bytes the copy takes.</summary>
    internal static int CopyLength(int width) => width + (2 * Padding);
}
