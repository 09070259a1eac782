using System.Runtime.InteropServices;

namespace FakeProfileDetector.Benchmarks;

/// <summary>libjpeg-turbo decoding a JPEG to 8-bit gray: the floor to compare with. Debian: <c>apt-get install libturbojpeg0</c>.</summary>
internal static partial class LibjpegTurbo
{
    private const string Library = "libturbojpeg.so.0";
    private const int Gray = 6;

    // One for the process, which ends with the benchmark.
    private static readonly nint Handle = tjInitDecompress();
    private static byte[] _pixels = [];

    /// <summary>Decodes one photo.</summary>
    /// <returns>The first pixel.</returns>
    internal static unsafe byte Decode(byte[] jpeg)
    {
        fixed (byte* bytes = jpeg)
        {
            if (tjDecompressHeader3(Handle, bytes, (nuint)jpeg.Length, out var width, out var height, out _, out _) != 0)
            {
                throw new InvalidOperationException("libjpeg-turbo does not read the header.");
            }

            if (_pixels.Length < width * height)
            {
                _pixels = new byte[width * height];
            }

            fixed (byte* pixels = _pixels)
            {
                return tjDecompress2(Handle, bytes, (nuint)jpeg.Length, pixels, width, 0, height, Gray, 0) == 0
                    ? pixels[0]
                    : throw new InvalidOperationException("libjpeg-turbo does not decode the photo.");
            }
        }
    }

    [LibraryImport(Library)]
    private static partial nint tjInitDecompress();

    [LibraryImport(Library)]
    private static unsafe partial int tjDecompressHeader3(nint handle, byte* bytes, nuint size, out int width, out int height, out int sampling, out int colors);

    [LibraryImport(Library)]
    private static unsafe partial int tjDecompress2(nint handle, byte* bytes, nuint size, byte* pixels, int width, int pitch, int height, int format, int flags);
}
