using System.Runtime.CompilerServices;

namespace FakeProfileDetector.Jpeg;

/// <summary>Reads the blocks of a sequential scan: the hottest loops of the decoder.</summary>
/// <remarks>Source: ITU-T T.81, F.2.2.</remarks>
internal static class BlockReader
{
    /// <summary>Reads the difference of a constant coefficient.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int ReadDifference(ref BitReader reader, HuffmanTable table)
    {
        BitReader.Refill(reader.Data, ref reader.Window, ref reader.Available, ref reader.Position);
        var entry = table.Coefficients[(int)(reader.Window >> HuffmanTable.LookupShift)];
        if (entry == 0)
        {
            return ReadLongDifference(ref reader, table);
        }

        reader.Window <<= entry & 0xFF;
        reader.Available -= entry & 0xFF;
        return entry >> 16;
    }

    /// <summary>Reads the other 63 coefficients of a block, multiplied by their quantisation steps.</summary>
    /// <param name="reader">The stream.</param>
    /// <param name="table">Prepared for <see cref="HuffmanUse.Ac"/>.</param>
    /// <param name="quantization">Place and quantisation step of each coefficient.</param>
    /// <param name="block">Natural order, zero but for the constant.</param>
    /// <returns>Whether there was any.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static bool ReadCoefficients(ref BitReader reader, HuffmanTable table, QuantizationTable quantization, ref CoefficientBlock block)
    {
        var data = reader.Data;
        var (window, available, position) = (reader.Window, reader.Available, reader.Position);
        ref var lookup = ref table.FirstCoefficient;
        ref var steps = ref quantization.FirstEntry;
        ref var place = ref block.First;
        var k = 1;
        do
        {
            // Two coefficients of at most eleven bits a refill.
            BitReader.Refill(data, ref window, ref available, ref position);
            var entry = Unsafe.Add(ref lookup, (nint)(window >> HuffmanTable.LookupShift));
            if (entry == 0)
            {
                (reader.Window, reader.Available, reader.Position) = (window, available, position);
                k = ReadLongCoefficient(ref reader, table, quantization, ref block, k);
                (window, available, position) = (reader.Window, reader.Available, reader.Position);
                continue;
            }

            window <<= entry;
            available -= entry & 0xFF;
            k += (entry >> 8) & 0xFF;
            var step = Unsafe.Add(ref steps, (nint)(uint)k);
            k++;
            Unsafe.Add(ref place, (nint)(uint)step >> 16) = (entry >> 16) * (step & 0xFFFF);
            if (k >= ZigZag.BlockSize)
            {
                break;
            }

            entry = Unsafe.Add(ref lookup, (nint)(window >> HuffmanTable.LookupShift));
            if (entry == 0)
            {
                continue;
            }

            window <<= entry;
            available -= entry & 0xFF;
            k += (entry >> 8) & 0xFF;
            step = Unsafe.Add(ref steps, (nint)(uint)k);
            k++;
            Unsafe.Add(ref place, (nint)(uint)step >> 16) = (entry >> 16) * (step & 0xFFFF);
        }
        while (k < ZigZag.BlockSize);

        (reader.Window, reader.Available, reader.Position) = (window, available, position);
        if (k is > ZigZag.BlockSize and <= HuffmanTable.EndOfBlock)
        {
            throw JpegFormatException.Corrupt("a run of zeros leads out of its block");
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
        var (window, available, position) = (reader.Window, reader.Available, reader.Position);
        ref var lookup = ref table.FirstSkip;
        while (k < ZigZag.BlockSize)
        {
            BitReader.Refill(data, ref window, ref available, ref position);
            int entry = Unsafe.Add(ref lookup, (nint)(window >> HuffmanTable.LookupShift));
            if (entry == 0)
            {
                entry = LongSkip(table, window);
            }

            window <<= entry;
            available -= entry & 0xFF;
            k += entry >> 8;
        }

        (reader.Window, reader.Available, reader.Position) = (window, available, position);
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
    private static int ReadLongCoefficient(ref BitReader reader, HuffmanTable table, QuantizationTable quantization, ref CoefficientBlock block, int k)
    {
        var symbol = reader.TakeSymbol(table);
        var (run, size) = (symbol >> 4, symbol & 15);
        if (size == 0)
        {
            return run == 15 ? k + 16 : k + HuffmanTable.EndOfBlock + 1;
        }

        k += run;
        var step = quantization.Entries[k];
        block[step >> 16] = HuffmanTable.Extend(reader.Take(size), size) * (step & 0xFFFF);
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
