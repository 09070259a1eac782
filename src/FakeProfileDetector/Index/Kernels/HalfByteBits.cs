using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FakeProfileDetector.Index.Kernels;

/// <summary>The number of bits in each of the sixteen half-bytes, for shuffles that look up within 16 bytes.</summary>
internal static class HalfByteBits
{
    internal static Vector128<byte> One
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128.Create((byte)0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4);
    }

    internal static Vector256<byte> Pair
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector256.Create(One, One);
    }
}
