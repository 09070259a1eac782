using System.Buffers;

namespace FakeProfileDetector.Photos.Pdq;

/// <summary>PDQ, Meta's 256-bit perceptual photo hash, bit for bit as the reference computes it from the same luma.</summary>
/// <remarks>
/// The pipeline: two passes of a box filter along rows and columns (together a tent filter), decimation to 64 × 64, the
/// 16 × 16 lowest frequencies of the discrete cosine transform without the constant ones, and one bit for every
/// coefficient above the median. Pictures are hashed at full size (the "full" family of published values) unless
/// <see cref="PdqVariant.Cpp512"/> is asked for. Every result is what the reference's additions give in the reference's
/// order, so that a hash does not depend on the CPU. A picture with a side below 5 pixels has no hash: all zero, quality 0.
/// Source: the PDQ description and reference code in ThreatExchange, 2019.
/// </remarks>
/// <threadsafety>Safe to call from many threads at once.</threadsafety>
public static class PdqHasher
{
    /// <summary>Pictures with a side below this many pixels have no hash: 5.</summary>
    internal const int MinimumSide = 5;

    /// <summary>Maximum distance, in bits, at which PDQ calls two photos copies: 31.</summary>
    public const int DefaultMatchRadius = 31;

    /// <summary>Minimum quality at which a hash is worth comparing: 50.</summary>
    public const int MinimumQuality = 50;

    /// <summary>Hashes a picture from 8-bit luma.</summary>
    /// <param name="luma">Row by row from the top left, without gaps; <paramref name="width"/> × <paramref name="height"/> values.</param>
    /// <param name="width">In pixels, 1 or more.</param>
    /// <param name="height">In pixels, 1 or more.</param>
    /// <param name="variant">The family of published values. Keep hashes of different families in different indexes.</param>
    /// <returns>Hash and quality.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A side below 1, or an undefined <paramref name="variant"/>.</exception>
    /// <exception cref="ArgumentException">The number of values is not width × height.</exception>
    public static PdqHash Compute(ReadOnlySpan<byte> luma, int width, int height, PdqVariant variant = PdqVariant.Full)
    {
        LumaRows.CheckSize(luma.Length, width, height);
        if (IsSqueezed(width, height, variant))
        {
            var squeezed = PdqSqueeze.Rent(luma, width, height);
            var hash = ComputeFull(squeezed.AsSpan(0, PdqSqueeze.Side * PdqSqueeze.Side), PdqSqueeze.Side, PdqSqueeze.Side);
            ArrayPool<byte>.Shared.Return(squeezed);
            return hash;
        }

        return ComputeFull(luma, width, height);
    }

    /// <summary>Hashes a picture from 8-bit luma under all eight transforms, from one frequency transform.</summary>
    /// <inheritdoc cref="ComputeDihedral(ReadOnlySpan{byte}, int, int, PdqVariant)"/>
    /// <returns>Eight hashes and the quality.</returns>
    internal static PdqDihedralHashes ComputeDihedral(ReadOnlySpan<byte> luma, int width, int height)
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

    /// <summary>Hashes a picture from floating-point luma, for exact interoperability from color pixels.</summary>
    /// <param name="luma">Values 0–255, row by row without gaps; see <see cref="Luma.FromRgb(ReadOnlySpan{byte}, Span{float})"/>.</param>
    /// <param name="width">In pixels, 1 or more.</param>
    /// <param name="height">In pixels, 1 or more.</param>
    /// <returns>Eight hashes and the quality.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A side below 1.</exception>
    /// <exception cref="ArgumentException">The number of values is not width × height.</exception>
    internal static PdqDihedralHashes ComputeDihedral(ReadOnlySpan<float> luma, int width, int height)
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

    /// <summary>Hashes a picture from 8-bit luma under all eight transforms, in a family of published values.</summary>
    /// <param name="luma">Row by row from the top left, without gaps; <paramref name="width"/> × <paramref name="height"/> values.</param>
    /// <param name="width">In pixels, 1 or more.</param>
    /// <param name="height">In pixels, 1 or more.</param>
    /// <param name="variant">The family. Keep hashes of different families in different indexes.</param>
    /// <returns>Eight hashes and the quality.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A side below 1, or an undefined <paramref name="variant"/>.</exception>
    /// <exception cref="ArgumentException">The number of values is not width × height.</exception>
    internal static PdqDihedralHashes ComputeDihedral(ReadOnlySpan<byte> luma, int width, int height, PdqVariant variant)
    {
        LumaRows.CheckSize(luma.Length, width, height);
        if (!IsSqueezed(width, height, variant))
        {
            return ComputeDihedral(luma, width, height);
        }

        var squeezed = PdqSqueeze.Rent(luma, width, height);
        var hashes = ComputeDihedral(squeezed.AsSpan(0, PdqSqueeze.Side * PdqSqueeze.Side), PdqSqueeze.Side, PdqSqueeze.Side);
        ArrayPool<byte>.Shared.Return(squeezed);
        return hashes;
    }

    /// <summary>Hashes a picture from floating-point luma under all eight transforms, in a family of published values.</summary>
    /// <inheritdoc cref="ComputeDihedral(ReadOnlySpan{byte}, int, int, PdqVariant)"/>
    internal static PdqDihedralHashes ComputeDihedral(ReadOnlySpan<float> luma, int width, int height, PdqVariant variant)
    {
        LumaRows.CheckSize(luma.Length, width, height);
        if (!IsSqueezed(width, height, variant))
        {
            return ComputeDihedral(luma, width, height);
        }

        var squeezed = PdqSqueeze.Rent(luma, width, height);
        var hashes = ComputeDihedral(squeezed.AsSpan(0, PdqSqueeze.Side * PdqSqueeze.Side), PdqSqueeze.Side, PdqSqueeze.Side);
        ArrayPool<float>.Shared.Return(squeezed);
        return hashes;
    }

    /// <summary>The name of a family, to be stored beside a list of hashes: lists under different names are not comparable.</summary>
    /// <param name="variant">The family.</param>
    /// <returns><c>pdq-full</c> (<see cref="PhotoFingerprint.Algorithm"/>) or <c>pdq-cpp512</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An undefined <paramref name="variant"/>.</exception>
    internal static string AlgorithmName(PdqVariant variant) => variant switch
    {
        PdqVariant.Full => PhotoFingerprint.Algorithm,
        PdqVariant.Cpp512 => "pdq-cpp512",
        _ => throw new ArgumentOutOfRangeException(nameof(variant), variant, "There is no such family of PDQ values."),
    };

    /// <summary>Hashes a photo from fewer samples than it has pixels: within a few bits of what its pixels would give.</summary>
    internal static PdqDihedralHashes ComputeDihedral(ReadOnlySpan<byte> samples, int width, int height, in SampleGrid grid)
    {
        LumaRows.CheckSize(samples.Length, width, height);
        if (!IsHashable(grid.PhotoWidth, grid.PhotoHeight))
        {
            return default;
        }

        Span<float> small = stackalloc float[PdqDownscaler.Side * PdqDownscaler.Side];
        PdqDownscaler.Downscale(samples, width, height, grid, small);
        return ToHashes(small);
    }

    private static bool IsSqueezed(int width, int height, PdqVariant variant)
    {
        // Throws for what is no family.
        _ = AlgorithmName(variant);
        return variant == PdqVariant.Cpp512 && PdqSqueeze.IsNeeded(width, height);
    }

    private static PdqHash ComputeFull(ReadOnlySpan<byte> luma, int width, int height)
    {
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

    private static bool IsHashable(int width, int height) => width >= MinimumSide && height >= MinimumSide;

    private static PdqDihedralHashes ToHashes(ReadOnlySpan<float> small)
    {
        Span<float> block = stackalloc float[PdqTransform.BlockLength];
        PdqTransform.Forward(small, block);
        return new(PdqBits.ToHashes(block), PdqQuality.Measure(small));
    }
}

/// <summary>A PDQ hash and its quality.</summary>
/// <threadsafety>An immutable value.</threadsafety>
public readonly struct PdqHash
{
    internal PdqHash(PhotoHash hash, int quality) => (Hash, Quality) = (hash, quality);

    /// <summary>The hash.</summary>
    public PhotoHash Hash { get; }

    /// <summary>0 (featureless) to 100; discard hashes below <see cref="PdqHasher.MinimumQuality"/>.</summary>
    public int Quality { get; }
}

/// <summary>The eight PDQ hashes of a picture turned and flipped, and its quality.</summary>
/// <param name="Hashes">The hashes by <see cref="DihedralTransform"/>.</param>
/// <param name="Quality">0 (featureless) to 100; discard hashes below 50.</param>
internal readonly record struct PdqDihedralHashes(DihedralHashes Hashes, int Quality);
