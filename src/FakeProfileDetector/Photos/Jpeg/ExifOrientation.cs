using System.Buffers.Binary;

namespace FakeProfileDetector.Photos.Jpeg;

/// <summary>Finds how a camera was held. Source: Exif 2.32, 4.6.4, tag 0x0112; TIFF 6.0, section 2.</summary>
internal static class ExifOrientation
{
    /// <summary>The orientation of a picture that is upright as it is stored.</summary>
    internal const int Upright = 1;

    private const int Tag = 0x0112;
    private const int EntrySize = 12;
    private const int HeaderSize = 8;
    private const int ShortType = 3;

    /// <summary>Reads the content of an APP1 segment.</summary>
    /// <returns>1–8; 1 where the segment does not tell.</returns>
    internal static int Read(ReadOnlySpan<byte> content) =>
        content.StartsWith("Exif\0\0"u8) ? ReadTiff(content[6..]) : Upright;

    /// <summary>Reads what other formats have without JPEG's identifier in front.</summary>
    /// <returns>1–8; 1 where it does not tell.</returns>
    internal static int ReadTiff(ReadOnlySpan<byte> tiff)
    {
        var isLittle = tiff.StartsWith("II"u8);
        if (tiff.Length < HeaderSize || (!isLittle && !tiff.StartsWith("MM"u8)))
        {
            return Upright;
        }

        var directory = Read32(tiff[4..], isLittle);
        if (directory > (uint)(tiff.Length - 2))
        {
            return Upright;
        }

        var entries = tiff[((int)directory + 2)..];
        var count = Math.Min(Read16(tiff[(int)directory..], isLittle), entries.Length / EntrySize);
        for (var i = 0; i < count; i++)
        {
            var entry = entries.Slice(i * EntrySize, EntrySize);
            if (Read16(entry, isLittle) == Tag && Read16(entry[2..], isLittle) == ShortType)
            {
                int value = Read16(entry[8..], isLittle);
                return value is >= 1 and <= 8 ? value : Upright;
            }
        }

        return Upright;
    }

    private static ushort Read16(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint Read32(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
