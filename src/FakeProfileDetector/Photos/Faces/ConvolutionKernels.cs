using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FakeProfileDetector.Photos.Faces;

/// <summary>Sums of a layer for one row of output pixels: the plain twin, and one for AVX2 with the same results.</summary>
internal static unsafe class ConvolutionKernels
{
    /// <summary>Values that may be read, and are ignored, behind the last of a plane.</summary>
    internal const int Slack = 2;

    private const int PixelsAtOnce = 4;
    private const int Group = ConvolutionLayer.OutputGroup;

    /// <summary>The sums of a row of outputs.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="input">First value under the kernel's top left corner at the row's first output; <see cref="Slack"/> values behind the plane are readable.</param>
    /// <param name="inputRow">Values in a row of the input plane.</param>
    /// <param name="count">Output pixels.</param>
    /// <param name="sums">Receives <paramref name="count"/> × outputs sums with all bits.</param>
    internal static void Row(ConvolutionLayer layer, short* input, int inputRow, int count, int* sums)
    {
        if (Avx2.IsSupported)
        {
            RowAvx2(layer, input, inputRow, count, sums);
        }
        else
        {
            RowPortable(layer, input, inputRow, count, sums);
        }
    }

    /// <summary>The same with 128-bit vectors of any CPU, or none.</summary>
    internal static void RowPortable(ConvolutionLayer layer, short* input, int inputRow, int count, int* sums)
    {
        var step = layer.Stride * layer.Inputs;
        fixed (short* packed = layer.Packed)
        {
            for (var pixel = 0; pixel < count; pixel++, input += step)
            {
                for (var group = 0; group < layer.Outputs; group += Group, sums += Group)
                {
                    Sum(layer, packed, input, inputRow, group, sums);
                }
            }
        }
    }

    private static void Sum(ConvolutionLayer layer, short* packed, short* input, int inputRow, int group, int* sums)
    {
        if (!Vector128.IsHardwareAccelerated)
        {
            SumScalar(layer, packed, input, inputRow, group, sums);
            return;
        }

        var biases = layer.Biases.AsSpan(group, Group);
        var (low, high) = (Vector128.Create<int>(biases[..4]), Vector128.Create<int>(biases[4..]));
        for (var row = 0; row < layer.Side; row++)
        {
            var values = input + (row * inputRow);
            var weights = packed + layer.PackedIndex(row, 0, group);
            for (var pair = 0; pair < layer.Pairs; pair++, values += 2, weights += 2 * Group)
            {
                // Even positions hold the first of a pair, odd ones the second.
                var (first, second) = (Vector128.Create((int)values[0]), Vector128.Create((int)values[1]));
                var (one, two) = (Vector128.Load(weights).AsInt32(), Vector128.Load(weights + Group).AsInt32());
                low += (first * ((one << 16) >> 16)) + (second * (one >> 16));
                high += (first * ((two << 16) >> 16)) + (second * (two >> 16));
            }
        }

        low.Store(sums);
        high.Store(sums + 4);
    }

    private static void SumScalar(ConvolutionLayer layer, short* packed, short* input, int inputRow, int group, int* sums)
    {
        layer.Biases.AsSpan(group, Group).CopyTo(new Span<int>(sums, Group));
        for (var row = 0; row < layer.Side; row++)
        {
            var values = input + (row * inputRow);
            var weights = packed + layer.PackedIndex(row, 0, group);
            for (var pair = 0; pair < layer.Pairs; pair++, values += 2, weights += 2 * Group)
            {
                for (var output = 0; output < Group; output++)
                {
                    sums[output] += (values[0] * weights[2 * output]) + (values[1] * weights[(2 * output) + 1]);
                }
            }
        }
    }

    private static void RowAvx2(ConvolutionLayer layer, short* input, int inputRow, int count, int* sums)
    {
        var (outputs, step) = (layer.Outputs, layer.Stride * layer.Inputs);
        ref var biases = ref MemoryMarshal.GetArrayDataReference(layer.Biases);
        fixed (short* packed = layer.Packed)
        {
            for (var group = 0; group < outputs; group += Group)
            {
                var bias = Vector256.LoadUnsafe(ref biases, (nuint)group);
                var pixel = 0;
                if (group % (2 * Group) == 0 && group + Group < outputs)
                {
                    var next = Vector256.LoadUnsafe(ref biases, (nuint)(group + Group));
                    for (; pixel <= count - PixelsAtOnce; pixel += PixelsAtOnce)
                    {
                        FourTwice(layer, packed, input + (pixel * step), inputRow, step, group, bias, next, sums + (pixel * outputs) + group);
                    }
                }
                else if (group % (2 * Group) != 0)
                {
                    // Done with the group before.
                    pixel = count / PixelsAtOnce * PixelsAtOnce;
                }

                for (; pixel <= count - PixelsAtOnce; pixel += PixelsAtOnce)
                {
                    Four(layer, packed, input + (pixel * step), inputRow, step, group, bias, sums + (pixel * outputs) + group);
                }

                for (; pixel < count; pixel++)
                {
                    One(layer, packed, input + (pixel * step), inputRow, group, bias, sums + (pixel * outputs) + group);
                }
            }
        }
    }

    /// <summary>Four pixels of two groups: values are read once for both.</summary>
    private static void FourTwice(
        ConvolutionLayer layer, short* packed, short* input, int inputRow, int step, int group, Vector256<int> bias, Vector256<int> next, int* sums)
    {
        var (a, b, c, d) = (bias, bias, bias, bias);
        var (e, f, g, h) = (next, next, next, next);
        var pairs = layer.Pairs;
        var distance = pairs * 2 * Group;
        for (var row = 0; row < layer.Side; row++)
        {
            var values = input + (row * inputRow);
            var weights = packed + layer.PackedIndex(row, 0, group);
            for (var pair = 0; pair < pairs; pair++, values += 2, weights += 2 * Group)
            {
                var (weight, other) = (Vector256.Load(weights), Vector256.Load(weights + distance));
                var value = Pair(values);
                a += Avx2.MultiplyAddAdjacent(value, weight);
                e += Avx2.MultiplyAddAdjacent(value, other);
                value = Pair(values + step);
                b += Avx2.MultiplyAddAdjacent(value, weight);
                f += Avx2.MultiplyAddAdjacent(value, other);
                value = Pair(values + (2 * step));
                c += Avx2.MultiplyAddAdjacent(value, weight);
                g += Avx2.MultiplyAddAdjacent(value, other);
                value = Pair(values + (3 * step));
                d += Avx2.MultiplyAddAdjacent(value, weight);
                h += Avx2.MultiplyAddAdjacent(value, other);
            }
        }

        a.Store(sums);
        e.Store(sums + Group);
        b.Store(sums + layer.Outputs);
        f.Store(sums + layer.Outputs + Group);
        c.Store(sums + (2 * layer.Outputs));
        g.Store(sums + (2 * layer.Outputs) + Group);
        d.Store(sums + (3 * layer.Outputs));
        h.Store(sums + (3 * layer.Outputs) + Group);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Four(ConvolutionLayer layer, short* packed, short* input, int inputRow, int step, int group, Vector256<int> bias, int* sums)
    {
        var (a, b, c, d) = (bias, bias, bias, bias);
        var pairs = layer.Pairs;
        for (var row = 0; row < layer.Side; row++)
        {
            var values = input + (row * inputRow);
            var weights = packed + layer.PackedIndex(row, 0, group);
            for (var pair = 0; pair < pairs; pair++, values += 2, weights += 2 * Group)
            {
                var weight = Vector256.Load(weights);
                a += Avx2.MultiplyAddAdjacent(Pair(values), weight);
                b += Avx2.MultiplyAddAdjacent(Pair(values + step), weight);
                c += Avx2.MultiplyAddAdjacent(Pair(values + (2 * step)), weight);
                d += Avx2.MultiplyAddAdjacent(Pair(values + (3 * step)), weight);
            }
        }

        a.Store(sums);
        b.Store(sums + layer.Outputs);
        c.Store(sums + (2 * layer.Outputs));
        d.Store(sums + (3 * layer.Outputs));
    }

    private static void One(ConvolutionLayer layer, short* packed, short* input, int inputRow, int group, Vector256<int> bias, int* sums)
    {
        for (var row = 0; row < layer.Side; row++)
        {
            var values = input + (row * inputRow);
            var weights = packed + layer.PackedIndex(row, 0, group);
            for (var pair = 0; pair < layer.Pairs; pair++, values += 2, weights += 2 * Group)
            {
                bias += Avx2.MultiplyAddAdjacent(Pair(values), Vector256.Load(weights));
            }
        }

        bias.Store(sums);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Pair(short* values) => Avx2.BroadcastScalarToVector256((int*)values).AsInt16();
}
