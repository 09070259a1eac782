using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace FakeProfileDetector.Photos.Pdq;

/// <summary>Second stage of PDQ: 64 × 64 luma → 16 × 16 frequencies.</summary>
internal static class PdqTransform
{
    internal const int BlockSize = 16;
    internal const int BlockLength = BlockSize * BlockSize;

    private const int Side = PdqDownscaler.Side;

    // Sums that are kept in registers at once: four rows of two vectors.
    private const int RowsAtOnce = 4;
    private const int ColumnsAtOnce = 16;

    // Row i holds frequency i + 1: the constant one is left out, so that brightness does not count.
    private static readonly float[] Cosines = CreateCosines();

    // Column x of the table, so that sixteen sums share one factor.
    private static readonly float[] Transposed = Transpose(Cosines);

    /// <summary>The bits of the cosine table, for the test that pins them: a platform's libm must not change a hash.</summary>
    internal static ReadOnlySpan<float> Table => Cosines;

    /// <summary>
    /// block = D · small · Dᵀ, each sum from the lowest index upwards as in the reference, product and sum rounded apart;
    /// sums of neighboring coefficients run side by side.
    /// </summary>
    internal static void Forward(ReadOnlySpan<float> small, Span<float> block)
    {
        Debug.Assert(small.Length == Side * Side && block.Length == BlockLength, "The sizes are PDQ's.");
        Span<float> half = stackalloc float[BlockSize * Side];
        for (var column = 0; column < Side; column += ColumnsAtOnce)
        {
            Multiply(Cosines, small[column..], Side, half[column..], Side);
        }

        Multiply(half, Transposed, BlockSize, block, BlockSize);
    }

    /// <summary>Sixteen columns of the product of a 16 × 64 matrix and one of 64 rows.</summary>
    private static void Multiply(ReadOnlySpan<float> left, ReadOnlySpan<float> right, int rightStride, Span<float> product, int productStride)
    {
        Debug.Assert(left.Length == BlockSize * Side, "The left matrix is 16 × 64.");
        Debug.Assert(right.Length >= ((Side - 1) * rightStride) + ColumnsAtOnce, "The right matrix has 64 rows.");
        Debug.Assert(product.Length >= ((BlockSize - 1) * productStride) + ColumnsAtOnce, "The product has 16 rows.");
        for (var row = 0; row < BlockSize; row += RowsAtOnce)
        {
            if (Vector512.IsHardwareAccelerated)
            {
                MultiplyWide(left[(row * Side)..], right, rightStride, product[(row * productStride)..], productStride);
                continue;
            }

            ref var factors = ref Unsafe.Add(ref MemoryMarshal.GetReference(left), row * Side);
            ref var values = ref MemoryMarshal.GetReference(right);
            var (a0, a1) = (Vector256<float>.Zero, Vector256<float>.Zero);
            var (b0, b1) = (Vector256<float>.Zero, Vector256<float>.Zero);
            var (c0, c1) = (Vector256<float>.Zero, Vector256<float>.Zero);
            var (d0, d1) = (Vector256<float>.Zero, Vector256<float>.Zero);
            for (var k = 0; k < Side; k++)
            {
                var low = Vector256.LoadUnsafe(ref values);
                var high = Vector256.LoadUnsafe(ref values, (nuint)Vector256<float>.Count);
                var factor = Vector256.Create(factors);
                a0 += low * factor;
                a1 += high * factor;
                factor = Vector256.Create(Unsafe.Add(ref factors, Side));
                b0 += low * factor;
                b1 += high * factor;
                factor = Vector256.Create(Unsafe.Add(ref factors, 2 * Side));
                c0 += low * factor;
                c1 += high * factor;
                factor = Vector256.Create(Unsafe.Add(ref factors, 3 * Side));
                d0 += low * factor;
                d1 += high * factor;
                values = ref Unsafe.Add(ref values, rightStride);
                factors = ref Unsafe.Add(ref factors, 1);
            }

            Store(product.Slice(row * productStride, ColumnsAtOnce), a0, a1);
            Store(product.Slice((row + 1) * productStride, ColumnsAtOnce), b0, b1);
            Store(product.Slice((row + 2) * productStride, ColumnsAtOnce), c0, c1);
            Store(product.Slice((row + 3) * productStride, ColumnsAtOnce), d0, d1);
        }
    }

    /// <summary>Four rows of the product, each in one vector: the same in half as many instructions.</summary>
    private static void MultiplyWide(ReadOnlySpan<float> left, ReadOnlySpan<float> right, int rightStride, Span<float> product, int productStride)
    {
        ref var factors = ref MemoryMarshal.GetReference(left);
        ref var values = ref MemoryMarshal.GetReference(right);
        var (a, b, c, d) = (Vector512<float>.Zero, Vector512<float>.Zero, Vector512<float>.Zero, Vector512<float>.Zero);
        for (var k = 0; k < Side; k++)
        {
            var value = Vector512.LoadUnsafe(ref values);
            a += value * Vector512.Create(factors);
            b += value * Vector512.Create(Unsafe.Add(ref factors, Side));
            c += value * Vector512.Create(Unsafe.Add(ref factors, 2 * Side));
            d += value * Vector512.Create(Unsafe.Add(ref factors, 3 * Side));
            values = ref Unsafe.Add(ref values, rightStride);
            factors = ref Unsafe.Add(ref factors, 1);
        }

        a.CopyTo(product);
        b.CopyTo(product[productStride..]);
        c.CopyTo(product[(2 * productStride)..]);
        d.CopyTo(product[(3 * productStride)..]);
    }

    private static void Store(Span<float> target, Vector256<float> low, Vector256<float> high)
    {
        low.CopyTo(target);
        high.CopyTo(target[Vector256<float>.Count..]);
    }

    private static float[] Transpose(float[] table)
    {
        var transposed = new float[table.Length];
        for (var i = 0; i < table.Length; i++)
        {
            transposed[(i % Side * BlockSize) + (i / Side)] = table[i];
        }

        return transposed;
    }

    private static float[] CreateCosines()
    {
        // The factor is rounded to float before it multiplies, as in the reference.
        var scale = (float)Math.Sqrt(2.0 / Side);
        var table = new float[BlockSize * Side];
        for (var i = 0; i < BlockSize; i++)
        {
            for (var j = 0; j < Side; j++)
            {
                table[(i * Side) + j] = (float)(scale * Math.Cos(Math.PI / 2.0 / Side * (i + 1) * ((2 * j) + 1)));
            }
        }

        return table;
    }
}
