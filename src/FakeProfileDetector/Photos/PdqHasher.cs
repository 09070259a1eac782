namespace FakeProfileDetector.Photos;

/// <summary>PDQ, Meta's 256-bit perceptual photo hash, bit for bit as the reference computes it from the same luma.</summary>
/// <remarks>
/// The pipeline: two passes of a box filter along rows and columns (together a tent filter), decimation to 64 × 64, the
/// 16 × 16 lowest frequencies of the discrete cosine transform without the constant ones, and one bit for every
/// coefficient above the median. Pictures are hashed at full size (the "full" family of published values; the current
/// C++ tool first squeezes what exceeds 512 pixels). Additions run in the reference's order, so that a hash does not
/// depend on the CPU. A picture with a side under 5 pixels has no hash: all zero, quality 0.
/// Source: the PDQ description and reference code in ThreatExchange, 2019.
/// </remarks>
/// <threadsafety>Safe to call from many threads at once.</threadsafety>
public static class PdqHasher
{
    /// <summary>Pictures with a side below this many pixels have no hash: 5.</summary>
    public const int MinimumSide = 5;

    /// <summary>The greatest distance, in bits, at which PDQ calls two photos copies: 31.</summary>
    public const int DefaultMatchRadius = 31;

    /// <summary>The least quality at which a hash is worth comparing: 50.</summary>
    public const int MinimumQuality = 50;

    /// <summary>Hashes a picture from 8-bit luma.</summary>
    /// <param name="luma">Row by row from the top left, without gaps; <paramref name="width"/> × <paramref name="height"/> values.</param>
    /// <param name="width">In pixels, 1 or more.</param>
    /// <param name="height">In pixels, 1 or more.</param>
    /// <returns>Hash and quality.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A side below 1.</exception>
    /// <exception cref="ArgumentException">The number of values is not width × height.</exception>
    public static PdqHash Compute(ReadOnlySpan<byte> luma, int width, int height)
    {
        LumaRows.CheckSize(luma.Length, width, height);
        if (!IsHashable(width, height))
        {
            return default;
        }

        Span<float> small = stackalloc float[PdqDownscaler.Side * PdqDownscaler.Side];
        Span<float> block = stackalloc float[PdqTransform.BlockLength];
        PdqDownscaler.Downscale(luma, width, height, small);
        PdqTransform.Forward(small, block);
        return new(PdqBits.ToHash(block), PdqQuality.Measure(small));
    }

    /// <summary>Hashes a picture from 8-bit luma under all eight transforms, from one frequency transform.</summary>
    /// <inheritdoc cref="Compute(ReadOnlySpan{byte}, int, int)"/>
    /// <returns>Eight hashes and the quality.</returns>
    public static PdqDihedralHashes ComputeDihedral(ReadOnlySpan<byte> luma, int width, int height)
    {
        LumaRows.CheckSize(luma.Length, width, height);
        if (!IsHashable(width, height))
        {
            return default;
        }

        Span<float> small = stackalloc float[PdqDownscaler.Side * PdqDownscaler.Side];
        PdqDownscaler.Downscale(luma, width, height, small);
        return ToHashes(small);
    }

    /// <summary>Hashes a picture from floating-point luma, for exact interoperability from colour pixels.</summary>
    /// <param name="luma">Values 0–255, row by row without gaps; see <see cref="Luma.FromRgb(ReadOnlySpan{byte}, Span{float})"/>.</param>
    /// <param name="width">In pixels, 1 or more.</param>
    /// <param name="height">In pixels, 1 or more.</param>
    /// <returns>Eight hashes and the quality.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A side below 1.</exception>
    /// <exception cref="ArgumentException">The number of values is not width × height.</exception>
    public static PdqDihedralHashes ComputeDihedral(ReadOnlySpan<float> luma, int width, int height)
    {
        LumaRows.CheckSize(luma.Length, width, height);
        if (!IsHashable(width, height))
        {
            return default;
        }

        Span<float> small = stackalloc float[PdqDownscaler.Side * PdqDownscaler.Side];
        PdqDownscaler.Downscale(luma, width, height, small);
        return ToHashes(small);
    }

    private static bool IsHashable(int width, int height) => width >= MinimumSide && height >= MinimumSide;

    private static PdqDihedralHashes ToHashes(ReadOnlySpan<float> small)
    {
        Span<float> block = stackalloc float[PdqTransform.BlockLength];
        PdqTransform.Forward(small, block);
        return new(PdqBits.ToHashes(block), PdqQuality.Measure(small));
    }
}

/// <summary>A PDQ hash and its quality.</summary>
/// <param name="Hash">The hash.</param>
/// <param name="Quality">0 (featureless) to 100; discard hashes below 50.</param>
public readonly record struct PdqHash(PhotoHash Hash, int Quality);

/// <summary>The eight PDQ hashes of a picture turned and flipped, and its quality.</summary>
/// <param name="Hashes">The hashes by <see cref="DihedralTransform"/>.</param>
/// <param name="Quality">0 (featureless) to 100; discard hashes below 50.</param>
public readonly record struct PdqDihedralHashes(DihedralHashes Hashes, int Quality);
