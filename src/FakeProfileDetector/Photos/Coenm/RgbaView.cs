namespace FakeProfileDetector.Photos.Coenm;

/// <summary>Unpremultiplied RGBA pixels of the caller, checked, and seen upright.</summary>
internal readonly ref struct RgbaView
{
    private const int BytesPerPixel = 4;

    private readonly ReadOnlySpan<byte> _rgba;
    private readonly UprightRows _rows;

    internal RgbaView(ReadOnlySpan<byte> rgba, int width, int height, int exifOrientation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        var expected = (long)width * height * BytesPerPixel;
        if (rgba.Length != expected)
        {
            throw new ArgumentException($"{width} × {height} pixels need {expected} RGBA bytes; {rgba.Length} were given.", nameof(rgba));
        }

        _rgba = rgba;
        _rows = new(width, height, exifOrientation);
    }

    internal int Width => _rows.Width;

    internal int Height => _rows.Height;

    /// <summary>The four bytes of one pixel of the upright picture.</summary>
    internal ReadOnlySpan<byte> Pixel(int x, (int Start, int Step) row) =>
        _rgba.Slice((row.Start + (x * row.Step)) * BytesPerPixel, BytesPerPixel);

    /// <summary>Where a row of the upright picture lies.</summary>
    internal (int Start, int Step) Row(int y) => _rows[y];
}
