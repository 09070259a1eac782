using System.Runtime.CompilerServices;

namespace FakeProfileDetector.Photos.Jpeg;

/// <summary>Reads the blocks of a sequential scan: the hottest loops of the decoder.</summary>
/// <remarks>Source: ITU-T T.81, F.2.2.</remarks>
internal static class BlockReader
{
    // A code and the value behind it.
    private const int MaximumBits = 31;

    /// <summary>Reads the difference of a constant coefficient.</summary>
    internal static int ReadDifference(ref BitReader reader, HuffmanTable table)
    {
        var entry = Unsafe.Add(ref table.FirstCoefficient, (nint)(BitReader.Window(reader.Data, reader.Position) >> HuffmanTable.LookupShift));
        if (entry == 0)
        {
            return ReadLongDifference(ref reader, table);
        }

        reader.Position += entry & 0xFF;
        return entry >> 16;
    }

    /// <summary>Reads a block of luma, its coefficients multiplied by their quantization steps.</summary>
    /// <param name="reader">The stream.</param>
    /// <param name="part">The component.</param>
    /// <param name="block">The first coefficient of a block in a <see cref="CoefficientPair"/>, all zero but for it; receives them.</param>
    /// <returns>Whether there is any beside the constant.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static bool ReadBlock(ref BitReader reader, ref UnitPart part, ref short block)
    {
        var data = reader.Data;
        var position = reader.Position;
        ref var pairs = ref part.Ac.FirstPair;
        ref var steps = ref part.Quantization.FirstEntry;

        var window = BitReader.Window(data, position);
        var entry = Unsafe.Add(ref part.Dc.FirstCoefficient, (nint)(window >> HuffmanTable.LookupShift));
        if (entry == 0)
        {
            part.Prediction += ReadLongDifference(ref reader, part.Dc);
            position = reader.Position;
            window = BitReader.Window(data, position);
        }
        else
        {
            part.Prediction += entry >> 16;
            position += entry & 0xFF;
            window <<= entry;
        }

        block = (short)part.Constant;
        var k = 1;
        while (true)
        {
            // Four lookups of at most eleven bits a window: the loads that depend on each other are what costs.
            if (!TryReadPair(ref window, ref position, ref k, ref pairs, ref steps, ref block))
            {
                reader.Position = position;
                k = ReadLongCoefficient(ref reader, ref part, ref block, k);
                position = reader.Position;
            }
            else
            {
                _ = k < HuffmanTable.PairsEnd && TryReadPair(ref window, ref position, ref k, ref pairs, ref steps, ref block)
                    && k < HuffmanTable.PairsEnd && TryReadPair(ref window, ref position, ref k, ref pairs, ref steps, ref block)
                    && k < HuffmanTable.PairsEnd && TryReadPair(ref window, ref position, ref k, ref pairs, ref steps, ref block);
            }

            if (k >= HuffmanTable.PairsEnd)
            {
                break;
            }

            window = BitReader.Window(data, position);
        }

        reader.Position = position;
        if (k <= HuffmanTable.EndOfBlock)
        {
            ReadLastCoefficients(ref reader, ref part, ref block, k);
        }

        return k != 1 + HuffmanTable.EndOfBlock + 1;
    }

    /// <summary>Passes over coefficients without their values.</summary>
    /// <param name="reader">The stream.</param>
    /// <param name="table">Prepared for <see cref="HuffmanUse.Ac"/>.</param>
    /// <param name="k">The first to pass over.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void SkipCoefficients(ref BitReader reader, HuffmanTable table, int k)
    {
        var data = reader.Data;
        var position = reader.Position;
        ref var pairs = ref table.FirstSkippedPair;
        while (k < HuffmanTable.PairsEnd)
        {
            var window = BitReader.Window(data, position);
            var used = 0;
            do
            {
                int entry = Unsafe.Add(ref pairs, (nint)(window >> HuffmanTable.LookupShift));
                if (entry == 0)
                {
                    entry = LongSkip(table, window);
                }

                window <<= entry;
                used += entry & 0xFF;
                k += entry >> 8;
            }
            while (k < HuffmanTable.PairsEnd && used <= BitReader.WindowBits - MaximumBits);

            position += used;
        }

        while (k < ZigZag.BlockSize)
        {
            var entry = LongSkip(table, BitReader.Window(data, position));
            position += entry & 0xFF;
            k += entry >> 8;
        }

        reader.Position = position;
        CheckEnd(k);
    }

    /// <summary>Reads coefficients that one lookup yields, one or two; false when it yields none, and then nothing is read.</summary>
    /// <remarks>
    /// The indices need no check: a window shifted down is within the lookup; k is at most 63 and what is added to it at most 127,
    /// and there are 256 steps; places are at most the spare one whatever the file says.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryReadPair(ref ulong window, ref long position, ref int k, ref long pairs, ref int steps, ref short block)
    {
        var entry = Unsafe.Add(ref pairs, (nint)(window >> HuffmanTable.LookupShift));
        if (entry == 0)
        {
            return false;
        }

        window <<= (int)entry;
        position += (byte)entry;
        var first = Unsafe.Add(ref steps, (nint)(uint)(k + (byte)(entry >> 8)));
        var second = Unsafe.Add(ref steps, (nint)(uint)(k + (byte)(entry >> 16)));
        k += (byte)(entry >> 24);
        Unsafe.Add(ref block, (nint)(uint)first >> 16) = (short)((int)(entry >> 32) * (first & 0xFFFF));
        Unsafe.Add(ref block, (nint)(uint)second >> 16) = (short)((int)(entry >> 48) * (second & 0xFFFF));
        return true;
    }

    /// <summary>Reads one by one what comes so late that a pair might lead into the next block.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ReadLastCoefficients(ref BitReader reader, ref UnitPart part, ref short block, int k)
    {
        while (k < ZigZag.BlockSize)
        {
            k = ReadLongCoefficient(ref reader, ref part, ref block, k);
        }

        CheckEnd(k);
    }

    private static void CheckEnd(int k)
    {
        if (k is > ZigZag.BlockSize and <= HuffmanTable.EndOfBlock)
        {
            throw JpegFormatException.Corrupt("a run of zeros leads out of its block");
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int ReadLongDifference(ref BitReader reader, HuffmanTable table)
    {
        var size = reader.TakeSymbol(table);
        if (size > 15)
        {
            throw JpegFormatException.Corrupt("a brightness difference of more than 15 bits");
        }

        return size == 0 ? 0 : HuffmanTable.Extend(reader.Take(size), size);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int ReadLongCoefficient(ref BitReader reader, ref UnitPart part, ref short block, int k)
    {
        var symbol = reader.TakeSymbol(part.Ac);
        var (run, size) = (symbol >> 4, symbol & 15);
        if (size == 0)
        {
            return run == 15 ? k + 16 : k + HuffmanTable.EndOfBlock + 1;
        }

        k += run;
        var step = part.Quantization.Entries[k];
        Unsafe.Add(ref block, step >> 16) = (short)(HuffmanTable.Extend(reader.Take(size), size) * (step & 0xFFFF));
        return k + 1;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int LongSkip(HuffmanTable table, ulong window)
    {
        var symbol = table.ReadSymbol(window, out var length);
        var (run, size) = (symbol >> 4, symbol & 15);
        var passed = size == 0 && run != 15 ? HuffmanTable.EndOfBlock : run + 1;
        return (passed << 8) | (length + size);
    }
}
