using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FakeProfileDetector.Photos.Faces.Kernels;

/// <summary>Tiles of four pixels and 16 outputs, whose sums stay in registers; weights and values are read once for a tile.</summary>
/// <typeparam name="TProduct">What multiplies and adds.</typeparam>
internal static unsafe class TiledConvolution<TProduct>
    where TProduct : struct, IPairProduct
{
    private const int Tile = 4;
    private const int Eight = ConvolutionLayer.OutputGroup;

    /// <inheritdoc cref="ConvolutionKernel.Apply"/>
    internal static void Apply(ConvolutionLayer layer, short* input, int width, int height, short* values, int* sums)
    {
        var (columns, rows) = (layer.OutputSide(width), layer.OutputSide(height));
        if (columns * rows == 0)
        {
            return;
        }

        var inputRow = width * layer.Inputs;
        fixed (short* packed = layer.Packed)
        fixed (int* starts = layer.Starts)
        {
            for (var output = 0; output < layer.Outputs; output += layer.Group)
            {
                var places = new OutputPlaces(input, columns, rows, layer.Stride * layer.Inputs, layer.Stride * inputRow);
                var weights = packed + layer.PackedIndex(0, 0, output);
                if (layer.Group == Eight)
                {
                    OfEight(layer, places, weights, inputRow, output, starts, values, sums);
                }
                else if (columns * rows == 1)
                {
                    OnePixel(layer, places, weights, inputRow, output, starts, values, sums);
                }
                else
                {
                    OfSixteen(layer, places, weights, inputRow, output, starts, values, sums);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OfSixteen(
        ConvolutionLayer layer, OutputPlaces places, short* weights, int inputRow, int output, int* starts, short* values, int* sums)
    {
        var (side, pairs, outputs) = (layer.Side, layer.Pairs, layer.Outputs);
        var weightsRow = outputs * pairs * 2;
        var (start, next) = (Vector256.Load(starts + output), Vector256.Load(starts + output + Eight));
        for (var pixel = 0; pixel < places.Count; pixel += Tile)
        {
            var (a, b, c, d) = (start, start, start, start);
            var (e, f, g, h) = (next, next, next, next);
            var first = places.Next();
            var second = places.Next();
            var third = places.Next();
            var fourth = places.Next();
            for (var row = 0; row < side; row++)
            {
                var weight = weights + (row * weightsRow);
                nint at = row * inputRow;
                for (var end = at + (2 * pairs); at < end; at += 2, weight += 4 * Eight)
                {
                    var (one, other) = (Vector256.Load(weight), Vector256.Load(weight + (2 * Eight)));
                    var value = Pair(first + at);
                    a = TProduct.Add(a, value, one);
                    e = TProduct.Add(e, value, other);
                    value = Pair(second + at);
                    b = TProduct.Add(b, value, one);
                    f = TProduct.Add(f, value, other);
                    value = Pair(third + at);
                    c = TProduct.Add(c, value, one);
                    g = TProduct.Add(g, value, other);
                    value = Pair(fourth + at);
                    d = TProduct.Add(d, value, one);
                    h = TProduct.Add(h, value, other);
                }
            }

            // Behind the last pixel, the last is computed and written again.
            var last = places.Count - 1;
            Store(layer, a, e, (pixel * outputs) + output, values, sums);
            Store(layer, b, f, (Math.Min(pixel + 1, last) * outputs) + output, values, sums);
            Store(layer, c, g, (Math.Min(pixel + 2, last) * outputs) + output, values, sums);
            Store(layer, d, h, (Math.Min(pixel + 3, last) * outputs) + output, values, sums);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OnePixel(
        ConvolutionLayer layer, OutputPlaces places, short* weights, int inputRow, int output, int* starts, short* values, int* sums)
    {
        var weightsRow = layer.Outputs * layer.Pairs * 2;
        var (a, b) = (Vector256.Load(starts + output), Vector256.Load(starts + output + Eight));
        var (c, d) = (Vector256<int>.Zero, Vector256<int>.Zero);
        var input = places.Next();
        for (var row = 0; row < layer.Side; row++)
        {
            var weight = weights + (row * weightsRow);
            var value = input + (row * inputRow);
            var pair = 0;

            // Two sums of each, so that none waits for itself.
            for (; pair <= layer.Pairs - 2; pair += 2, value += 4, weight += 8 * Eight)
            {
                var (one, two) = (Pair(value), Pair(value + 2));
                a = TProduct.Add(a, one, Vector256.Load(weight));
                b = TProduct.Add(b, one, Vector256.Load(weight + (2 * Eight)));
                c = TProduct.Add(c, two, Vector256.Load(weight + (4 * Eight)));
                d = TProduct.Add(d, two, Vector256.Load(weight + (6 * Eight)));
            }

            if (pair < layer.Pairs)
            {
                a = TProduct.Add(a, Pair(value), Vector256.Load(weight));
                b = TProduct.Add(b, Pair(value), Vector256.Load(weight + (2 * Eight)));
            }
        }

        Store(layer, a + c, b + d, output, values, sums);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OfEight(
        ConvolutionLayer layer, OutputPlaces places, short* weights, int inputRow, int output, int* starts, short* values, int* sums)
    {
        var (side, pairs, outputs) = (layer.Side, layer.Pairs, layer.Outputs);
        var weightsRow = outputs * pairs * 2;
        var start = Vector256.Load(starts + output);
        for (var pixel = 0; pixel < places.Count; pixel += Tile)
        {
            var (a, b, c, d) = (start, start, start, start);
            var first = places.Next();
            var second = places.Next();
            var third = places.Next();
            var fourth = places.Next();
            for (var row = 0; row < side; row++)
            {
                var weight = weights + (row * weightsRow);
                nint at = row * inputRow;
                for (var end = at + (2 * pairs); at < end; at += 2, weight += 2 * Eight)
                {
                    var one = Vector256.Load(weight);
                    a = TProduct.Add(a, Pair(first + at), one);
                    b = TProduct.Add(b, Pair(second + at), one);
                    c = TProduct.Add(c, Pair(third + at), one);
                    d = TProduct.Add(d, Pair(fourth + at), one);
                }
            }

            var last = places.Count - 1;
            Store(layer, a, (pixel * outputs) + output, values, sums);
            Store(layer, b, (Math.Min(pixel + 1, last) * outputs) + output, values, sums);
            Store(layer, c, (Math.Min(pixel + 2, last) * outputs) + output, values, sums);
            Store(layer, d, (Math.Min(pixel + 3, last) * outputs) + output, values, sums);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(ConvolutionLayer layer, Vector256<int> low, Vector256<int> high, int at, short* values, int* sums)
    {
        if (!layer.Clipped)
        {
            low.Store(sums + at);
            high.Store(sums + at + Eight);
            return;
        }

        // Packing puts halves of both side by side, and clips to more than will be left.
        var both = Avx2.PackSignedSaturate(low >> ConvolutionLayer.WeightBits, high >> ConvolutionLayer.WeightBits);
        both = Avx2.Permute4x64(both.AsInt64(), 0b11_01_10_00).AsInt16();
        Vector256.Min(Vector256.Max(both, Vector256<short>.Zero), Vector256.Create((short)ConvolutionLayer.Ceiling)).Store(values + at);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(ConvolutionLayer layer, Vector256<int> eight, int at, short* values, int* sums)
    {
        if (!layer.Clipped)
        {
            eight.Store(sums + at);
            return;
        }

        eight >>= ConvolutionLayer.WeightBits;
        var packed = Sse2.PackSignedSaturate(eight.GetLower(), eight.GetUpper());
        Vector128.Min(Vector128.Max(packed, Vector128<short>.Zero), Vector128.Create((short)ConvolutionLayer.Ceiling)).Store(values + at);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Pair(short* values) => Avx2.BroadcastScalarToVector256((int*)values).AsInt16();
}
