using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace FakeProfileDetector.Testing.Fuzzing.Mutation;

/// <summary>Changes to the chunks of a PNG: lengths, order, header, content below the compression, with right or wrong checksums.</summary>
internal static class PngMutations
{
    private const int Signature = 8;
    private const int Content = 8;
    private const int Checksum = 4;
    private const int MostPixelBytes = 1 << 20;

    private static readonly string[] Kinds = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "eXIf", "acTL", "fcTL", "fdAT", "zTXt"];

    internal static byte[]? Apply(byte[] input, Random random)
    {
        var chunks = Chunks(input);
        if (chunks.Count == 0)
        {
            return null;
        }

        var (start, length) = chunks[random.Next(3) == 0 ? 0 : random.Next(chunks.Count)];
        var chunk = input[start..(start + length)];
        var content = chunk.AsSpan(Content..^Checksum);
        switch (random.Next(7))
        {
            case 0:
                Bytes.PutNumber(chunk, 0, random);
                break;
            case 1:
                Encoding.ASCII.GetBytes(Kinds[random.Next(Kinds.Length)], chunk.AsSpan(4));
                break;
            case 2:
                return [.. input[..start], .. input[(start + length)..]];
            case 3:
                return Bytes.Insert(input, chunks[random.Next(chunks.Count)].Start, chunk);
            case 4 when !content.IsEmpty:
                Bytes.PutNumber(content, random.Next(Math.Min(content.Length, 13)), random);
                break;
            case 5 when content is [0x78, ..]:
                chunk = Recompressed(chunk, random);
                break;
            default:
                Bytes.Scramble(content, random);
                break;
        }

        if (random.Next(4) > 0)
        {
            BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(chunk.Length - Checksum), Crc32.HashToUInt32(chunk.AsSpan(4..^Checksum)));
        }

        return [.. input[..start], .. chunk, .. input[(start + length)..]];
    }

    private static List<(int Start, int Length)> Chunks(byte[] input)
    {
        var chunks = new List<(int, int)>();
        for (var at = Signature; at + Content + Checksum <= input.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(input.AsSpan(at));
            if (length > input.Length - at - Content - Checksum)
            {
                break;
            }

            chunks.Add((at, (int)length + Content + Checksum));
            at += (int)length + Content + Checksum;
        }

        return chunks;
    }

    /// <summary>Changes filters and pixels below the compression; the chunk itself when it does not inflate.</summary>
    private static byte[] Recompressed(byte[] chunk, Random random)
    {
        var rows = new byte[MostPixelBytes];
        var count = 0;
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(chunk[Content..^Checksum]), CompressionMode.Decompress);
            count = zlib.ReadAtLeast(rows, rows.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException)
        {
            return chunk;
        }

        Bytes.Scramble(rows.AsSpan(0, count), random);
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(rows, 0, count);
        }

        byte[] changed = [.. chunk[..Content], .. compressed.ToArray(), .. new byte[Checksum]];
        BinaryPrimitives.WriteUInt32BigEndian(changed, (uint)compressed.Length);
        return changed;
    }
}
