namespace FakeProfileDetector.Photos.Jpeg;

/// <summary>Decodes a scan of a baseline or extended sequential frame. Source: ITU-T T.81, F.2.</summary>
internal static class SequentialScan
{
    /// <summary>Decodes what the scan holds: luma into the plane, colors into a verdict whether there are any.</summary>
    internal static void Decode(
        in ScanHeader scan, JpegFrame frame, JpegTables tables, ref EntropyData data, ref LumaBlocks luma, ref ColorMeter colors, CancellationToken cancellationToken)
    {
        var plan = new UnitPlan(scan, frame, tables, readsLuma: luma.Wanted > 1);
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
                        DecodeLuma(ref reader, ref part, x, y, ref luma);
                    }
                    else
                    {
                        DecodeColor(ref reader, ref part, ref colors);
                    }
                }

                if (reader.IsOverrun)
                {
                    throw data.Ended();
                }
            }
        }

        luma.Flush();
    }

    private static void DecodeLuma(ref BitReader reader, ref UnitPart part, int x, int y, ref LumaBlocks luma)
    {
        for (var v = 0; v < part.Down; v++)
        {
            var row = (y * part.Down) + v;
            for (var h = 0; h < part.Across && !reader.IsOverrun; h++)
            {
                var column = (x * part.Across) + h;
                var isPadding = column >= part.BlocksAcross || row >= part.BlocksDown;
                var isFlat = luma.Wanted == 1;
                if (isFlat)
                {
                    ReadConstant(ref reader, ref part);
                }
                else
                {
                    isFlat = !BlockReader.ReadBlock(ref reader, ref part, ref luma.Next);
                }

                if (isPadding)
                {
                    luma.Discard();
                }
                else if (isFlat)
                {
                    luma.PutFlat(column, row, part.Constant);
                }
                else
                {
                    luma.Put(column, row);
                }
            }
        }
    }

    private static void DecodeColor(ref BitReader reader, ref UnitPart part, ref ColorMeter colors)
    {
        for (var i = part.Across * part.Down; i > 0 && !reader.IsOverrun; i--)
        {
            ReadConstant(ref reader, ref part);
            colors.Add(part.Constant);
        }
    }

    private static void ReadConstant(ref BitReader reader, ref UnitPart part)
    {
        part.Prediction += BlockReader.ReadDifference(ref reader, part.Dc);
        BlockReader.SkipCoefficients(ref reader, part.Ac, 1);
    }
}
