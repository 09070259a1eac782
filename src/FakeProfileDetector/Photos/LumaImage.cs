using System.Buffers;

namespace FakeProfileDetector.Photos;

/// <summary>An 8-bit grayscale picture (BT.601 luma, 0 black to 255 white), upright and row by row from the top left.</summary>
/// <remarks>The pixels of all but very large pictures live in a pooled buffer: dispose the picture to give it back, and do not use it afterwards.</remarks>
/// <threadsafety>Reads may overlap; writing and disposing need exclusive access.</threadsafety>
public sealed class LumaImage : IDisposable
{
    // Pixels up to which a pool saves more than it costs: it rounds up to a power of two and keeps what hostile files asked for.
    private const int MaximumPooled = 1 << 24;

    private byte[]? _pixels;

    /// <summary>Creates a picture whose pixels are not yet set.</summary>
    /// <param name="width">In pixels, 1 or more.</param>
    /// <param name="height">In pixels, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side below 1, or more pixels than an array holds.</exception>
    public LumaImage(int width, int height)
        : this(width, height, SampleGrid.Full(width, height))
    {
    }

    /// <summary>Creates a plane with fewer samples than the photo has pixels.</summary>
    internal LumaImage(int width, int height, SampleGrid grid)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)width * height, Array.MaxLength, nameof(height));
        Width = width;
        Height = height;
        Grid = grid;
        var count = width * height;
        _pixels = count <= MaximumPooled ? ArrayPool<byte>.Shared.Rent(count) : GC.AllocateUninitializedArray<byte>(count);
    }

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>Whether the picture it was made from has colors; null when the decoder does not tell.</summary>
    public bool? HasColor { get; set; }

    /// <summary>Whether the file ended before all of the picture's details had come.</summary>
    internal bool IsTruncated { get; set; }

    /// <summary>Where the samples lie in the photo, which may be larger than the plane.</summary>
    internal SampleGrid Grid { get; }

    /// <summary>The pixels, <see cref="Width"/> × <see cref="Height"/>, without gaps between rows.</summary>
    /// <exception cref="ObjectDisposedException">The picture was disposed.</exception>
    public Span<byte> Pixels
    {
        get
        {
            ObjectDisposedException.ThrowIf(_pixels is null, this);
            return _pixels.AsSpan(0, Width * Height);
        }
    }

    /// <summary>One row of pixels.</summary>
    /// <param name="y">0 (top) to <see cref="Height"/> − 1.</param>
    /// <returns><see cref="Width"/> pixels.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No such row.</exception>
    public Span<byte> Row(int y)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(y);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(y, Height);
        return Pixels.Slice(y * Width, Width);
    }

    /// <summary>Gives the buffer back. Disposing twice does nothing.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _pixels, null) is { Length: <= MaximumPooled } pixels)
        {
            ArrayPool<byte>.Shared.Return(pixels);
        }
    }
}
