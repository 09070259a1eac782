using System.Buffers.Binary;

namespace FakeProfileDetector.SkiaSharp;

/// <summary>Walks through the chunks of a PNG. Each is its length, four letters, content and a checksum. Source: PNG 3rd edition, 5.3.</summary>
internal static class PngChunks
{
    /// <summary>Bytes before the first chunk.</summary>
    internal const int SignatureLength = 8;

    /// <summary>Bytes of a chunk beside its content.</summary>
    internal const int FrameLength = 12;

    /// <summary>Reads the chunk at a position, and moves that on to the next; false where none is whole.</summary>
    internal static bool TryRead(ReadOnlySpan<byte> png, ref int position, out ReadOnlySpan<byte> name, out ReadOnlySpan<byte> content)
    {
        name = default;
        content = default;
        if (png.Length - position < FrameLength)
        {
            return false;
        }

        var length = BinaryPrimitives.ReadUInt32BigEndian(png[position..]);
        if (length > png.Length - position - FrameLength)
        {
            return false;
        }

        name = png.Slice(position + 4, 4);
        content = png.Slice(position + 8, (int)length);
        position += (int)length + FrameLength;
        return true;
    }
}
