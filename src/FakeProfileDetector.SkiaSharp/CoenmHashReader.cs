using FakeProfileDetector.Photos;
using SkiaSharp;

namespace FakeProfileDetector.SkiaSharp;

/// <summary>Computes the hashes of CoenM.ImageHash.</summary>
internal struct CoenmHashReader : IRgbaReader
{
    internal CoenmCompatibleHashes Hashes { get; private set; }

    /// <inheritdoc/>
    public void Read(ReadOnlySpan<byte> rgba, int width, int height, SKEncodedOrigin origin)
    {
        // Skia numbers orientations as EXIF does.
        var orientation = origin is >= SKEncodedOrigin.TopLeft and <= SKEncodedOrigin.LeftBottom ? (int)origin : (int)SKEncodedOrigin.TopLeft;
        Hashes = CoenmCompatibleHasher.FromRgba(rgba, width, height, orientation);
    }
}
