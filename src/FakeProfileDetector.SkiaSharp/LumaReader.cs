using FakeProfileDetector.Photos;
using SkiaSharp;

namespace FakeProfileDetector.SkiaSharp;

/// <summary>Makes an upright luma picture.</summary>
internal struct LumaReader : IRgbaReader
{
    // A picture has colours when more than one pixel in this many has.
    private const int ColouredShare = 100;

    internal LumaImage? Image { get; private set; }

    /// <inheritdoc/>
    public void Read(ReadOnlySpan<byte> rgba, int width, int height, SKEncodedOrigin origin)
    {
        var transposed = LumaConversion.IsTransposed(origin);
        var image = new LumaImage(transposed ? height : width, transposed ? width : height);
        var stride = rgba.Length / height;
        var coloured = 0L;
        for (var y = 0; y < height; y++)
        {
            coloured += LumaConversion.PutRow(rgba.Slice(y * stride, stride), y, width, height, origin, image);
        }

        image.HasColour = coloured > (long)width * height / ColouredShare;
        Image = image;
    }
}
