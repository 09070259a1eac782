using System.Numerics;
using System.Runtime.CompilerServices;

namespace FakeProfileDetector.Photos.Jpeg;

/// <summary>Decodes the scans of a progressive frame. Source: ITU-T T.81, annex G.</summary>
internal static class ProgressiveScan
{
    /// <summary>Decodes a scan of constant coefficients, which may hold all components.</summary>
    internal static void DecodeConstants(
        in ScanHeader scan, JpegFrame frame, JpegTables tables, ref EntropyData data, LumaCoefficients luma, ref ColorMeter colors, CancellationToken cancellationToken)
    {
        var plan = new UnitPlan(scan, frame, tables, readsLuma: true);
        var reader = data.Next();
        var restart = tables.RestartInterval;
        var untilRestart = restart;
        for (var y = 0; y < plan.Down; y++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var x = 0; x < plan.Across; x++)
            {
                if (restart > 0 && untilRestart-- == 0)
                {
                    data.PassRestart();
                    reader = data.Next();
                    plan.ResetPredictions();
                    untilRestart = restart - 1;
                }

                for (var i = 0; i < plan.Count; i++)
                {
                    DecodeConstants(ref reader, scan, ref plan[i], x, y, luma, ref colors);
                }

                if (reader.IsOverrun)
                {
                    throw data.Ended();
                }
            }
        }
    }

    /// <summary>Decodes a scan of other coefficients of luma.</summary>
    internal static void DecodeBand(
        in ScanHeader scan, JpegFrame frame, JpegTables tables, ref EntropyData data, LumaCoefficients luma, CancellationToken cancellationToken)
    {
        var table = tables.Ac(scan.Components[0].Ac, HuffmanUse.ProgressiveAc);
        var count = frame.Luma.BlocksAcross * frame.Luma.BlocksDown;
        var restart = tables.RestartInterval == 0 ? count : tables.RestartInterval;
        for (var first = 0; first < count; first += restart)
        {
            if (first > 0)
            {
                data.PassRestart();
            }

            var reader = data.Next();
            var end = Math.Min(count, first + restart);
            var endedBlocks = 0;
            for (var index = first; index < end; index++)
            {
                if (index % frame.Luma.BlocksAcross == 0)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                }

                if (scan.High > 0)
                {
                    endedBlocks = Refine(ref reader, table, scan, luma.Block(index), endedBlocks);
                }
                else if (endedBlocks > 0)
                {
                    endedBlocks--;
                }
                else
                {
                    endedBlocks = ReadBand(ref reader, table, scan, luma.Block(index));
                }

                if (reader.IsOverrun)
                {
                    throw data.Ended();
                }
            }
        }
    }

    private static void DecodeConstants(
        ref BitReader reader, in ScanHeader scan, ref UnitPart part, int x, int y, LumaCoefficients luma, ref ColorMeter colors)
    {
        for (var v = 0; v < part.Down; v++)
        {
            var row = (y * part.Down) + v;
            for (var h = 0; h < part.Across; h++)
            {
                var column = (x * part.Across) + h;
                int bits;
                if (scan.High > 0)
                {
                    bits = reader.Take(1) << scan.Low;
                }
                else
                {
                    part.Prediction += BlockReader.ReadDifference(ref reader, part.Dc);
                    bits = part.Prediction << scan.Low;
                    if (!part.IsLuma)
                    {
                        colors.Add(bits * part.ConstantStep);
                    }
                }

                if (part.IsLuma && column < part.BlocksAcross && row < part.BlocksDown)
                {
                    ref var constant = ref luma.Block((row * part.BlocksAcross) + column)[0];
                    constant = (short)(scan.High > 0 ? (ushort)constant | bits : bits);
                }
            }
        }
    }

    /// <summary>Reads a band of a block for the first time.</summary>
    /// <returns>How many blocks after this one end before they begin.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int ReadBand(ref BitReader reader, HuffmanTable table, in ScanHeader scan, Span<short> block)
    {
        var data = reader.Data;
        var position = reader.Position;
        var (last, low) = (scan.Last, scan.Low);
        var lookup = table.Coefficients;
        var k = scan.First;
        while (k <= last)
        {
            var entry = lookup[(int)(BitReader.Window(data, position) >> HuffmanTable.LookupShift)];
            int value;
            if (entry != 0)
            {
                position += entry & 0xFF;
                k += (entry >> 8) & 0xFF;
                value = entry >> 16;
            }
            else
            {
                reader.Position = position;
                var symbol = reader.TakeSymbol(table);
                var (run, size) = (symbol >> 4, symbol & 15);
                if (size == 0 && run < 15)
                {
                    return EndedBlocks(ref reader, run) - 1;
                }

                k += run;
                value = size == 0 ? 0 : HuffmanTable.Extend(reader.Take(size), size);
                position = reader.Position;
            }

            if (k > last)
            {
                throw JpegFormatException.Corrupt("a run of zeros leads out of its band");
            }

            block[k++] = (short)(value << low);
        }

        reader.Position = position;
        return 0;
    }

    /// <summary>Adds one bit to the coefficients of a band.</summary>
    /// <returns>How many blocks after this one bring no new coefficients.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Refine(ref BitReader reader, HuffmanTable table, in ScanHeader scan, Span<short> block, int endedBlocks)
    {
        var one = (short)(1 << scan.Low);
        var band = (ulong.MaxValue << scan.First) & (ulong.MaxValue >> (ZigZag.BlockSize - 1 - scan.Last));
        var known = LumaCoefficients.NonZero(block) & band;
        var rest = band;
        while (endedBlocks == 0 && rest != 0)
        {
            var symbol = reader.TakeSymbol(table);
            var (run, size) = (symbol >> 4, symbol & 15);
            if (size == 0 && run < 15)
            {
                endedBlocks = EndedBlocks(ref reader, run);
                break;
            }

            // A new coefficient is one bit large whatever its size says; a run of sixteen brings none.
            var value = size == 0 ? 0 : reader.Take(1) != 0 ? one : -one;
            var unknown = rest & ~known;
            for (; run > 0; run--)
            {
                unknown &= unknown - 1;
            }

            // The known ones on the way there are corrected; without a place left, all that remain.
            var place = unknown & (0 - unknown);
            Correct(ref reader, rest & known & (place - 1), block, one);
            rest &= ~((place - 1) | place);
            if (value != 0 && place != 0)
            {
                block[BitOperations.TrailingZeroCount(place)] = (short)value;
            }
        }

        if (endedBlocks == 0)
        {
            return 0;
        }

        Correct(ref reader, rest & known, block, one);
        return endedBlocks - 1;
    }

    /// <summary>Reads a bit for each of the known coefficients and makes them larger where it is set.</summary>
    private static void Correct(ref BitReader reader, ulong known, Span<short> block, short one)
    {
        while (known != 0)
        {
            var count = Math.Min(BitOperations.PopCount(known), 32);
            var bits = (uint)(BitReader.Window(reader.Data, reader.Position) >> (64 - count)) << (32 - count);
            reader.Position += count;
            for (; count > 0; count--, bits <<= 1, known &= known - 1)
            {
                ref var coefficient = ref block[BitOperations.TrailingZeroCount(known)];
                if ((int)bits < 0 && (coefficient & one) == 0)
                {
                    coefficient += (short)(coefficient > 0 ? one : -one);
                }
            }
        }
    }

    private static int EndedBlocks(ref BitReader reader, int bits) => (1 << bits) + reader.Take(bits);
}
