namespace FakeProfileDetector.Photos;

/// <summary>Rows of luma as floats, whatever the plane holds; checks that the plane has the size it is said to have.</summary>
internal readonly ref struct LumaRows
{
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly ReadOnlySpan<float> _floats;
    private readonly int _width;

    internal LumaRows(ReadOnlySpan<byte> luma, int width, int height)
    {
        CheckSize(luma.Length, width, height);
        _bytes = luma;
        _width = width;
    }

    internal LumaRows(ReadOnlySpan<float> luma, int width, int height)
    {
        CheckSize(luma.Length, width, height);
        _floats = luma;
        _width = width;
    }

    /// <summary>Whether the plane holds bytes.</summary>
    internal bool IsWhole => !_bytes.IsEmpty;

    /// <summary>A row of a plane of bytes.</summary>
    internal ReadOnlySpan<byte> Bytes(int y) => _bytes.Slice(y * _width, _width);

    internal void Read(int y, Span<float> row)
    {
        if (_bytes.IsEmpty)
        {
            _floats.Slice(y * _width, _width).CopyTo(row);
            return;
        }

        var bytes = Bytes(y);
        for (var x = 0; x < bytes.Length; x++)
        {
            row[x] = bytes[x];
        }
    }

    internal static void CheckSize(int length, int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        if (length != (long)width * height)
        {
            throw new ArgumentException($"{width} × {height} pixels need {(long)width * height} luma values; {length} were given.");
        }
    }
}
