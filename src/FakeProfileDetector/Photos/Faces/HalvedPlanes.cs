using System.Buffers;
using System.Numerics;

namespace FakeProfileDetector.Photos.Faces;

/// <summary>A plane and its reductions by 2, 4, 8 …, from which windows are sampled at any scale.</summary>
/// <remarks>Whole numbers throughout, except for places, which are products and sums of floats: the same on every CPU.</remarks>
internal ref struct HalvedPlanes
{
    private const int MaximumHalvings = 16;
    private const int FractionBits = 8;
    private const int One = 1 << FractionBits;

    private readonly ReadOnlySpan<byte> _full;
    private readonly int _halvings;
    private byte[]? _rented;

    /// <param name="pixels">Row by row.</param>
    /// <param name="width">1 or more.</param>
    /// <param name="height">1 or more.</param>
    /// <param name="coarsest">Largest step between samples that will be asked for.</param>
    internal HalvedPlanes(ReadOnlySpan<byte> pixels, int width, int height, float coarsest)
    {
        _full = pixels;
        (Width, Height) = (width, height);
        _halvings = Math.Min(HalvingsFor(coarsest), BitOperations.Log2((uint)Math.Min(width, height)));
        _rented = ArrayPool<byte>.Shared.Rent((width * height / 2) + 16);
        var source = pixels;
        var start = 0;
        for (var i = 1; i <= _halvings; i++)
        {
            var target = _rented.AsSpan(start, (width >> i) * (height >> i));
            PlaneHalving.Halve(source, width >> (i - 1), target, width >> i, height >> i);
            source = target;
            start += target.Length;
        }
    }

    internal int Width { get; }

    internal int Height { get; }

    /// <summary>Samples a grid of values by linear interpolation in the nearest finer plane; outside, the edge goes on.</summary>
    /// <param name="left">Left edge of the first sample, in pixels.</param>
    /// <param name="top">Top edge of the first sample.</param>
    /// <param name="step">Pixels from one sample to the next.</param>
    /// <param name="columns">Samples in a row.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="zero">Is subtracted from each value.</param>
    /// <param name="target">Receives values of 0–255 less <paramref name="zero"/>, row by row.</param>
    internal readonly void Sample(float left, float top, float step, int columns, int rows, int zero, Span<short> target)
    {
        var halvings = Math.Min(HalvingsFor(step), _halvings);
        var plane = Plane(halvings);
        var (width, height) = (Width >> halvings, Height >> halvings);
        var scale = 1f / (1 << halvings);
        var rented = ArrayPool<int>.Shared.Rent(columns);
        var blended = ArrayPool<ushort>.Shared.Rent(width + 1);
        var places = rented.AsSpan(0, columns);
        for (var i = 0; i < columns; i++)
        {
            places[i] = Place(left, step, i, scale, width);
        }

        // Only the columns that are looked at, and one more.
        var first = places[0] >> FractionBits;
        var count = Math.Min((places[^1] >> FractionBits) + 2, width) - first;
        for (var i = 0; i < rows; i++)
        {
            var place = Place(top, step, i, scale, height);
            var y = place >> FractionBits;
            var upper = plane.Slice((y * width) + first, count);
            var lower = plane.Slice((Math.Min(y + 1, height - 1) * width) + first, count);
            BilinearRow.Blend(upper, lower, place & (One - 1), blended);
            blended[count] = blended[count - 1];
            BilinearRow.Sample(blended, first, places, zero, target.Slice(i * columns, columns));
        }

        ArrayPool<int>.Shared.Return(rented);
        ArrayPool<ushort>.Shared.Return(blended);
    }

    internal void Dispose()
    {
        if (_rented is { } rented)
        {
            _rented = null;
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private static int HalvingsFor(float step) => step < 2 ? 0 : Math.Min(MaximumHalvings, BitOperations.Log2((uint)step));

    /// <summary>Position with <see cref="FractionBits"/> bits after the point, inside the plane.</summary>
    private static int Place(float start, float step, int index, float scale, int count)
    {
        var place = ((start + ((index + 0.5f) * step)) * scale) - 0.5f;
        return Math.Clamp((int)(Math.Clamp(place, -1f, count) * One), 0, (count - 1) * One);
    }

    private readonly ReadOnlySpan<byte> Plane(int halvings)
    {
        if (halvings == 0)
        {
            return _full;
        }

        var start = 0;
        for (var i = 1; i < halvings; i++)
        {
            start += (Width >> i) * (Height >> i);
        }

        return _rented.AsSpan(start, (Width >> halvings) * (Height >> halvings));
    }
}
