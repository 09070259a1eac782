using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FakeProfileDetector.Photos;

internal static partial class WindowOfFourDownscaler
{
    /// <summary>The ends of the rows of b: what the third pass begins and ends with.</summary>
    private struct RowEdges(int width)
    {
        // Columns 0–3 to 3–6 and width − 7 to − 4, to width − 4 to − 1: sums over the last four rows, and of each of them.
        private Vector256<int> _total;
        private FourSums _sums;

        // Means of the first three columns and of the last three: running sums along the columns, and what will leave them.
        private Vector128<float> _thirds;
        private FourThirds _entered;

        // b[1] to b[4] and b[width − 6] to b[width − 3].
        private Vector256<float> _means;

        /// <summary>Takes in the next row of pixels.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal void Add(ref byte row, int y)
        {
            ref var end = ref Unsafe.Add(ref row, width - 16);
            Vector256<int> fours;
            Vector128<int> thirds;
            if (Avx2.IsSupported)
            {
                // Bytes 0–3, 1–4, 2–5, 3–6 of the row, and the last ten alike: their sums. Then the three outermost.
                var bytes = Vector256.Create(Vector128.LoadUnsafe(ref row), Vector128.LoadUnsafe(ref end));
                var ones = Vector256<sbyte>.One;
                var runs = Avx2.Shuffle(bytes, Vector256.Create(
                    (byte)0, 1, 2, 3, 1, 2, 3, 4, 2, 3, 4, 5, 3, 4, 5, 6, 9, 10, 11, 12, 10, 11, 12, 13, 11, 12, 13, 14, 12, 13, 14, 15));
                fours = Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(runs, ones), Vector256<short>.One);
                var threes = Vector128.Shuffle(
                    Vector128.Create(bytes.GetLower().AsUInt64()[0], bytes.GetUpper().AsUInt64()[1]).AsByte(),
                    Vector128.Create((byte)0, 1, 2, 255, 13, 14, 15, 255, 255, 255, 255, 255, 255, 255, 255, 255));
                thirds = Sse2.MultiplyAddAdjacent(Ssse3.MultiplyAddAdjacent(threes, Vector128<sbyte>.One), Vector128<short>.One);
            }
            else
            {
                fours = Vector256.Create(
                    Four(ref row, 0), Four(ref row, 1), Four(ref row, 2), Four(ref row, 3),
                    Four(ref end, 9), Four(ref end, 10), Four(ref end, 11), Four(ref end, 12));
                thirds = Vector128.Create(Four(ref row, 0) - Unsafe.Add(ref row, 3), Four(ref end, 12) - Unsafe.Add(ref end, 12), 0, 0);
            }

            // Where nothing leaves yet, a zero does.
            ref var slot = ref _sums[y % Window];
            _total += fours - slot;
            slot = fours;
            ref var leaving = ref _entered[y % Window];
            var entering = ByThree.Divide(Vector128.ConvertToSingle(thirds).ToVector256Unsafe()).GetLower();
            _thirds += entering;
            _thirds -= leaving;
            leaving = entering;
        }

        /// <summary>Both ends of row 0, after three rows: the window along the columns begins with three rows too.</summary>
        internal readonly (float Left, float Right) First() => (_thirds[0] / 3, _thirds[1] / 3);

        /// <summary>Both ends of the row before the one taken in last.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal void Next(out float left, out float right)
        {
            var edges = _thirds * Vector128.Create(1f / Window);
            left = edges[0];
            right = edges[1];
            _means = Vector256.ConvertToSingle(_total) * Vector256.Create(Sixteenth);
        }

        /// <summary>Both ends of the last row but one, after all rows: nothing enters, the fourth last row leaves.</summary>
        internal readonly (float Left, float Right) Last(int height)
        {
            var thirds = _thirds - _entered[height % Window];
            return (thirds[0] / 3, thirds[1] / 3);
        }

        /// <summary>r after b[0] has entered and left.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal readonly float Residual(float edge)
        {
            var means = _means.GetLower();
            var total = edge + means[0];
            total += means[1];
            total += means[2];
            total += means[3];
            total -= edge;
            return total - (means[0] + means[1] + (means[2] + means[3]));
        }

        /// <summary>The mean at the last place, width − 4, in 64ths: the edge enters, b[width − 6] leaves.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal readonly float LastMean(float residual, float edge)
        {
            var means = _means.GetUpper();
            var total = means[0] + means[1] + (means[2] + means[3]) + residual;
            total += edge;
            total -= means[0];
            return total * SixteenthsIn64ths;
        }

        private static int Four(ref byte row, int x) =>
            Unsafe.Add(ref row, x) + Unsafe.Add(ref row, x + 1) + Unsafe.Add(ref row, x + 2) + Unsafe.Add(ref row, x + 3);

        [InlineArray(Window)]
        private struct FourSums
        {
            private Vector256<int> _sums0;
        }

        [InlineArray(Window)]
        private struct FourThirds
        {
            private Vector128<float> _thirds0;
        }
    }
}
