using FakeProfileDetector.Photos;
using SkiaSharp;

namespace FakeProfileDetector.SkiaSharp;

/// <summary>Makes an upright luma picture.</summary>
internal sealed class LumaReader : IRgbaReader, IDisposable
{
    // A picture has colors when more than one pixel in this many has.
    private const int ColoredShare = 100;

    // Levels that noise and compression make of one color, and the share of pixels within them that leaves nothing to see.
    private const int LevelsOfOneColor = 16;
    private const double BlankShare = 0.995;

    private LumaImage? _image;
    private SKEncodedOrigin _origin;
    private int _width;
    private int _height;
    private long _colored;

    /// <inheritdoc/>
    public int BytesPerPixel => 1;

    /// <inheritdoc/>
    public bool FollowsAnimations => true;

    /// <inheritdoc/>
    public void Begin(int width, int height, SKEncodedOrigin origin)
    {
        (_width, _height, _origin, _colored) = (width, height, origin, 0);
        _image?.Dispose();
        _image = LumaConversion.IsTransposed(origin) ? new LumaImage(height, width) : new LumaImage(width, height);
    }

    /// <inheritdoc/>
    public void Put(ReadOnlySpan<byte> rgba, int y) => _colored += LumaConversion.PutRow(rgba, y, _width, _height, _origin, _image!);

    /// <inheritdoc/>
    public void Complete() => _image!.HasColor = _colored > (long)_width * _height / ColoredShare;

    /// <inheritdoc/>
    public bool ShowsNothing
    {
        get
        {
            Span<int> counts = stackalloc int[byte.MaxValue + 1];
            counts.Clear();
            foreach (var pixel in _image!.Pixels)
            {
                counts[pixel]++;
            }

            var (within, most) = (0, 0);
            for (var level = 0; level < counts.Length; level++)
            {
                within += counts[level] - (level < LevelsOfOneColor ? 0 : counts[level - LevelsOfOneColor]);
                most = Math.Max(most, within);
            }

            return most >= BlankShare * _image.Pixels.Length;
        }
    }

    /// <summary>Hands the picture over; its pixels are the receiver's to give back.</summary>
    internal LumaImage TakeImage()
    {
        var image = _image!;
        _image = null;
        return image;
    }

    public void Dispose() => _image?.Dispose();
}
