using System.Buffers.Binary;
using System.IO.Compression;

namespace FakeProfileDetector.SkiaSharp.Tests;

/// <summary>Small files of large pictures, without content, in the kinds that cost a codec most.</summary>
internal static class HostilePictures
{
    /// <summary>A JPEG: one scan is baseline, more are progressive, and all but the first repeat an empty one.</summary>
    internal static byte[] Jpeg(int width, int height, int components, int scans = 1, byte sampling = 0x11)
    {
        var blocks = ((width + 7) / 8) * ((height + 7) / 8);
        var bits = new List<byte>([0xFF, 0xD8]);
        bits.AddRange(Segment(0xDB, [0, .. Enumerable.Repeat((byte)1, 64)]));
        bits.AddRange(Segment(
            scans == 1 ? (byte)0xC0 : (byte)0xC2,
            [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, (byte)components,
                .. Enumerable.Range(1, components).SelectMany(id => new byte[] { (byte)id, id == 1 ? sampling : (byte)0x11, 0 })]));

        // Tables of a single code, one bit long: no difference for DC; end of block, or of 2^14 blocks and more, for AC.
        bits.AddRange(Segment(0xC4, [0x00, 1, .. new byte[15], 0x00]));
        bits.AddRange(Segment(0xC4, [0x10, 1, .. new byte[15], scans == 1 ? (byte)0x00 : (byte)0xE0]));
        bits.AddRange(Segment(
            0xDA,
            [(byte)components, .. Enumerable.Range(1, components).SelectMany(id => new byte[] { (byte)id, 0 }), 0, scans == 1 ? (byte)63 : (byte)0, 0]));
        bits.AddRange(new byte[(blocks * components * (scans == 1 ? 2 : 1) / 8) + 1]);
        for (var scan = 1; scan < scans; scan++)
        {
            bits.AddRange(Segment(0xDA, [1, (byte)(1 + (scan % components)), 0, 1, 63, 0]));

            // Fifteen zero bits cover 2^14 blocks.
            bits.AddRange(new byte[(((blocks / 16384) + 1) * 15 / 8) + 1]);
        }

        return [.. bits, 0xFF, 0xD9];
    }

    /// <summary>An RGBA PNG.</summary>
    internal static byte[] Png(int width, int height, byte bitDepth, bool interlaced)
    {
        // Where the seven passes begin and how far apart their pixels are.
        (int X, int Y, int StepX, int StepY)[] passes = interlaced
            ? [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
            : [(0, 0, 1, 1)];
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            foreach (var (x, y, stepX, stepY) in passes)
            {
                var row = new byte[1 + ((width - x + stepX - 1) / stepX * 4 * bitDepth / 8)];
                for (var at = y; at < height; at += stepY)
                {
                    zlib.Write(row);
                }
            }
        }

        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9], header[12]) = (bitDepth, 6, interlaced ? (byte)1 : (byte)0);
        return
        [
            0x89, .. "PNG\r\n\u001a\n"u8,
            .. Pictures.PngChunk("IHDR", header), .. Pictures.PngChunk("IDAT", compressed.ToArray()), .. Pictures.PngChunk("IEND", []),
        ];
    }

    /// <summary>A BMP with eight bits a pixel, run-length encoded.</summary>
    internal static byte[] RunLengthBmp(int width, int height)
    {
        var row = Enumerable.Range(0, (width + 254) / 255).SelectMany(run => new byte[] { (byte)Math.Min(255, width - (run * 255)), 0 });
        byte[] pixels = [.. Enumerable.Repeat<byte[]>([.. row, 0, 0], height).SelectMany(bytes => bytes), 0, 1];
        var file = new byte[54 + 1024 + pixels.Length];
        "BM"u8.CopyTo(file);
        pixels.CopyTo(file, 54 + 1024);
        var header = file.AsSpan();
        BinaryPrimitives.WriteInt32LittleEndian(header[2..], file.Length);
        BinaryPrimitives.WriteInt32LittleEndian(header[10..], 54 + 1024);
        BinaryPrimitives.WriteInt32LittleEndian(header[14..], 40);
        BinaryPrimitives.WriteInt32LittleEndian(header[18..], width);
        BinaryPrimitives.WriteInt32LittleEndian(header[22..], height);
        (header[26], header[28], header[30]) = (1, 8, 1);
        BinaryPrimitives.WriteInt32LittleEndian(header[34..], pixels.Length);
        return file;
    }

    private static byte[] Segment(byte marker, byte[] content) =>
        [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];
}
