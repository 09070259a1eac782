using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace FakeProfileDetector.Jpeg;

/// <summary>The coefficients of a block in natural order, with a spare slot behind them.</summary>
[InlineArray(Size)]
internal struct CoefficientBlock
{
    /// <summary>64 coefficients, and a slot that takes what leads out of the block, padded to whole vectors.</summary>
    internal const int Size = ZigZag.BlockSize + 8;

    private int _coefficient0;

    /// <summary>The constant coefficient, and with it all others.</summary>
    [UnscopedRef]
    internal ref int First => ref _coefficient0;
}
