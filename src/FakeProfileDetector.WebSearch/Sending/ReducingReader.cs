using System.Runtime.InteropServices;
using FakeProfileDetector.SkiaSharp;
using SkiaSharp;

namespace FakeProfileDetector.WebSearch.Sending;

/// <summary>Averages a picture's pixels on white into a smaller, upright one, row by row: the whole picture is never in memory.</summary>
internal sealed class ReducingReader(int maximumSide) : IRgbaReader
{
    // Good enough for a search, and a fifth of the bytes that the best quality takes.
    private const int Quality = 90;
    private const byte Opaque = byte.MaxValue;

    private Sum[] _sums = [];
    private int[] _columns = [];
    private int _width;
    private int _height;
    private int _sourceHeight;
    private SKEncodedOrigin _origin;

    /// <inheritdoc/>
    public int BytesPerPixel => 0;

    /// <inheritdoc/>
    public void Begin(int width, int height, SKEncodedOrigin origin)
    {
        var longest = Math.Max(width, height);
        var scale = Math.Min(1, (double)maximumSide / longest);
        (_width, _height, _sourceHeight, _origin) = (Scaled(width, scale), Scaled(height, scale), height, origin);
        _sums = new Sum[_width * _height];
        _columns = new int[width];
        for (var x = 0; x < width; x++)
        {
            _columns[x] = (int)((long)x * _width / width);
        }
    }

    /// <inheritdoc/>
    public void Put(ReadOnlySpan<byte> rgba, int y)
    {
        var row = _sums.AsSpan((int)((long)y * _height / _sourceHeight) * _width, _width);
        var pixels = MemoryMarshal.Cast<byte, Rgba>(rgba);
        for (var x = 0; x < pixels.Length; x++)
        {
            row[_columns[x]].Add(pixels[x]);
        }
    }

    /// <inheritdoc/>
    public void Complete()
    {
    }

    /// <summary>The picture as a JPEG without color profile and metadata.</summary>
    internal byte[] ToJpeg()
    {
        var (width, height) = LumaConversion.IsTransposed(_origin) ? (_height, _width) : (_width, _height);
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        var pixels = MemoryMarshal.Cast<byte, Rgba>(bitmap.GetPixelSpan());
        for (var y = 0; y < _height; y++)
        {
            var (at, step) = LumaConversion.RowOf(y, _width, _height, _origin);
            foreach (ref readonly var sum in _sums.AsSpan(y * _width, _width))
            {
                pixels[at] = sum.Mean();
                at += step;
            }
        }

        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return data.ToArray();
    }

    private int Scaled(int side, double scale) => Math.Clamp((int)Math.Round(side * scale), 1, Math.Max(1, maximumSide));

    /// <summary>A pixel as Skia lays it out.</summary>
    private readonly record struct Rgba(byte Red, byte Green, byte Blue, byte Alpha);

    /// <summary>The pixels that fall on one of the smaller picture; 400 million on a line of 64 stay below 32 bits.</summary>
    private struct Sum
    {
        private uint _red;
        private uint _green;
        private uint _blue;
        private uint _count;

        internal void Add(Rgba pixel)
        {
            var (red, green, blue, alpha) = pixel;
            var white = Opaque - alpha;
            _red += alpha == Opaque ? red : OnWhite(red, alpha, white);
            _green += alpha == Opaque ? green : OnWhite(green, alpha, white);
            _blue += alpha == Opaque ? blue : OnWhite(blue, alpha, white);
            _count++;
        }

        internal readonly Rgba Mean() => new(Mean(_red), Mean(_green), Mean(_blue), Opaque);

        private static uint OnWhite(byte value, byte alpha, int white) => (uint)(((value * alpha) + (Opaque * white) + 127) / Opaque);

        private readonly byte Mean(uint sum) => (byte)((sum + (_count / 2)) / _count);
    }
}
