using System.Buffers.Binary;
using SkiaSharp;

namespace FakeProfileDetector.SkiaSharp;

/// <summary>The EXIF orientation in a PNG's <c>eXIf</c> chunk, which Skia passes over.</summary>
internal static class PngOrientation
{
    private const int SignatureLength = 8;
    private const int ChunkFrame = 12;
    private const ushort OrientationTag = 0x0112;
    private const ushort ShortType = 3;

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
                return ReadTiff(rest.Slice(8, (int)length));
            }

            rest = rest[((int)length + ChunkFrame)..];
        }

        return SKEncodedOrigin.TopLeft;
    }

    private static SKEncodedOrigin ReadTiff(ReadOnlySpan<byte> tiff)
    {
        // Byte order, the number 42, and where the first directory begins.
        var littleEndian = tiff.StartsWith("II*\0"u8);
        if ((!littleEndian && !tiff.StartsWith("MM\0*"u8)) || tiff.Length < 8)
        {
            return SKEncodedOrigin.TopLeft;
        }

        var start = littleEndian ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (start > tiff.Length - sizeof(ushort))
        {
            return SKEncodedOrigin.TopLeft;
        }

        // The directory: a count, then twelve bytes an entry: tag, type, number of values, value.
        var directory = tiff[(int)start..];
        var count = Short(directory, littleEndian);
        for (directory = directory[2..]; count > 0 && directory.Length >= 12; directory = directory[12..], count--)
        {
            if (Short(directory, littleEndian) == OrientationTag && Short(directory[2..], littleEndian) == ShortType)
            {
                var value = Short(directory[8..], littleEndian);
                return value is >= 1 and <= 8 ? (SKEncodedOrigin)value : SKEncodedOrigin.TopLeft;
            }
        }

        return SKEncodedOrigin.TopLeft;
    }

    private static ushort Short(ReadOnlySpan<byte> bytes, bool littleEndian) =>
        littleEndian ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);
}
