using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace FakeProfileDetector.Photos.Jpeg;

/// <summary>The dequantized coefficients of two blocks that are transformed together, row by row: eight of one, eight of the other.</summary>
[InlineArray(Size)]
internal struct CoefficientPair
{
    /// <summary>Coefficients of a row of a block.</summary>
    internal const int RowSize = 8;

    /// <summary>From one row to the next.</summary>
    internal const int Stride = 2 * RowSize;

    /// <summary>Place behind the block, which takes what leads out of it.</summary>
    internal const int Spare = RowSize * Stride;

    private const int Size = Spare + Stride;

    private short _coefficient0;

    /// <summary>The first coefficient of a block, and with it all others.</summary>
    /// <param name="block">0 or 1.</param>
    [UnscopedRef]
    internal ref short First(int block) => ref Unsafe.Add(ref _coefficient0, block * RowSize);

    /// <summary>Place of a coefficient from the first of its block.</summary>
    /// <param name="natural">0–63, row by row.</param>
    internal static int PlaceOf(int natural) => (natural / RowSize * Stride) + (natural % RowSize);
}
