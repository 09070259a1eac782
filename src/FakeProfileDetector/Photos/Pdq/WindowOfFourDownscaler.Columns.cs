using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace FakeProfileDetector.Photos.Pdq;

internal static partial class WindowOfFourDownscaler
{
    /// <summary>The 64 columns: E along the rows of pixels, and the running sums of the fourth pass.</summary>
    private ref struct Columns
    {
        /// <summary>Bytes that the columns take.</summary>
        internal const int ScratchLength = Side * ((Floats * sizeof(float)) + (Shorts * sizeof(short)));

        private const int Floats = Window + 1;
        private const int Shorts = Window + 2;

        private readonly ref short _entering;
        private readonly ref short _tents;
        private readonly ref short _across;
        private readonly ref float _means;
        private readonly ref float _sums;
        internal Columns(Span<byte> scratch)
        {
            // A ring of the last four rows each, so that they can leave.
            scratch.Clear();
            ref var floats = ref Unsafe.As<byte, float>(ref scratch[0]);
            _means = ref floats;
            _sums = ref Unsafe.Add(ref floats, Window * Side);
            ref var whole = ref Unsafe.As<byte, short>(ref scratch[Floats * Side * sizeof(float)]);
            _across = ref whole;
            _tents = ref Unsafe.Add(ref whole, Window * Side);
            _entering = ref Unsafe.Add(ref whole, (Window + 1) * Side);
        }

        /// <summary>The 64 weighted sums of the row of pixels that enters.</summary>
        internal readonly ref short Entering => ref _entering;

        /// <summary>Takes the entering row of pixels into E.</summary>
        internal readonly void Slide(int y)
        {
            ref var leaving = ref Unsafe.Add(ref _across, (y & (Window - 1)) * Side);
            for (nuint i = 0; i < Side; i += (nuint)Vector256<short>.Count)
            {
                Slide(i, ref leaving);
            }
        }

        /// <summary>Takes the entering row of pixels into E, and E + r, the means of row y of b, into the running sums.</summary>
        /// <param name="y">The row of b.</param>
        /// <param name="residual">r at all places, unless there are <paramref name="residuals"/>.</param>
        /// <param name="residuals">r at each place, in 64ths; or none.</param>
        /// <param name="lastMean">The mean at the last place.</param>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal readonly void Push(int y, float residual, ReadOnlySpan<float> residuals, float lastMean)
        {
            ref var entering = ref _entering;
            ref var tents = ref _tents;
            ref var leaving = ref Unsafe.Add(ref _across, ((y + 2) & (Window - 1)) * Side);
            ref var sums = ref _sums;
            ref var means = ref Unsafe.Add(ref _means, (y & (Window - 1)) * Side);
            ref var changed = ref MemoryMarshal.GetReference(residuals);
            var isUniform = residuals.IsEmpty;
            residual *= SixteenthsIn64ths;
            if (Vector512.IsHardwareAccelerated)
            {
                // The same in half as many instructions.
                for (nuint i = 0; i < Side; i += (nuint)Vector512<short>.Count)
                {
                    var value = Vector512.LoadUnsafe(ref entering, i);
                    var tent = Vector512.LoadUnsafe(ref tents, i) + value - Vector512.LoadUnsafe(ref leaving, i);
                    tent.StoreUnsafe(ref tents, i);
                    value.StoreUnsafe(ref leaving, i);
                    var low = Vector512.ConvertToSingle(Vector512.WidenLower(tent));
                    var high = Vector512.ConvertToSingle(Vector512.WidenUpper(tent));
                    low += isUniform ? Vector512.Create(residual) : Vector512.LoadUnsafe(ref changed, i);
                    high += isUniform ? Vector512.Create(residual) : Vector512.LoadUnsafe(ref changed, i + 16);
                    if (i + 32 == Side)
                    {
                        var isLast = Vector512.Create(Vector256<int>.Zero, Vector256.Create(0, 0, 0, 0, 0, 0, 0, -1)).AsSingle();
                        high = Vector512.ConditionalSelect(isLast, Vector512.Create(lastMean), high);
                    }

                    var lowSum = Vector512.LoadUnsafe(ref sums, i) + low - Vector512.LoadUnsafe(ref means, i);
                    var highSum = Vector512.LoadUnsafe(ref sums, i + 16) + high - Vector512.LoadUnsafe(ref means, i + 16);
                    lowSum.StoreUnsafe(ref sums, i);
                    highSum.StoreUnsafe(ref sums, i + 16);
                    low.StoreUnsafe(ref means, i);
                    high.StoreUnsafe(ref means, i + 16);
                }

                return;
            }

            for (nuint i = 0; i < Side; i += (nuint)Vector256<short>.Count)
            {
                var value = Vector256.LoadUnsafe(ref entering, i);
                var tent = Vector256.LoadUnsafe(ref tents, i) + value - Vector256.LoadUnsafe(ref leaving, i);
                tent.StoreUnsafe(ref tents, i);
                value.StoreUnsafe(ref leaving, i);

                // E, r and their sum are floats: nothing rounds.
                var low = Vector256.ConvertToSingle(Vector256.WidenLower(tent));
                var high = Vector256.ConvertToSingle(Vector256.WidenUpper(tent));
                low += isUniform ? Vector256.Create(residual) : Vector256.LoadUnsafe(ref changed, i);
                high += isUniform ? Vector256.Create(residual) : Vector256.LoadUnsafe(ref changed, i + 8);
                if (i + 16 == Side)
                {
                    var isLast = Vector256.Create(0, 0, 0, 0, 0, 0, 0, -1).AsSingle();
                    high = Vector256.ConditionalSelect(isLast, Vector256.Create(lastMean), high);
                }

                var lowSum = Vector256.LoadUnsafe(ref sums, i) + low - Vector256.LoadUnsafe(ref means, i);
                var highSum = Vector256.LoadUnsafe(ref sums, i + 8) + high - Vector256.LoadUnsafe(ref means, i + 8);
                lowSum.StoreUnsafe(ref sums, i);
                highSum.StoreUnsafe(ref sums, i + 8);
                low.StoreUnsafe(ref means, i);
                high.StoreUnsafe(ref means, i + 8);
            }
        }

        /// <summary>Takes the means of a row of b into the running sums.</summary>
        internal readonly void Push(int y, ReadOnlySpan<float> row)
        {
            ref var mean = ref Unsafe.Add(ref _means, (y & (Window - 1)) * Side);
            for (nuint i = 0; i < Side; i += (nuint)Vector256<float>.Count)
            {
                Push(i, ref mean, Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(row), i));
            }
        }

        /// <summary>The means of the running sums.</summary>
        internal readonly void Means(Span<float> row)
        {
            for (nuint i = 0; i < Side; i += (nuint)Vector256<float>.Count)
            {
                (Vector256.LoadUnsafe(ref _sums, i) * Vector256.Create(Quarter64th)).StoreUnsafe(ref MemoryMarshal.GetReference(row), i);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private readonly Vector256<short> Slide(nuint i, ref short leaving)
        {
            var value = Vector256.LoadUnsafe(ref _entering, i);
            var tents = Vector256.LoadUnsafe(ref _tents, i) + value - Vector256.LoadUnsafe(ref leaving, i);
            tents.StoreUnsafe(ref _tents, i);
            value.StoreUnsafe(ref leaving, i);
            return tents;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private readonly void Push(nuint i, ref float mean, Vector256<float> value)
        {
            var total = Vector256.LoadUnsafe(ref _sums, i) + value;
            total -= Vector256.LoadUnsafe(ref mean, i);
            total.StoreUnsafe(ref _sums, i);
            value.StoreUnsafe(ref mean, i);
        }
    }
}
