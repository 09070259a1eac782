namespace FakeProfileDetector.Jpeg;

/// <summary>Decodes the scans of a progressive frame. Source: ITU-T T.81, annex G.</summary>
internal static class ProgressiveScan
{
    /// <summary>Decodes a scan of constant coefficients, which may hold all components.</summary>
    internal static void DecodeConstants(
        in ScanHeader scan, JpegFrame frame, JpegTables tables, ref EntropyData data, LumaCoefficients luma, ref ColourMeter colours, CancellationToken cancellationToken)
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
                    DecodeConstants(ref reader, scan, ref plan[i], x, y, luma, ref colours);
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

                var block = luma.Block(index);
                if (scan.High > 0)
                {
                    endedBlocks = Refine(ref reader, table, scan, block, endedBlocks);
                }
                else if (endedBlocks > 0)
                {
                    endedBlocks--;
                }
                else
                {
                    endedBlocks = ReadBand(ref reader, table, scan, block);
                }

                if (reader.IsOverrun)
                {
                    throw data.Ended();
                }
            }
        }
    }

    private static void DecodeConstants(
        ref BitReader reader, in ScanHeader scan, ref UnitPart part, int x, int y, LumaCoefficients luma, ref ColourMeter colours)
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
                        colours.Add(bits * part.ConstantStep);
                    }
                }

                if (part.IsLuma && column < part.BlocksAcross && row < part.BlocksDown)
                {
                    luma.Block((row * part.BlocksAcross) + column)[0] |= (short)bits;
                }
            }
        }
    }

    /// <summary>Reads a band of a block for the first time.</summary>
    /// <returns>How many blocks after this one end before they begin.</returns>
    private static int ReadBand(ref BitReader reader, HuffmanTable table, in ScanHeader scan, Span<short> block)
    {
        var order = ZigZag.ToNatural;
        for (var k = scan.First; k <= scan.Last;)
        {
            var entry = table.Coefficients[(int)(BitReader.Window(reader.Data, reader.Position) >> HuffmanTable.LookupShift)];
            int value;
            if (entry != 0)
            {
                reader.Position += entry & 0xFF;
                k += (entry >> 8) & 0xFF;
                value = entry >> 16;
            }
            else
            {
                var symbol = reader.TakeSymbol(table);
                var (run, size) = (symbol >> 4, symbol & 15);
                if (size == 0 && run < 15)
                {
                    return EndedBlocks(ref reader, run) - 1;
                }

                k += run;
                value = size == 0 ? 0 : HuffmanTable.Extend(reader.Take(size), size);
            }

            if (k > scan.Last)
            {
                throw JpegFormatException.Corrupt("a run of zeros leads out of its band");
            }

            block[order[k++]] = (short)(value << scan.Low);
        }

        return 0;
    }

    /// <summary>Adds one bit to the coefficients of a band.</summary>
    /// <returns>How many blocks after this one bring no new coefficients.</returns>
    private static int Refine(ref BitReader reader, HuffmanTable table, in ScanHeader scan, Span<short> block, int endedBlocks)
    {
        var order = ZigZag.ToNatural;
        var one = (short)(1 << scan.Low);
        var k = scan.First;
        while (endedBlocks == 0 && k <= scan.Last)
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
            k = RefineRun(ref reader, scan, block, k, run);
            if (k <= scan.Last)
            {
                if (value != 0)
                {
                    block[order[k]] = (short)value;
                }

                k++;
            }
        }

        if (endedBlocks == 0)
        {
            return 0;
        }

        RefineRun(ref reader, scan, block, k, ZigZag.BlockSize);
        return endedBlocks - 1;
    }

    /// <summary>Corrects the known coefficients on the way over a number of unknown ones.</summary>
    /// <returns>The next unknown coefficient, or the one behind the band.</returns>
    private static int RefineRun(ref BitReader reader, in ScanHeader scan, Span<short> block, int k, int run)
    {
        var order = ZigZag.ToNatural;
        var one = 1 << scan.Low;
        for (; k <= scan.Last; k++)
        {
            ref var known = ref block[order[k]];
            if (known == 0)
            {
                if (run-- == 0)
                {
                    break;
                }
            }
            else if (reader.Take(1) != 0 && (known & one) == 0)
            {
                known += (short)(known > 0 ? one : -one);
            }
        }

        return k;
    }

    private static int EndedBlocks(ref BitReader reader, int bits) => (1 << bits) + reader.Take(bits);
}
