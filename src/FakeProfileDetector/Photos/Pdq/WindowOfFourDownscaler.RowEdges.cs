using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FakeProfileDetector.Photos.Pdq;

internal static partial class WindowOfFourDownscaler
{
    /// <summary>The ends of the rows of b: what the third pass begins and ends with.</summary>
    /// <remarks>Some rows are read at a time and then worked out side by side, because a single row's additions wait for each other.</remarks>
    private struct RowEdges(int width)
    {
        /// <summary>Maximum number of rows that are read at a time.</summary>
        internal const int Rows = 8;

        // Columns 0–3 to 3–6 and width − 4 to − 1, to width − 7 to − 4: sums over the last four rows, and of each of them.
        private Vector256<int> _total;
        private FourSums _sums;

        // Lanes 0 and 4: means of the first three columns and of the last three; running sums along the columns, and what
        // will leave them.
        private Vector256<float> _thirds;
        private FourThirds _entered;

        // Of each row: b[0] and b[width − 2]; r; in a row each, b[1] to b[4] and b[width − 3] to b[width − 6].
        private EightFloats _left;
        private EightFloats _right;
        private EightFloats _residuals;
        private EightFloats _lastMeans;
        private EightByEight _means;
        private uint _open;

        /// <summary>Takes in some rows of pixels. What follows is about the row before each.</summary>
        internal void Read(in PaddedRows rows, int first, int count)
        {
            EightByEight means = default;
            var total = _total;
            var thirds = _thirds;
            var byThree = ByThree;
            for (var i = 0; i < count; i++)
            {
                Sum(ref rows[first + i], width, out var fours, out var threes);

                // Where nothing leaves yet, a zero does.
                ref var slot = ref _sums[(first + i) & (Window - 1)];
                total += fours - slot;
                slot = fours;
                ref var leaving = ref _entered[(first + i) & (Window - 1)];
                var entering = byThree.Divide(Vector256.ConvertToSingle(threes));
                thirds += entering;
                thirds -= leaving;
                leaving = entering;

                (Vector256.ConvertToSingle(total) * Vector256.Create(Sixteenth)).StoreUnsafe(ref means[i * Rows]);
                _left[i] = thirds.ToScalar() * (1f / Window);
                _right[i] = thirds.GetUpper().ToScalar() * (1f / Window);
            }

            _total = total;
            _thirds = thirds;
            FloatBlocks.Transpose(ref means[0], Rows, ref _means[0], Rows);
            var residuals = Residuals();
            residuals.StoreUnsafe(ref _residuals[0]);
            LastMeans(residuals).StoreUnsafe(ref _lastMeans[0]);
            _open = Open(residuals).ExtractMostSignificantBits();
        }

        /// <summary>Both ends of row 0, after three rows: the window along the columns begins with three rows too.</summary>
        internal readonly (float Left, float Right) First() => (_thirds[0] / 3, _thirds[4] / 3);

        /// <summary>Both ends of the last row but one, after all rows: nothing enters, the fourth last row leaves.</summary>
        internal readonly (float Left, float Right) Last(int height)
        {
            var thirds = _thirds - _entered[height & (Window - 1)];
            return (thirds[0] / 3, thirds[4] / 3);
        }

        /// <summary>r after b[0] has entered and left.</summary>
        internal readonly float Residual(int row) => _residuals[row];

        /// <summary>Whether r may change further along the row.</summary>
        internal readonly bool IsOpen(int row) => ((_open >> row) & 1) != 0;

        /// <summary>The mean at the last place, width − 4, in 64ths: the edge enters, b[width − 6] leaves.</summary>
        internal readonly float LastMean(int row) => _lastMeans[row];

        /// <summary>The mean at the last place where r has changed.</summary>
        internal readonly float LastMean(int row, float residual) => LastMeans(Vector256.Create(residual))[row];

        /// <summary>Bytes 0–3, 1–4, 2–5, 3–6 of a row, and the last seven alike from the end: their sums. Then the three outermost.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void Sum(ref byte row, int width, out Vector256<int> fours, out Vector256<int> threes)
        {
            ref var end = ref Unsafe.Add(ref row, width - 16);
            if (Avx2.IsSupported)
            {
                var bytes = Vector256.Create(Vector128.LoadUnsafe(ref row), Vector128.LoadUnsafe(ref end));
                var runs = Avx2.Shuffle(bytes, Vector256.Create(
                    (byte)0, 1, 2, 3, 1, 2, 3, 4, 2, 3, 4, 5, 3, 4, 5, 6, 15, 14, 13, 12, 14, 13, 12, 11, 13, 12, 11, 10, 12, 11, 10, 9));
                var outermost = Vector256.Create(0x0001_0101L, 0, 0x0001_0101L, 0).AsSByte();
                fours = Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(runs, Vector256<sbyte>.One), Vector256<short>.One);
                threes = Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(runs, outermost), Vector256<short>.One);
            }
            else
            {
                fours = Vector256.Create(
                    Four(ref row, 0), Four(ref row, 1), Four(ref row, 2), Four(ref row, 3),
                    Four(ref end, 12), Four(ref end, 11), Four(ref end, 10), Four(ref end, 9));
                threes = Vector256.Create(Four(ref row, 0) - Unsafe.Add(ref row, 3), 0, 0, 0, Four(ref end, 12) - Unsafe.Add(ref end, 12), 0, 0, 0);
            }
        }

        private static int Four(ref byte row, int x) =>
            Unsafe.Add(ref row, x) + Unsafe.Add(ref row, x + 1) + Unsafe.Add(ref row, x + 2) + Unsafe.Add(ref row, x + 3);

        /// <summary>Which r may change further along the row: which are no multiples of 2⁻¹³.</summary>
        private static Vector256<float> Open(Vector256<float> residuals)
        {
            var scaled = residuals * Vector256.Create(8192f);
            return ~Vector256.Equals(scaled, Vector256.Truncate(scaled));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private readonly Vector256<float> Residuals()
        {
            var edges = Vector256.LoadUnsafe(in _left[0]);
            var (first, second, third, fourth) = (Means(0), Means(1), Means(2), Means(3));
            var total = edges + first;
            total += second;
            total += third;
            total += fourth;
            total -= edges;
            return total - (first + second + (third + fourth));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private readonly Vector256<float> LastMeans(Vector256<float> residuals)
        {
            var leaving = Means(7);
            var total = leaving + Means(6) + (Means(5) + Means(4)) + residuals;
            total += Vector256.LoadUnsafe(in _right[0]);
            total -= leaving;
            return total * SixteenthsIn64ths;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private readonly Vector256<float> Means(int place) => Vector256.LoadUnsafe(in _means[place * Rows]);

        [InlineArray(Window)]
        private struct FourSums
        {
            private Vector256<int> _sums0;
        }

        [InlineArray(Window)]
        private struct FourThirds
        {
            private Vector256<float> _thirds0;
        }

        [InlineArray(Rows)]
        private struct EightFloats
        {
            private float _float0;
        }

        [InlineArray(Rows * Rows)]
        private struct EightByEight
        {
            private float _float0;
        }
    }
}
