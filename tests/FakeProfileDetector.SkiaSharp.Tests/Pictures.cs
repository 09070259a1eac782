using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using SkiaSharp;

namespace FakeProfileDetector.SkiaSharp.Tests;

/// <summary>Image files made for one test each: encoded by SkiaSharp, or byte by byte where it has no encoder.</summary>
internal static class Pictures
{
    internal static byte[] Encode(int width, int height, Func<int, int, SKColor> pixel, SKEncodedImageFormat format, int quality = 100)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                bitmap.SetPixel(x, y, pixel(x, y));
            }
        }

        using var data = bitmap.Encode(format, quality);
        return data.ToArray();
    }

    internal static byte[] Png(int width, int height, Func<int, int, SKColor> pixel) =>
        Encode(width, height, pixel, SKEncodedImageFormat.Png);

    internal static SKColor Gray(int luma) => new((byte)luma, (byte)luma, (byte)luma);

    /// <summary>Detailed enough that a half of the file is not the whole picture.</summary>
    internal static SKColor Noise(int x, int y) => Gray((int)((((uint)x * 2654435761) ^ ((uint)y * 2246822519)) >> 16) & 255);

    /// <summary>A GIF with four grays as palette and one palette index a pixel; every frame covers the screen.</summary>
    internal static byte[] Gif(int width, int height, byte[] palette, params byte[][] frames)
    {
        var file = new List<byte>([.. "GIF89a"u8, .. LittleEndian(width), .. LittleEndian(height), 0b1000_0001, 0, 0]);
        file.AddRange(palette.SelectMany(gray => new[] { gray, gray, gray }));
        foreach (var frame in frames)
        {
            file.AddRange([0x21, 0xF9, 4, 0, 10, 0, 0, 0]);
            file.AddRange([0x2C, 0, 0, 0, 0, .. LittleEndian(width), .. LittleEndian(height), 0]);
            var data = GifCodes(frame);
            file.AddRange([2, .. data.Chunk(byte.MaxValue).SelectMany(block => new[] { (byte)block.Length }.Concat(block)), 0]);
        }

        return [.. file, 0x3B];
    }

    /// <summary>The thirteen bytes that state a GIF's size, and nothing after them.</summary>
    internal static byte[] GifHeader(int width, int height) => [.. "GIF89a"u8, .. LittleEndian(width), .. LittleEndian(height), 0, 0, 0];

    /// <summary>An animated WebP of one frame that covers the canvas.</summary>
    internal static byte[] AnimatedWebP(int width, int height, Func<int, int, SKColor> pixel)
    {
        var still = Encode(width, height, pixel, SKEncodedImageFormat.Webp, 80);

        // Skia writes an extended header where it has a color profile or the like to tell; the frame wants the picture's chunk alone.
        var picture = still.AsSpan(12);
        while (!picture.StartsWith("VP8 "u8) && !picture.StartsWith("VP8L"u8))
        {
            picture = picture[(8 + ((BitConverter.ToInt32(picture[4..]) + 1) & ~1))..];
        }

        picture = picture[..(8 + ((BitConverter.ToInt32(picture[4..]) + 1) & ~1))];
        byte[] size = [.. LittleEndian(width - 1), 0, .. LittleEndian(height - 1), 0];
        byte[] frame = [0, 0, 0, 0, 0, 0, .. size, 100, 0, 0, 0, .. picture];
        byte[] chunks =
        [
            .. "WEBPVP8X"u8, 10, 0, 0, 0, 2, 0, 0, 0, .. size,
            .. "ANIM"u8, 6, 0, 0, 0, 255, 255, 255, 255, 0, 0,
            .. "ANMF"u8, .. BitConverter.GetBytes(frame.Length), .. frame,
        ];
        return [.. "RIFF"u8, .. BitConverter.GetBytes(chunks.Length), .. chunks];
    }

    /// <summary>A BMP with 24 bits a pixel.</summary>
    internal static byte[] Bmp(int width, int height, Func<int, int, SKColor> pixel)
    {
        var stride = ((width * 3) + 3) / 4 * 4;
        var file = new byte[54 + (stride * height)];
        "BM"u8.CopyTo(file);
        var header = file.AsSpan();
        BinaryPrimitives.WriteInt32LittleEndian(header[2..], file.Length);
        BinaryPrimitives.WriteInt32LittleEndian(header[10..], 54);
        BinaryPrimitives.WriteInt32LittleEndian(header[14..], 40);
        BinaryPrimitives.WriteInt32LittleEndian(header[18..], width);
        BinaryPrimitives.WriteInt32LittleEndian(header[22..], height);
        header[26] = 1;
        header[28] = 24;
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                // The bottom row comes first, and blue before red.
                var color = pixel(x, height - 1 - y);
                var at = 54 + (y * stride) + (x * 3);
                (file[at], file[at + 1], file[at + 2]) = (color.Blue, color.Green, color.Red);
            }
        }

        return file;
    }

    /// <summary>A PNG whose header states a size, with hardly a pixel behind it.</summary>
    internal static byte[] PngHeader(int width, int height) =>
        Png(width, height, bitDepth: 8, [0x78, 0x9C, 0x63, 0x00, 0x00, 0x00, 0x01, 0x00, 0x01]);

    /// <summary>A complete black PNG with one bit a pixel: a file of a few kilobytes that fills any memory.</summary>
    internal static byte[] BlackPng(int width, int height)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            // One byte in front of every row names its filter: none.
            var row = new byte[1 + ((width + 7) / 8)];
            for (var y = 0; y < height; y++)
            {
                zlib.Write(row);
            }
        }

        return Png(width, height, bitDepth: 1, compressed.ToArray());
    }

    /// <summary>Puts EXIF with an orientation into a JPEG, PNG or WebP.</summary>
    internal static byte[] WithOrientation(byte[] encoded, int orientation, bool bigEndian = false) =>
        WithExif(encoded, Tiff(orientation, bigEndian));

    /// <summary>Puts EXIF where the format has it.</summary>
    internal static byte[] WithExif(byte[] encoded, byte[] tiff) => encoded[0] switch
    {
        // Behind the start marker of a JPEG; behind signature and header of a PNG.
        0xFF => [.. encoded[..2], 0xFF, 0xE1, 0, (byte)(2 + 6 + tiff.Length), .. "Exif\0\0"u8, .. tiff, .. encoded[2..]],
        0x89 => [.. encoded[..33], .. PngChunk("eXIf", tiff), .. encoded[33..]],
        _ => WebPWithExif(encoded, tiff),
    };

    /// <summary>One directory with one entry: tag 0x0112, type SHORT, one value.</summary>
    internal static byte[] Tiff(int orientation, bool bigEndian = false) => bigEndian
        ? [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0]
        : [.. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0, 0, 0, 0, 0];

    private static byte[] WebPWithExif(byte[] encoded, byte[] tiff)
    {
        // The extended header in front states flags (EXIF) and the size less one in 24 bits each.
        using var codec = SKCodec.Create(new SKMemoryStream(encoded));
        var (width, height) = (codec.Info.Width - 1, codec.Info.Height - 1);
        byte[] chunks =
        [
            .. "WEBPVP8X"u8, 10, 0, 0, 0, 8, 0, 0, 0, .. LittleEndian(width), 0, .. LittleEndian(height), 0,
            .. encoded[12..], .. "EXIF"u8, (byte)tiff.Length, 0, 0, 0, .. tiff,
        ];
        return [.. "RIFF"u8, .. BitConverter.GetBytes(chunks.Length), .. chunks];
    }

    private static byte[] Png(int width, int height, byte bitDepth, byte[] pixels)
    {
        var size = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(size, width);
        BinaryPrimitives.WriteInt32BigEndian(size.AsSpan(4), height);
        return
        [
            0x89, .. "PNG\r\n\u001a\n"u8,
            .. PngChunk("IHDR", [.. size, bitDepth, 0, 0, 0, 0]),
            .. PngChunk("IDAT", pixels),
            .. PngChunk("IEND", []),
        ];
    }

    private static byte[] LittleEndian(int value) => [(byte)value, (byte)(value >> 8)];

    /// <summary>LZW without compression: three bits a code, and a clear code (4) before codes would grow to four bits.</summary>
    private static byte[] GifCodes(byte[] pixels)
    {
        var codes = pixels.SelectMany((pixel, i) => i % 2 == 0 ? new[] { 4, pixel } : [pixel]).Append(5).ToList();
        var bytes = new byte[((codes.Count * 3) + 7) / 8];
        for (var bit = 0; bit < codes.Count * 3; bit++)
        {
            bytes[bit / 8] |= (byte)(((codes[bit / 3] >> (bit % 3)) & 1) << (bit % 8));
        }

        return bytes;
    }

    internal static byte[] PngChunk(string type, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. content];
        var chunk = new byte[named.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        named.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(named.Length + 4), Crc(named));
        return chunk;
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
            }
        }

        return ~crc;
    }
}
