using System.Buffers.Binary;

namespace FakeProfileDetector.Photos.Jpeg;

/// <summary>The tables that a file defines and its scans use; kept by a thread from photo to photo.</summary>
/// <threadsafety>For one thread at a time.</threadsafety>
internal sealed class JpegTables
{
    private const int Slots = 4;

    private readonly HuffmanTable?[] _dc = new HuffmanTable?[Slots];
    private readonly HuffmanTable?[] _ac = new HuffmanTable?[Slots];
    private readonly QuantizationTable?[] _quantization = new QuantizationTable?[Slots];

    private readonly QuantizationTable _kept = new();

    /// <summary>Units between restart markers; 0 without.</summary>
    internal int RestartInterval { get; private set; }

    /// <summary>Forgets what the last file defined, but not the lookups built for it.</summary>
    internal void Reset()
    {
        RestartInterval = 0;
        for (var slot = 0; slot < Slots; slot++)
        {
            _dc[slot]?.IsDefined = false;
            _ac[slot]?.IsDefined = false;
            _quantization[slot]?.IsDefined = false;
        }
    }

    /// <summary>A table for constant coefficients, ready for use.</summary>
    internal HuffmanTable Dc(int slot) => Prepared(_dc[slot], HuffmanUse.Dc);

    /// <summary>A table for the other coefficients, ready for use.</summary>
    internal HuffmanTable Ac(int slot, HuffmanUse use) => Prepared(_ac[slot], use);

    /// <summary>The quantization steps of a component.</summary>
    internal QuantizationTable Quantization(int slot) => _quantization[slot] is { IsDefined: true } table
        ? table
        : throw JpegFormatException.Corrupt("a quantization table is missing");

    /// <summary>A copy of the same, which the file cannot redefine; the next copy replaces it.</summary>
    internal QuantizationTable KeptQuantization(int slot)
    {
        _kept.CopyFrom(Quantization(slot));
        return _kept;
    }

    /// <summary>Reads the content of a DHT segment.</summary>
    internal void DefineHuffman(ReadOnlySpan<byte> content)
    {
        while (content.Length > 16)
        {
            var (kind, slot) = (content[0] >> 4, content[0] & 15);
            var counts = content.Slice(1, 16);
            var total = 0;
            foreach (var count in counts)
            {
                total += count;
            }

            if (kind > 1 || slot >= Slots || total > 256 || content.Length < 17 + total)
            {
                throw JpegFormatException.Corrupt("a Huffman table is malformed");
            }

            var tables = kind == 0 ? _dc : _ac;
            (tables[slot] ??= new()).Define(counts, content.Slice(17, total));
            content = content[(17 + total)..];
        }
    }

    /// <summary>Reads the content of a DQT segment.</summary>
    internal void DefineQuantization(ReadOnlySpan<byte> content)
    {
        while (!content.IsEmpty)
        {
            var (isWide, slot) = (content[0] >> 4 != 0, content[0] & 15);
            var size = isWide ? 2 * ZigZag.BlockSize : ZigZag.BlockSize;
            if (slot >= Slots || content.Length < 1 + size)
            {
                throw JpegFormatException.Corrupt("a quantization table is malformed");
            }

            var table = _quantization[slot] ??= new();
            for (var k = 0; k < ZigZag.BlockSize; k++)
            {
                table.Set(k, isWide ? BinaryPrimitives.ReadUInt16BigEndian(content.Slice(1 + (2 * k), 2)) : content[1 + k]);
            }

            content = content[(1 + size)..];
        }
    }

    /// <summary>Reads the content of a DRI segment.</summary>
    internal void DefineRestartInterval(ReadOnlySpan<byte> content) => RestartInterval = content.Length == 2
        ? BinaryPrimitives.ReadUInt16BigEndian(content)
        : throw JpegFormatException.Corrupt("the restart interval is malformed");

    private static HuffmanTable Prepared(HuffmanTable? table, HuffmanUse use)
    {
        if (table is not { IsDefined: true })
        {
            throw JpegFormatException.Corrupt("a Huffman table is missing");
        }

        table.Prepare(use);
        return table;
    }
}
