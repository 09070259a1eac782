using System.Runtime.Intrinsics;

namespace FakeProfileDetector.FaceTraining.Learning;

/// <summary>C += A · B in single precision, for the narrow matrices of small networks.</summary>
internal static unsafe class Gemm
{
    /// <param name="a">Element (i, k) is at i · rowStep + k · columnStep.</param>
    /// <param name="rowStep">See <paramref name="a"/>.</param>
    /// <param name="columnStep">See <paramref name="a"/>.</param>
    /// <param name="b">Depth × columns, row by row.</param>
    /// <param name="c">Rows × columns, row by row.</param>
    /// <param name="rows">Of C.</param>
    /// <param name="depth">Columns of A.</param>
    /// <param name="columns">Of C.</param>
    internal static void Add(float[] a, int rowStep, int columnStep, float[] b, float[] c, int rows, int depth, int columns)
    {
        fixed (float* pa = a, pb = b, pc = c)
        {
            var i = 0;
            for (; i <= rows - 4; i += 4)
            {
                var j = 0;
                for (; j <= columns - 16; j += 16)
                {
                    Block(pa + (i * (long)rowStep), rowStep, columnStep, pb + j, pc + (i * (long)columns) + j, depth, columns);
                }

                Rest(pa, rowStep, columnStep, pb, pc, i, i + 4, j, depth, columns);
            }

            Rest(pa, rowStep, columnStep, pb, pc, i, rows, 0, depth, columns);
        }
    }

    private static void Block(float* a, int rowStep, int columnStep, float* b, float* c, int depth, int columns)
    {
        var (c00, c01) = (Vector256.Load(c), Vector256.Load(c + 8));
        var (c10, c11) = (Vector256.Load(c + columns), Vector256.Load(c + columns + 8));
        var (c20, c21) = (Vector256.Load(c + (2 * columns)), Vector256.Load(c + (2 * columns) + 8));
        var (c30, c31) = (Vector256.Load(c + (3 * columns)), Vector256.Load(c + (3 * columns) + 8));
        for (var k = 0; k < depth; k++, a += columnStep, b += columns)
        {
            var (b0, b1) = (Vector256.Load(b), Vector256.Load(b + 8));
            var a0 = Vector256.Create(a[0]);
            c00 = Vector256.FusedMultiplyAdd(a0, b0, c00);
            c01 = Vector256.FusedMultiplyAdd(a0, b1, c01);
            var a1 = Vector256.Create(a[rowStep]);
            c10 = Vector256.FusedMultiplyAdd(a1, b0, c10);
            c11 = Vector256.FusedMultiplyAdd(a1, b1, c11);
            var a2 = Vector256.Create(a[2 * rowStep]);
            c20 = Vector256.FusedMultiplyAdd(a2, b0, c20);
            c21 = Vector256.FusedMultiplyAdd(a2, b1, c21);
            var a3 = Vector256.Create(a[3 * rowStep]);
            c30 = Vector256.FusedMultiplyAdd(a3, b0, c30);
            c31 = Vector256.FusedMultiplyAdd(a3, b1, c31);
        }

        c00.Store(c);
        c01.Store(c + 8);
        c10.Store(c + columns);
        c11.Store(c + columns + 8);
        c20.Store(c + (2 * columns));
        c21.Store(c + (2 * columns) + 8);
        c30.Store(c + (3 * columns));
        c31.Store(c + (3 * columns) + 8);
    }

    private static void Rest(float* a, int rowStep, int columnStep, float* b, float* c, int start, int end, int firstColumn, int depth, int columns)
    {
        for (var i = start; i < end; i++)
        {
            var j = firstColumn;
            for (; j <= columns - 8; j += 8)
            {
                var sum = Vector256.Load(c + (i * (long)columns) + j);
                for (var k = 0; k < depth; k++)
                {
                    sum = Vector256.FusedMultiplyAdd(Vector256.Create(a[(i * (long)rowStep) + (k * (long)columnStep)]), Vector256.Load(b + (k * (long)columns) + j), sum);
                }

                sum.Store(c + (i * (long)columns) + j);
            }

            for (; j < columns; j++)
            {
                var sum = c[(i * (long)columns) + j];
                for (var k = 0; k < depth; k++)
                {
                    sum += a[(i * (long)rowStep) + (k * (long)columnStep)] * b[(k * (long)columns) + j];
                }

                c[(i * (long)columns) + j] = sum;
            }
        }
    }
}
