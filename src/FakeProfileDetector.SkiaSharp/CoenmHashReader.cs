using System.Buffers;
using FakeProfileDetector.Photos.Coenm;
using SkiaSharp;

namespace FakeProfileDetector.SkiaSharp;

/// <summary>Computes the hashes of CoenM.ImageHash, for which the whole picture is needed at once.</summary>
internal sealed class CoenmHashReader : IRgbaReader, IDisposable
{
    private byte[] _rgba = [];
    private SKEncodedOrigin _origin;
    private int _width;
    private int _height;

    internal CoenmCompatibleHashes Hashes { get; private set; }

    /// <inheritdoc/>
    public int BytesPerPixel => 4;

    /// <inheritdoc/>
    public void Begin(int width, int height, SKEncodedOrigin origin)
    {
        (_width, _height, _origin) = (width, height, origin);
        _rgba = ArrayPool<byte>.Shared.Rent(checked(width * height * 4));
    }

    /// <inheritdoc/>
    public void Put(ReadOnlySpan<byte> rgba, int y) => rgba.CopyTo(_rgba.AsSpan(y * _width * 4));

    /// <inheritdoc/>
    public void Complete()
    {
        // Skia numbers orientations as EXIF does.
        var orientation = _origin is >= SKEncodedOrigin.TopLeft and <= SKEncodedOrigin.LeftBottom ? (int)_origin : (int)SKEncodedOrigin.TopLeft;
        Hashes = CoenmCompatibleHasher.FromRgba(_rgba.AsSpan(0, _width * _height * 4), _width, _height, orientation);
    }

    public void Dispose()
    {
        if (_rgba.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_rgba);
            _rgba = [];
        }
    }
}
