using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace FakeProfileDetector.Photos.Jpeg;

/// <summary>The coefficients of luma that the scans of a progressive frame add to, in stream order.</summary>
internal readonly struct LumaCoefficients : IDisposable
{
    // Values up to which a pool saves more than it costs: it rounds up to a power of two and keeps what hostile files asked for.
    private const int MaximumPooled = 1 << 23;

    private readonly short[] _values;
    private readonly int _perBlock;

    /// <summary>Takes cleared memory.</summary>
    /// <param name="blocks">Number of blocks.</param>
    /// <param name="perBlock">64, or 1 to keep the constants alone.</param>
    internal LumaCoefficients(int blocks, int perBlock)
    {
        _perBlock = perBlock;
        var count = blocks * perBlock;
        if (count > MaximumPooled)
        {
            _values = new short[count];
            return;
        }

        _values = ArrayPool<short>.Shared.Rent(count);
        _values.AsSpan(0, count).Clear();
    }

    /// <summary>Whether only constants are kept.</summary>
    internal bool HasConstantsOnly => _perBlock == 1;

    /// <summary>The coefficients of one block.</summary>
    internal Span<short> Block(int index) => _values.AsSpan(index * _perBlock, _perBlock);

    /// <summary>Which coefficients of a whole block are not zero, the first in the lowest bit.</summary>
    internal static ulong NonZero(ReadOnlySpan<short> block)
    {
        var mask = 0UL;
        ref var first = ref MemoryMarshal.GetReference(block[..ZigZag.BlockSize]);
        for (var i = 0; i < ZigZag.BlockSize; i += Vector256<short>.Count)
        {
            var zeros = Vector256.Equals(Vector256.LoadUnsafe(ref first, (nuint)i), Vector256<short>.Zero).ExtractMostSignificantBits();
            mask |= (ulong)(ushort)~zeros << i;
        }

        return mask;
    }

    /// <summary>Dequantizes and transforms all blocks.</summary>
    internal void WriteTo(ref LumaBlocks luma, JpegComponent component, QuantizationTable quantization, CancellationToken cancellationToken)
    {
        for (var row = 0; row < component.BlocksDown; row++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var column = 0; column < component.BlocksAcross; column++)
            {
                var coefficients = Block((row * component.BlocksAcross) + column);
                var nonZero = HasConstantsOnly ? 0 : NonZero(coefficients) & ~1UL;
                var constant = coefficients[0] * quantization.ConstantStep;
                if (nonZero == 0)
                {
                    luma.PutFlat(column, row, constant);
                    continue;
                }

                ref var block = ref luma.Next;
                block = (short)constant;

                for (; nonZero != 0; nonZero &= nonZero - 1)
                {
                    var k = BitOperations.TrailingZeroCount(nonZero);
                    var entry = quantization.Entries[k];
                    Unsafe.Add(ref block, entry >> 16) = (short)(coefficients[k] * (entry & 0xFFFF));
                }

                luma.Put(column, row);
            }
        }

        luma.Flush();
    }

    public void Dispose()
    {
        if (_values.Length <= MaximumPooled)
        {
            ArrayPool<short>.Shared.Return(_values);
        }
    }
}
