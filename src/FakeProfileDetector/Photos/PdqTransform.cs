namespace FakeProfileDetector.Photos;

/// <summary>Second stage of PDQ: 64 × 64 luma → 16 × 16 frequencies → bits above the median, for eight orientations.</summary>
internal static class PdqTransform
{
    internal const int BlockSize = 16;

    private const int Side = PdqDownscaler.Side;

    // Row i holds frequency i + 1: the constant one is left out, so that brightness does not count.
    private static readonly float[] Cosines = CreateCosines();

    /// <summary>The bits of the cosine table, for the test that pins them: a platform's libm must not change a hash.</summary>
    internal static ReadOnlySpan<float> Table => Cosines;

    /// <summary>block = D · small · Dᵀ, each sum from the lowest index upwards as in the reference.</summary>
    internal static void Forward(ReadOnlySpan<float> small, Span<float> block)
    {
        Span<float> half = stackalloc float[BlockSize * Side];
        for (var i = 0; i < BlockSize; i++)
        {
            var basis = Cosines.AsSpan(i * Side, Side);
            for (var x = 0; x < Side; x++)
            {
                var sum = 0f;
                for (var y = 0; y < Side; y++)
                {
                    sum += basis[y] * small[(y * Side) + x];
                }

                half[(i * Side) + x] = sum;
            }
        }

        for (var i = 0; i < BlockSize; i++)
        {
            for (var j = 0; j < BlockSize; j++)
            {
                var basis = Cosines.AsSpan(j * Side, Side);
                var sum = 0f;
                for (var x = 0; x < Side; x++)
                {
                    sum += half[(i * Side) + x] * basis[x];
                }

                block[(i * BlockSize) + j] = sum;
            }
        }
    }

    internal static DihedralHashes ToHashes(ReadOnlySpan<float> block)
    {
        DihedralHashes hashes = default;
        Span<float> turned = stackalloc float[BlockSize * BlockSize];
        for (var transform = 0; transform < DihedralHashes.Count; transform++)
        {
            for (var row = 0; row < BlockSize; row++)
            {
                for (var column = 0; column < BlockSize; column++)
                {
                    var (source, negated) = DihedralHashes.Source((DihedralTransform)transform, row, column);
                    turned[(row * BlockSize) + column] = negated ? -block[source] : block[source];
                }
            }

            hashes[transform] = ToHash(turned);
        }

        return hashes;
    }

    private static PhotoHash ToHash(ReadOnlySpan<float> block)
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
