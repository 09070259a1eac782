using System.Buffers;

namespace FakeProfileDetector.Jpeg;

/// <summary>The coefficients of luma that the scans of a progressive frame add to, in natural order.</summary>
internal readonly struct LumaCoefficients : IDisposable
{
    private readonly short[] _values;
    private readonly int _perBlock;

    /// <summary>Rents cleared memory.</summary>
    /// <param name="blocks">Number of blocks.</param>
    /// <param name="perBlock">64, or 1 to keep the constants alone.</param>
    internal LumaCoefficients(int blocks, int perBlock)
    {
        _perBlock = perBlock;
        _values = ArrayPool<short>.Shared.Rent(blocks * perBlock);
        _values.AsSpan(0, blocks * perBlock).Clear();
    }

    /// <summary>Whether only constants are kept.</summary>
    internal bool HasConstantsOnly => _perBlock == 1;

    /// <summary>The coefficients of one block.</summary>
    internal Span<short> Block(int index) => _values.AsSpan(index * _perBlock, _perBlock);

    /// <summary>Dequantises and transforms all blocks.</summary>
    internal void WriteTo(LumaBlocks luma, JpegComponent component, QuantizationTable quantization, CancellationToken cancellationToken)
    {
        Span<int> steps = stackalloc int[ZigZag.BlockSize];
        for (var k = 0; k < ZigZag.BlockSize; k++)
        {
            steps[ZigZag.ToNatural[k]] = quantization.Step(k);
        }

        var block = default(CoefficientBlock);
        for (var row = 0; row < component.BlocksDown; row++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var column = 0; column < component.BlocksAcross; column++)
            {
                var coefficients = Block((row * component.BlocksAcross) + column);
                if (!coefficients[1..].ContainsAnyExcept((short)0))
                {
                    luma.PutFlat(column, row, coefficients[0] * steps[0]);
                    continue;
                }

                for (var i = 0; i < coefficients.Length; i++)
                {
                    block[i] = coefficients[i] * steps[i];
                }

                luma.Put(column, row, ref block);
            }
        }
    }

    public void Dispose() => ArrayPool<short>.Shared.Return(_values);
}
