using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FakeProfileDetector.Photos.Coenm;

/// <summary>Sixteen sums of neighboring pixels.</summary>
internal interface IPixelGroups
{
    /// <summary>Pixels of a row that sixteen sums need.</summary>
    static abstract int Pixels { get; }

    /// <summary>Sums over groups of neighbors and over some rows.</summary>
    static abstract Vector256<ushort> Sum(ref byte pixels, int stride, int rows);
}

/// <summary>Groups of 1, 2, 4 and 8 pixels.</summary>
internal static class PixelGroups
{
    private const int BytesAtOnce = 32;

    private static Vector256<ushort> AddNeighbors(Vector256<byte> bytes) =>
        (bytes.AsUInt16() & Vector256.Create((ushort)byte.MaxValue)) + (bytes.AsUInt16() >> 8);

    private static Vector256<ushort> AddNeighbors(Vector256<ushort> left, Vector256<ushort> right) =>
        Vector256.Narrow(AddNeighbors(left.AsUInt32()), AddNeighbors(right.AsUInt32()));

    private static Vector256<uint> AddNeighbors(Vector256<uint> sums) => (sums & Vector256.Create((uint)ushort.MaxValue)) + (sums >> 16);

    internal readonly struct One : IPixelGroups
    {
        public static int Pixels => PairLanes.Count;

        public static Vector256<ushort> Sum(ref byte pixels, int stride, int rows)
        {
            var sum = Vector256<ushort>.Zero;
            for (var y = 0; y < rows; y++, pixels = ref Unsafe.Add(ref pixels, stride))
            {
                var row = Vector128.LoadUnsafe(ref pixels);
                sum += Vector256.Create(Vector128.WidenLower(row), Vector128.WidenUpper(row));
            }

            return sum;
        }
    }

    internal readonly struct Two : IPixelGroups
    {
        public static int Pixels => 2 * PairLanes.Count;

        public static Vector256<ushort> Sum(ref byte pixels, int stride, int rows)
        {
            var sum = Vector256<ushort>.Zero;
            for (var y = 0; y < rows; y++, pixels = ref Unsafe.Add(ref pixels, stride))
            {
                sum += AddNeighbors(Vector256.LoadUnsafe(ref pixels));
            }

            return sum;
        }
    }

    internal readonly struct Four : IPixelGroups
    {
        public static int Pixels => 4 * PairLanes.Count;

        public static Vector256<ushort> Sum(ref byte pixels, int stride, int rows)
        {
            var left = Vector256<ushort>.Zero;
            var right = Vector256<ushort>.Zero;
            for (var y = 0; y < rows; y++, pixels = ref Unsafe.Add(ref pixels, stride))
            {
                left += AddNeighbors(Vector256.LoadUnsafe(ref pixels));
                right += AddNeighbors(Vector256.LoadUnsafe(ref pixels, BytesAtOnce));
            }

            return AddNeighbors(left, right);
        }
    }

    internal readonly struct Eight : IPixelGroups
    {
        public static int Pixels => 8 * PairLanes.Count;

        public static Vector256<ushort> Sum(ref byte pixels, int stride, int rows) => AddNeighbors(
            Four.Sum(ref pixels, stride, rows), Four.Sum(ref Unsafe.Add(ref pixels, Four.Pixels), stride, rows));
    }
}
