using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace FakeProfileDetector.Photos.Pdq;

internal static partial class WindowOfFourDownscaler
{
    /// <summary>Finds the places along a row of b where five neighbors add up to a limit.</summary>
    private readonly ref struct SumSearch(int width, Span<short> columns)
    {
        /// <summary>Columns that are summed up at a time.</summary>
        internal const int Columns = 32;

        // Five neighbors in b weigh four rows of eight columns with 80.
        private const int Weights = 80;
        private const int Reach = 8;

        private readonly Span<short> _columns = columns;

        /// <summary>The first place x or after at which b[x − 2] + … + b[x + 2], in 16ths, reaches a limit.</summary>
        internal int FirstReaching(int limit, in PaddedRows rows, int y, int x, out int sum)
        {
            ref var first = ref rows[y - 1];
            ref var second = ref rows[y];
            ref var third = ref rows[y + 1];
            ref var fourth = ref rows[y + 2];

            // Where no pixel is as bright as the mean that the limit asks for, no sum reaches it.
            var mean = Vector256.Create((byte)((limit + Weights - 1) / Weights));
            var limits = Vector256.Create((short)(limit - 1));
            while (x <= width - 5)
            {
                var column = (nuint)x - 3;
                var brightest = Vector256.Max(
                    Vector256.Max(Vector256.LoadUnsafe(ref first, column), Vector256.LoadUnsafe(ref second, column)),
                    Vector256.Max(Vector256.LoadUnsafe(ref third, column), Vector256.LoadUnsafe(ref fourth, column)));
                var bright = Vector256.Equals(Vector256.Max(brightest, mean), brightest).ExtractMostSignificantBits();
                if (bright == 0)
                {
                    x += Vector256<byte>.Count - Reach + 1;
                    continue;
                }

                x += Math.Max(0, BitOperations.TrailingZeroCount(bright) - Reach + 1);
                var sums = Sums(ref first, ref second, ref third, ref fourth, x);
                var reached = Vector256.GreaterThan(sums, limits).AsByte().ExtractMostSignificantBits();
                if (reached != 0)
                {
                    var lane = BitOperations.TrailingZeroCount(reached) / sizeof(short);
                    sum = sums[lane];
                    return x + lane;
                }

                x += Vector256<short>.Count;
            }

            sum = 0;
            return x;
        }

        /// <summary>Four rows of columns x − 3 to x + 4 with weights 1-2-3-4-4-3-2-1, at sixteen places from x on.</summary>
        private Vector256<short> Sums(ref byte first, ref byte second, ref byte third, ref byte fourth, int x)
        {
            ref var column = ref MemoryMarshal.GetReference(_columns);
            for (nuint i = 0; i < Columns; i += (nuint)Vector256<short>.Count)
            {
                var place = (nuint)x - 3 + i;
                (Widen(ref first, place) + Widen(ref second, place) + Widen(ref third, place) + Widen(ref fourth, place)).StoreUnsafe(ref column, i);
            }

            var outer = Vector256.LoadUnsafe(ref column) + Vector256.LoadUnsafe(ref column, 7);
            var inwards = Vector256.LoadUnsafe(ref column, 1) + Vector256.LoadUnsafe(ref column, 6);
            var further = Vector256.LoadUnsafe(ref column, 2) + Vector256.LoadUnsafe(ref column, 5);
            var inner = Vector256.LoadUnsafe(ref column, 3) + Vector256.LoadUnsafe(ref column, 4);
            return outer + further + ((inwards + further + inner + inner) << 1);
        }
    }
}
