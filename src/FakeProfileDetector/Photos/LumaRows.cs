namespace FakeProfileDetector.Photos;

/// <summary>Rows of luma as floats, whatever the plane holds.</summary>
internal readonly ref struct LumaRows
{
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly ReadOnlySpan<float> _floats;
    private readonly int _width;

    internal LumaRows(ReadOnlySpan<byte> luma, int width)
    {
        _bytes = luma;
        _width = width;
    }

    internal LumaRows(ReadOnlySpan<float> luma, int width)
    {
        _floats = luma;
        _width = width;
    }

    internal void Read(int y, Span<float> row)
    {
        if (_bytes.IsEmpty)
        {
            _floats.Slice(y * _width, _width).CopyTo(row);
            return;
        }

        var bytes = _bytes.Slice(y * _width, _width);
        for (var x = 0; x < bytes.Length; x++)
        {
            row[x] = bytes[x];
        }
    }
}
