using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Index.MultiIndex;

/// <summary>The order of bits in which the index keeps hashes, so that similar photos do not crowd into few buckets.</summary>
/// <remarks>
/// The bits of a hash are signs of a 16 × 16 block of frequencies, and neighbors in a row or column tend to agree or disagree
/// together. Each 16 bits in the index's order lie on a diagonal of the block, which has one bit of each row and column:
/// number k consists of the bits (row i, column k + 5i mod 16). Distances do not depend on the order. On real portraits a
/// bucket's neighborhood then holds about 1.25 times what uniform hashes would put there, in place of 2.35.
/// </remarks>
internal static class BitOrder
{
    private const int Side = 16;
    private const int ColumnsPerRow = 5;

    /// <summary>A hash in the index's order.</summary>
    internal static PhotoHash ToIndex(PhotoHash hash)
    {
        Unsafe.SkipInit(out Rows rows);
        Unsafe.As<Rows, PhotoHash>(ref rows) = hash;
        for (var row = 0; row < Side; row++)
        {
            rows[row] = (ushort)((rows[row] >> (ColumnsPerRow * row % Side)) | (rows[row] << (Side - (ColumnsPerRow * row % Side))));
        }

        var vector = Unsafe.As<Rows, Vector256<ushort>>(ref rows);
        for (var column = Side - 1; column >= 0; column--)
        {
            rows[column] = (ushort)vector.ExtractMostSignificantBits();
            vector <<= 1;
        }

        return Unsafe.As<Rows, PhotoHash>(ref rows);
    }

    [InlineArray(Side)]
    private struct Rows
    {
        private ushort _first;
    }
}
