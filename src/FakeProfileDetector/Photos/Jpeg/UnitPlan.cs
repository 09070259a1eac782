namespace FakeProfileDetector.Photos.Jpeg;

/// <summary>Which blocks make up a minimum coded unit of a scan, and how many units there are. Source: ITU-T T.81, A.2.</summary>
internal ref struct UnitPlan
{
    private Parts _parts;

    internal UnitPlan(in ScanHeader scan, JpegFrame frame, JpegTables tables, bool readsLuma)
    {
        var components = scan.Components;

        // A component alone in its scan has one block a unit and no padding.
        var isAlone = components.Count == 1;
        var first = frame.Components[components[0].Index];
        Across = isAlone ? first.BlocksAcross : frame.UnitsAcross;
        Down = isAlone ? first.BlocksDown : frame.UnitsDown;
        Count = components.Count;
        for (var i = 0; i < Count; i++)
        {
            var (index, dc, ac) = components[i];
            var component = frame.Components[index];
            var quantization = tables.Quantization(component.QuantizationTable);
            _parts[i] = new UnitPart
            {
                IsLuma = index == 0,
                Across = isAlone ? 1 : component.BlocksAcrossUnit,
                Down = isAlone ? 1 : component.BlocksDownUnit,
                BlocksAcross = component.BlocksAcross,
                BlocksDown = component.BlocksDown,
                Dc = scan.High == 0 ? tables.Dc(dc) : null!,
                Ac = scan.Last > 0 ? tables.Ac(ac, readsLuma && index == 0 ? HuffmanUse.Ac : HuffmanUse.SkippedAc) : null!,
                Quantization = quantization,
                ConstantStep = quantization.ConstantStep,
            };
        }
    }

    /// <summary>Units in a row.</summary>
    internal int Across { get; }

    /// <summary>Rows of units.</summary>
    internal int Down { get; }

    /// <summary>Components in the scan.</summary>
    internal int Count { get; }

    [System.Diagnostics.CodeAnalysis.UnscopedRef]
    internal ref UnitPart this[int i] => ref _parts[i];

    /// <summary>Starts every prediction at zero again, as after a restart marker.</summary>
    internal void ResetPredictions()
    {
        for (var i = 0; i < Count; i++)
        {
            _parts[i].Prediction = 0;
        }
    }

    [System.Runtime.CompilerServices.InlineArray(3)]
    private struct Parts
    {
        private UnitPart _part0;
    }
}

/// <summary>The blocks of one component in a minimum coded unit.</summary>
internal struct UnitPart
{
    internal bool IsLuma;
    internal int Across;
    internal int Down;
    internal int BlocksAcross;
    internal int BlocksDown;
    internal HuffmanTable Dc;
    internal HuffmanTable Ac;
    internal QuantizationTable Quantization;
    internal int ConstantStep;

    /// <summary>The constant coefficient of the block before, which the next one is told apart from.</summary>
    internal int Prediction;

    /// <summary>The dequantized constant coefficient of the block read last.</summary>
    internal readonly int Constant => Prediction * ConstantStep;
}
