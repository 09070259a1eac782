namespace FakeProfileDetector.Photos.Patches;

/// <summary>A plane of luma in floating point, row by row without gaps, whose memory serves one picture after the other.</summary>
internal sealed class FloatPlane
{
    private float[] _values = [];

    internal int Width { get; private set; }

    internal int Height { get; private set; }

    internal Span<float> Values => _values.AsSpan(0, Width * Height);

    /// <summary>Takes a size; what the plane holds is undefined until it is written.</summary>
    internal void Resize(int width, int height)
    {
        (Width, Height) = (width, height);
        if (_values.Length < width * height)
        {
            _values = GC.AllocateUninitializedArray<float>(width * height);
        }
    }

    internal Span<float> Row(int y) => _values.AsSpan(y * Width, Width);

    /// <summary>Several rows as one.</summary>
    internal Span<float> Rows(int y, int count) => _values.AsSpan(y * Width, count * Width);
}
