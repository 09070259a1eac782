using System.Runtime.InteropServices;
using SkiaSharp;

namespace FakeProfileDetector.SkiaSharp;

/// <summary>The file as the codec reads it, in place: it ends early when the work is canceled, and a JPEG is padded.</summary>
/// <remarks>
/// <para>
/// Codecs ask for a few kilobytes at a time, which even a bomb does not inflate to more than a few megabytes, so
/// canceling is quick.
/// </para>
/// <para>
/// Nothing here may throw, because an exception must not cross the codec's native frames; sizes and positions come out of
/// hostile files. (SkiaSharp's own stream over a .NET stream throws when asked for 2 GB, which ends the process.)
/// </para>
/// </remarks>
internal sealed unsafe class EncodedStream(byte* bytes, int length, CancellationToken cancellationToken) : SKAbstractManagedStream
{
    private readonly bool _isJpeg = ImageFormat.IsJpeg(new(bytes, length));
    private int _position;

    // Eight data bytes of ones, JPEG's own padding. Its decoder reads ahead by up to eight bytes, so behind complete scans
    // without an end marker it gets what it asks for; behind half a picture this is used up within a block or a few.
    private static ReadOnlySpan<byte> JpegPadding =>
        [0xFF, 0, 0xFF, 0, 0xFF, 0, 0xFF, 0, 0xFF, 0, 0xFF, 0, 0xFF, 0, 0xFF, 0];

    /// <summary>Whether the decoder of a JPEG asked for more after the last byte. Always false for other formats.</summary>
    internal bool IsPadded { get; private set; }

    /// <inheritdoc/>
    protected override nint OnRead(nint buffer, nint size)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return 0;
        }

        if (_position == length && _isJpeg && !IsPadded && buffer != 0 && size >= JpegPadding.Length)
        {
            IsPadded = true;
            JpegPadding.CopyTo(new((void*)buffer, JpegPadding.Length));
            return JpegPadding.Length;
        }

        var count = OnPeek(buffer, size);
        _position += (int)count;
        return count;
    }

    /// <inheritdoc/>
    protected override nint OnPeek(nint buffer, nint size)
    {
        // A null buffer skips. Sizes are unsigned on the native side.
        var count = nuint.Min((nuint)size, (nuint)(length - _position));
        if (buffer != 0)
        {
            NativeMemory.Copy(bytes + _position, (void*)buffer, count);
        }

        return (nint)count;
    }

    /// <inheritdoc/>
    protected override bool OnSeek(nint position)
    {
        _position = (int)nuint.Min((nuint)position, (nuint)length);
        return true;
    }

    /// <inheritdoc/>
    protected override bool OnMove(int offset)
    {
        _position = (int)Math.Clamp((long)_position + offset, 0, length);
        return true;
    }

    /// <inheritdoc/>
    protected override bool OnRewind() => OnSeek(0);

    /// <inheritdoc/>
    protected override bool OnIsAtEnd() => _position == length;

    /// <inheritdoc/>
    protected override bool OnHasPosition() => true;

    /// <inheritdoc/>
    protected override bool OnHasLength() => true;

    /// <inheritdoc/>
    protected override nint OnGetPosition() => _position;

    /// <inheritdoc/>
    protected override nint OnGetLength() => length;

    /// <inheritdoc/>
    protected override nint OnCreateNew() => 0;
}
