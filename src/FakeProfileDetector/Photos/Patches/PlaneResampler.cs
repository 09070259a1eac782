using System.Numerics;

namespace FakeProfileDetector.Photos.Patches;

/// <summary>Resamples a picture to another size with a tent filter as wide as two pixels of the coarser grid.</summary>
/// <remarks>Not thread-safe: keeps its scratch memory from one picture to the next.</remarks>
internal sealed class PlaneResampler
{
    private readonly Taps _columns = new();
    private readonly Taps _rows = new();
    private float[] _line = [];

    /// <summary>Resamples bytes into a plane that has its size already.</summary>
    internal void Resample(ReadOnlySpan<byte> source, int width, int height, FloatPlane target)
    {
        _columns.Prepare(width, target.Width);
        _rows.Prepare(height, target.Height);
        if (_line.Length < width)
        {
            _line = new float[width];
        }

        var line = _line.AsSpan(0, width);
        for (var y = 0; y < target.Height; y++)
        {
            line.Clear();
            var weights = _rows.Weights(y, out var first);
            for (var i = 0; i < weights.Length; i++)
            {
                AddScaled(source.Slice((first + i) * width, width), weights[i], line);
            }

            _columns.Apply(line, target.Row(y));
        }
    }

    /// <summary>Resamples a plane into another that has its size already.</summary>
    internal void Resample(FloatPlane source, FloatPlane target)
    {
        _columns.Prepare(source.Width, target.Width);
        _rows.Prepare(source.Height, target.Height);
        if (_line.Length < source.Width)
        {
            _line = new float[source.Width];
        }

        var line = _line.AsSpan(0, source.Width);
        for (var y = 0; y < target.Height; y++)
        {
            line.Clear();
            var weights = _rows.Weights(y, out var first);
            for (var i = 0; i < weights.Length; i++)
            {
                var row = source.Row(first + i);
                for (var x = 0; x < row.Length; x++)
                {
                    line[x] += weights[i] * row[x];
                }
            }

            _columns.Apply(line, target.Row(y));
        }
    }

    private static void AddScaled(ReadOnlySpan<byte> row, float weight, Span<float> sums)
    {
        var x = 0;
        if (Vector.IsHardwareAccelerated)
        {
            var factor = new Vector<float>(weight);
            for (; x <= row.Length - Vector<byte>.Count; x += Vector<byte>.Count)
            {
                Vector.Widen(new Vector<byte>(row[x..]), out var low, out var high);
                Vector.Widen(low, out var a, out var b);
                Vector.Widen(high, out var c, out var d);
                Add(a, sums[x..]);
                Add(b, sums[(x + Vector<float>.Count)..]);
                Add(c, sums[(x + (2 * Vector<float>.Count))..]);
                Add(d, sums[(x + (3 * Vector<float>.Count))..]);
            }

            void Add(Vector<uint> values, Span<float> place) =>
                (new Vector<float>(place) + (factor * Vector.ConvertToSingle(values.As<uint, int>()))).CopyTo(place);
        }

        for (; x < row.Length; x++)
        {
            sums[x] += weight * row[x];
        }
    }

    /// <summary>The weights of the source's samples for each sample of the target, along one axis.</summary>
    private sealed class Taps
    {
        private int[] _firsts = [];
        private float[] _weights = [];
        private int _count;
        private (int From, int To) _sizes;

        internal void Prepare(int from, int to)
        {
            if (_sizes == (from, to))
            {
                return;
            }

            _sizes = (from, to);
            var step = (double)from / to;
            var reach = Math.Max(step, 1);
            _count = Math.Min((int)Math.Ceiling(2 * reach) + 1, from);
            _firsts = _firsts.Length >= to ? _firsts : new int[to];
            _weights = _weights.Length >= to * _count ? _weights : new float[to * _count];
            for (var i = 0; i < to; i++)
            {
                var center = ((i + 0.5) * step) - 0.5;
                var first = Math.Clamp((int)Math.Ceiling(center - reach), 0, from - _count);
                var weights = _weights.AsSpan(i * _count, _count);
                var sum = 0.0;
                for (var k = 0; k < _count; k++)
                {
                    var weight = Math.Max(0, 1 - (Math.Abs(first + k - center) / reach));
                    weights[k] = (float)weight;
                    sum += weight;
                }

                foreach (ref var weight in weights)
                {
                    weight = (float)(weight / sum);
                }

                _firsts[i] = first;
            }
        }

        internal ReadOnlySpan<float> Weights(int index, out int first)
        {
            first = _firsts[index];
            return _weights.AsSpan(index * _count, _count);
        }

        internal void Apply(ReadOnlySpan<float> line, Span<float> target)
        {
            for (var x = 0; x < target.Length; x++)
            {
                var weights = Weights(x, out var first);
                var values = line.Slice(first, weights.Length);
                var sum = 0f;
                for (var k = 0; k < weights.Length; k++)
                {
                    sum += weights[k] * values[k];
                }

                target[x] = sum;
            }
        }
    }
}
