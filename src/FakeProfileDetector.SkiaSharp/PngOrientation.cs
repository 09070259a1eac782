using System.Buffers.Binary;
using FakeProfileDetector.Photos.Jpeg;
using SkiaSharp;

namespace FakeProfileDetector.SkiaSharp;

/// <summary>The EXIF orientation in a PNG's <c>eXIf</c> chunk, which Skia passes over. Source: PNG 3rd edition, 11.3.4.5.</summary>
internal static class PngOrientation
{
    private const int SignatureLength = 8;
    private const int ChunkFrame = 12;

    /// <summary>The orientation; upright where none is stated or what is stated makes no sense.</summary>
    internal static SKEncodedOrigin Read(ReadOnlySpan<byte> png)
    {
        // Each chunk: length, four letters, content, checksum.
        for (var rest = png[SignatureLength..]; rest.Length >= ChunkFrame;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > rest.Length - ChunkFrame)
            {
                break;
            }

            if (rest[4..].StartsWith("eXIf"u8))
            {
                return (SKEncodedOrigin)ExifOrientation.ReadTiff(rest.Slice(8, (int)length));
            }

            rest = rest[((int)length + ChunkFrame)..];
        }

        return SKEncodedOrigin.TopLeft;
    }
}
