using System.Buffers.Binary;
using System.IO.Hashing;

namespace FakeProfileDetector.SkiaSharp;

/// <summary>Takes the frames of an animated PNG apart, each as a PNG of its own. Source: PNG 3rd edition, 11.3.6.</summary>
/// <remarks>
/// The default image is a frame only where a frame's header (<c>fcTL</c>) stands before it; else browsers never show it, and
/// it may be a decoy. Frames that cover a part of the canvas only are passed over.
/// </remarks>
internal static class AnimatedPng
{
    // The chunk IHDR, of a fixed length, is the first one.
    private const int HeaderEnd = PngChunks.SignatureLength + PngChunks.FrameLength + 13;

    /// <summary>Whether there is an animation.</summary>
    internal static bool IsAnimated(ReadOnlySpan<byte> png)
    {
        for (var position = PngChunks.SignatureLength; PngChunks.TryRead(png, ref position, out var name, out _);)
        {
            if (name.SequenceEqual("acTL"u8))
            {
                return true;
            }

            if (name.SequenceEqual("IDAT"u8))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>The frame that covers the whole canvas and is the one with this number among those; null where there is none.</summary>
    internal static byte[]? TryGetFrame(ReadOnlySpan<byte> png, int number)
    {
        if (png.Length < HeaderEnd)
        {
            return null;
        }

        var still = new MemoryStream();
        still.Write(png[..HeaderEnd]);
        var size = png.Slice(PngChunks.SignatureLength + 8, 8);
        var (whole, isWanted, hasData) = (-1, false, false);
        for (var position = HeaderEnd; PngChunks.TryRead(png, ref position, out var name, out var content);)
        {
            if (name.SequenceEqual("fcTL"u8))
            {
                if (hasData)
                {
                    break;
                }

                // Sequence number, size, place.
                var isWhole = content.Length >= 20 && content.Slice(4, 8).SequenceEqual(size) && content.Slice(12, 8).IndexOfAnyExcept((byte)0) < 0;
                whole += isWhole ? 1 : 0;
                isWanted = isWhole && whole == number;
            }
            else if (name.SequenceEqual("IDAT"u8))
            {
                hasData |= TryWriteData(still, isWanted, content);
            }
            else if (name.SequenceEqual("fdAT"u8))
            {
                hasData |= content.Length > 4 && TryWriteData(still, isWanted, content[4..]);
            }
            else if (!hasData && whole < 0 && !name.SequenceEqual("acTL"u8))
            {
                // Palette, transparency, orientation.
                WriteChunk(still, name, content);
            }
        }

        if (!hasData)
        {
            return null;
        }

        WriteChunk(still, "IEND"u8, []);
        return still.ToArray();
    }

    private static bool TryWriteData(MemoryStream still, bool isWanted, ReadOnlySpan<byte> data)
    {
        if (isWanted)
        {
            WriteChunk(still, "IDAT"u8, data);
        }

        return isWanted;
    }

    private static void WriteChunk(MemoryStream png, ReadOnlySpan<byte> name, ReadOnlySpan<byte> content)
    {
        var checksum = new Crc32();
        checksum.Append(name);
        checksum.Append(content);
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(number, (uint)content.Length);
        png.Write(number);
        png.Write(name);
        png.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, checksum.GetCurrentHashAsUInt32());
        png.Write(number);
    }
}
