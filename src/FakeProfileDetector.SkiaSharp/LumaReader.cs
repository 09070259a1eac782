using FakeProfileDetector.Photos;
using SkiaSharp;

namespace FakeProfileDetector.SkiaSharp;

/// <summary>Makes an upright luma picture.</summary>
internal sealed class LumaReader : IRgbaReader, IDisposable
{
    // A picture has colors when more than one pixel in this many has.
    private const int ColoredShare = 100;

    private LumaImage? _image;
    private SKEncodedOrigin _origin;
    private int _width;
    private int _height;
    private long _colored;

    /// <inheritdoc/>
    public int BytesPerPixel => 1;

    /// <inheritdoc/>
    public void Begin(int width, int height, SKEncodedOrigin origin)
    {
        (_width, _height, _origin) = (width, height, origin);
        _image = LumaConversion.IsTransposed(origin) ? new LumaImage(height, width) : new LumaImage(width, height);
    }

    /// <inheritdoc/>
    public void Put(ReadOnlySpan<byte> rgba, int y) => _colored += LumaConversion.PutRow(rgba, y, _width, _height, _origin, _image!);

    /// <inheritdoc/>
    public void Complete() => _image!.HasColor = _colored > (long)_width * _height / ColoredShare;

    /// <summary>Hands the picture over; its pixels are the receiver's to give back.</summary>
    internal LumaImage TakeImage()
    {
        var image = _image!;
        _image = null;
        return image;
    }

    public void Dispose() => _image?.Dispose();
}
