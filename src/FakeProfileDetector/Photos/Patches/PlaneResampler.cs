using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FakeProfileDetector.Photos.Patches;

/// <summary>Resamples a picture to another size with a tent filter as wide as two pixels of the coarser grid.</summary>
/// <remarks>
/// Not thread-safe: keeps its scratch memory from one picture to the next. Sums run in one order whatever the width of the
/// vectors.
/// </remarks>
internal sealed class PlaneResampler
{
    private readonly Taps _columns = new();
    private readonly Taps _rows = new();
    private float[] _line = [];

    /// <summary>Resamples bytes into a plane that has its size already.</summary>
    internal void Resample(ReadOnlySpan<byte> source, int width, int height, FloatPlane target)
    {
        var line = Prepare(width, height, target);
        for (var y = 0; y < target.Height; y++)
        {
            Blend(source.Slice(_rows.First(y) * width, _rows.Count * width), y, line);
            _columns.Apply(line, target.Row(y));
        }
    }

    /// <summary>Resamples a plane into another that has its size already.</summary>
    internal void Resample(FloatPlane source, FloatPlane target)
    {
        var line = Prepare(source.Width, source.Height, target);
        for (var y = 0; y < target.Height; y++)
        {
            Blend(source.Values.Slice(_rows.First(y) * source.Width, _rows.Count * source.Width), y, line);
            _columns.Apply(line, target.Row(y));
        }
    }

    private Span<float> Prepare(int width, int height, FloatPlane target)
    {
        _columns.Prepare(width, target.Width);
        _rows.Prepare(height, target.Height);
        if (_line.Length < width)
        {
            _line = new float[width];
        }

        return _line.AsSpan(0, width);
    }

    /// <summary>The weighted sum of all rows that are given, for one row of the target.</summary>
    private void Blend(ReadOnlySpan<byte> rows, int y, Span<float> sums)
    {
        var x = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            ref var first = ref MemoryMarshal.GetReference(rows);
            for (; x <= sums.Length - Vector128<byte>.Count; x += Vector128<byte>.Count)
            {
                var (low, high) = (Vector256<float>.Zero, Vector256<float>.Zero);
                for (var k = 0; k < _rows.Count; k++)
                {
                    var weight = Vector256.Create(_rows.Weight(y, k));
                    var (a, b) = Vector256.Widen(Vector256.WidenLower(Vector128.LoadUnsafe(ref first, (nuint)((k * sums.Length) + x)).ToVector256Unsafe()));
                    low += weight * Vector256.ConvertToSingle(a.AsInt32());
                    high += weight * Vector256.ConvertToSingle(b.AsInt32());
                }

                low.CopyTo(sums[x..]);
                high.CopyTo(sums[(x + Vector256<float>.Count)..]);
            }
        }

        for (; x < sums.Length; x++)
        {
            var sum = 0f;
            for (var k = 0; k < _rows.Count; k++)
            {
                sum += _rows.Weight(y, k) * rows[(k * sums.Length) + x];
            }

            sums[x] = sum;
        }
    }

    private void Blend(ReadOnlySpan<float> rows, int y, Span<float> sums)
    {
        var x = 0;
        for (; x <= sums.Length - Vector<float>.Count; x += Vector<float>.Count)
        {
            var sum = Vector<float>.Zero;
            for (var k = 0; k < _rows.Count; k++)
            {
                sum += _rows.Weight(y, k) * new Vector<float>(rows[((k * sums.Length) + x)..]);
            }

            sum.CopyTo(sums[x..]);
        }

        for (; x < sums.Length; x++)
        {
            var sum = 0f;
            for (var k = 0; k < _rows.Count; k++)
            {
                sum += _rows.Weight(y, k) * rows[(k * sums.Length) + x];
            }

            sums[x] = sum;
        }
    }

    /// <summary>The weights of the source's samples for each sample of the target, along one axis.</summary>
    private sealed class Taps
    {
        private int[] _firsts = [];

        // The first weights of all samples, then the second ones, and so on: as vectors take them.
        private float[] _weights = [];
        private (int From, int To) _sizes;

        /// <summary>Weights of a sample.</summary>
        internal int Count { get; private set; }

        internal void Prepare(int from, int to)
        {
            if (_sizes == (from, to))
            {
                return;
            }

            _sizes = (from, to);
            var step = (double)from / to;
            var reach = Math.Max(step, 1);
            Count = Math.Min((int)Math.Ceiling(2 * reach) + 1, from);
            _firsts = _firsts.Length >= to ? _firsts : new int[to];
            _weights = _weights.Length >= to * Count ? _weights : new float[to * Count];
            for (var i = 0; i < to; i++)
            {
                var center = ((i + 0.5) * step) - 0.5;
                var first = Math.Clamp((int)Math.Ceiling(center - reach), 0, from - Count);
                var sum = 0.0;
                for (var k = 0; k < Count; k++)
                {
                    var weight = Math.Max(0, 1 - (Math.Abs(first + k - center) / reach));
                    _weights[(k * to) + i] = (float)weight;
                    sum += weight;
                }

                for (var k = 0; k < Count; k++)
                {
                    ref var weight = ref _weights[(k * to) + i];
                    weight = (float)(weight / sum);
                }

                _firsts[i] = first;
            }
        }

        /// <summary>The first of the source's samples for one of the target's.</summary>
        internal int First(int index) => _firsts[index];

        internal float Weight(int index, int number) => _weights[(number * _sizes.To) + index];

        internal void Apply(ReadOnlySpan<float> line, Span<float> target)
        {
            var x = Avx2.IsSupported ? ApplyGathering(line, target) : 0;
            for (; x < target.Length; x++)
            {
                var values = line.Slice(_firsts[x], Count);
                var sum = 0f;
                for (var k = 0; k < values.Length; k++)
                {
                    sum += Weight(x, k) * values[k];
                }

                target[x] = sum;
            }
        }

        /// <summary>Eight samples at a time; returns how many were done.</summary>
        private unsafe int ApplyGathering(ReadOnlySpan<float> line, Span<float> target)
        {
            var x = 0;
            fixed (float* values = line[..(_firsts[target.Length - 1] + Count)], weights = _weights)
            {
                fixed (int* firsts = _firsts)
                {
                    for (; x <= target.Length - Vector256<float>.Count; x += Vector256<float>.Count)
                    {
                        var places = Vector256.Load(firsts + x);
                        var sums = Vector256<float>.Zero;
                        for (var k = 0; k < Count; k++)
                        {
                            sums += Vector256.Load(weights + (k * _sizes.To) + x) * Avx2.GatherVector256(values + k, places, sizeof(float));
                        }

                        sums.CopyTo(target[x..]);
                    }
                }
            }

            return x;
        }
    }
}
