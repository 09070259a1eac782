namespace FakeProfileDetector.Photos;

/// <summary>Second stage of PDQ: 64 × 64 luma → 16 × 16 frequencies → bits above the median, for eight orientations.</summary>
internal static class PdqTransform
{
    internal const int BlockSize = 16;

    private const int Side = PdqDownscaler.Side;

    // Row i holds frequency i + 1: the constant one is left out, so that brightness does not count.
    private static readonly float[] Cosines = CreateCosines();

    // Column x of the table, so that sixteen sums share one factor.
    private static readonly float[] Transposed = Transpose(Cosines);

    // Where each coefficient of each turned block comes from; the sign is kept as a factor.
    private static readonly (int Index, float Sign)[] Sources = CreateSources();

    /// <summary>The bits of the cosine table, for the test that pins them: a platform's libm must not change a hash.</summary>
    internal static ReadOnlySpan<float> Table => Cosines;

    /// <summary>
    /// block = D · small · Dᵀ, each sum from the lowest index upwards as in the reference; sums of neighbouring coefficients
    /// run side by side.
    /// </summary>
    internal static void Forward(ReadOnlySpan<float> small, Span<float> block)
    {
        Span<float> half = stackalloc float[BlockSize * Side];
        half.Clear();
        for (var i = 0; i < BlockSize; i++)
        {
            var sums = half.Slice(i * Side, Side);
            for (var y = 0; y < Side; y++)
            {
                FloatRows.AddScaled(sums, small.Slice(y * Side, Side), Cosines[(i * Side) + y]);
            }
        }

        block.Clear();
        for (var i = 0; i < BlockSize; i++)
        {
            var sums = block.Slice(i * BlockSize, BlockSize);
            for (var x = 0; x < Side; x++)
            {
                FloatRows.AddScaled(sums, Transposed.AsSpan(x * BlockSize, BlockSize), half[(i * Side) + x]);
            }
        }
    }

    /// <summary>The hashes of the block turned and flipped.</summary>
    internal static DihedralHashes ToHashes(ReadOnlySpan<float> block)
    {
        DihedralHashes hashes = default;
        Span<float> turned = stackalloc float[BlockSize * BlockSize];
        for (var transform = 0; transform < DihedralHashes.Count; transform++)
        {
            var sources = Sources.AsSpan(transform * turned.Length, turned.Length);
            for (var k = 0; k < turned.Length; k++)
            {
                turned[k] = block[sources[k].Index] * sources[k].Sign;
            }

            hashes[transform] = ToHash(turned);
        }

        return hashes;
    }

    /// <summary>The hash of the block as it is.</summary>
    internal static PhotoHash ToHash(ReadOnlySpan<float> block)
    {
        Span<float> sorted = stackalloc float[block.Length];
        block.CopyTo(sorted);
        sorted.Sort();

        // The lower of the two middle values, which is what the reference's median by bisection arrives at.
        var median = sorted[(block.Length / 2) - 1];
        Span<ulong> words = stackalloc ulong[4];
        words.Clear();
        for (var i = 0; i < block.Length; i++)
        {
            if (block[i] > median)
            {
                words[i >> 6] |= 1UL << (i & 63);
            }
        }

        return new PhotoHash(words[0], words[1], words[2], words[3]);
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

    private static (int Index, float Sign)[] CreateSources()
    {
        var sources = new (int Index, float Sign)[DihedralHashes.Count * BlockSize * BlockSize];
        for (var k = 0; k < sources.Length; k++)
        {
            var place = k % (BlockSize * BlockSize);
            var (index, negated) = DihedralHashes.Source((DihedralTransform)(k / (BlockSize * BlockSize)), place / BlockSize, place % BlockSize);
            sources[k] = (index, negated ? -1 : 1);
        }

        return sources;
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
