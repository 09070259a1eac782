namespace FakeProfileDetector.Jpeg;

/// <summary>Decodes a scan of a baseline or extended sequential frame. Source: ITU-T T.81, F.2.</summary>
internal static class SequentialScan
{
    /// <summary>Decodes what the scan holds: luma into the plane, colours into a verdict whether there are any.</summary>
    internal static void Decode(
        in ScanHeader scan, JpegFrame frame, JpegTables tables, ref EntropyData data, LumaBlocks luma, ref ColourMeter colours, CancellationToken cancellationToken)
    {
        var plan = new UnitPlan(scan, frame, tables);
        var block = default(CoefficientBlock);
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
                    ref var part = ref plan[i];
                    if (part.IsLuma)
                    {
                        DecodeLuma(ref reader, ref part, x, y, luma, ref block);
                    }
                    else
                    {
                        DecodeColour(ref reader, ref part, ref colours);
                    }
                }

                if (reader.IsOverrun)
                {
                    throw data.Ended();
                }
            }
        }
    }

    private static void DecodeLuma(ref BitReader reader, ref UnitPart part, int x, int y, LumaBlocks luma, ref CoefficientBlock block)
    {
        for (var v = 0; v < part.Down; v++)
        {
            var row = (y * part.Down) + v;
            for (var h = 0; h < part.Across; h++)
            {
                var column = (x * part.Across) + h;
                part.Prediction += BlockReader.ReadDifference(ref reader, part.Dc);
                var constant = part.Prediction * part.ConstantStep;
                if (luma.Scale == 8 || column >= part.BlocksAcross || row >= part.BlocksDown)
                {
                    BlockReader.SkipCoefficients(ref reader, part.Ac, 1);
                    if (column < part.BlocksAcross && row < part.BlocksDown)
                    {
                        luma.PutFlat(column, row, constant);
                    }

                    continue;
                }

                if (BlockReader.ReadCoefficients(ref reader, part.Ac, part.Quantization, ref block))
                {
                    block[0] = constant;
                    luma.Put(column, row, ref block);
                    block = default;
                }
                else
                {
                    luma.PutFlat(column, row, constant);
                }
            }
        }
    }

    private static void DecodeColour(ref BitReader reader, ref UnitPart part, ref ColourMeter colours)
    {
        for (var i = part.Across * part.Down; i > 0; i--)
        {
            part.Prediction += BlockReader.ReadDifference(ref reader, part.Dc);
            colours.Add(part.Prediction * part.ConstantStep);
            BlockReader.SkipCoefficients(ref reader, part.Ac, 1);
        }
    }
}
