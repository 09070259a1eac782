using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FakeProfileDetector.Photos.Coenm;

/// <summary>Pairs of 16-bit numbers in lanes of 32 bits: the arithmetic of mixing rows and columns two at a time.</summary>
/// <remarks>All of it is exact. The order of the lanes in memory is the machine's own; <see cref="Narrow"/> undoes it.</remarks>
internal static class PairLanes
{
    /// <summary>Lanes that are stored at once.</summary>
    internal const int Count = 16;

    /// <summary>Stores a pair for each element: the first in the lower half of the lane.</summary>
    internal static void Store(Vector256<ushort> first, Vector256<ushort> second, ref int lanes)
    {
        if (Avx2.IsSupported)
        {
            Avx2.UnpackLow(first, second).AsInt32().StoreUnsafe(ref lanes);
            Avx2.UnpackHigh(first, second).AsInt32().StoreUnsafe(ref lanes, Count / 2);
        }
        else
        {
            (Vector256.WidenLower(first) | (Vector256.WidenLower(second) << 16)).AsInt32().StoreUnsafe(ref lanes);
            (Vector256.WidenUpper(first) | (Vector256.WidenUpper(second) << 16)).AsInt32().StoreUnsafe(ref lanes, Count / 2);
        }
    }

    /// <summary>In each lane the sum of the two products.</summary>
    internal static Vector256<int> MultiplyAdd(Vector256<int> left, Vector256<int> right) => Avx2.IsSupported
        ? Avx2.MultiplyAddAdjacent(left.AsInt16(), right.AsInt16())
        : ((left << 16 >> 16) * (right << 16 >> 16)) + ((left >> 16) * (right >> 16));

    /// <summary>Sixteen lanes that hold numbers of 16 bits, in the order of the elements.</summary>
    internal static Vector256<short> Narrow(Vector256<int> left, Vector256<int> right) => Avx2.IsSupported
        ? Avx2.PackSignedSaturate(left, right)
        : Vector256.Narrow(left, right);
}
