using System.Runtime.CompilerServices;

namespace FakeProfileDetector.Photos;

/// <summary>The eight hashes of a photo turned and flipped, indexed by <see cref="DihedralTransform"/>.</summary>
/// <remarks>
/// Computed from pixels they are those of PDQ's reference, which turns the frequencies and not the photo. The hash of a photo whose
/// pixels are turned differs from them but for <see cref="DihedralTransform.Transpose"/>, because PDQ's windows lie half a pixel off
/// their centers: on real portraits of 400 (200) pixels by 12 (24) bits on average for a mirrored one and by 17 (35) for one turned
/// upside down. From a stored hash alone, <see cref="Derive"/> gives them within some bits (mean
/// 6.5, maximum 16, on the 21 conformance pictures of quality 50 or more, quarter turns and flips): a flip negates
/// known coefficients, but where the median then falls is not in the hash.
/// </remarks>
/// <threadsafety>A value; safe to read from many threads.</threadsafety>
[InlineArray(Count)]
internal struct DihedralHashes : IEquatable<DihedralHashes>
{
    /// <summary>Number of transforms: 8.</summary>
    public const int Count = 8;

    // The same in each of the four words, which hold four rows of sixteen bits.
    private const ulong EvenRows = 0x0000FFFF0000FFFF;
    private const ulong EvenColumns = 0x5555555555555555;

    private PhotoHash _hash0;

    /// <summary>The hash of the photo under one transform.</summary>
    /// <param name="transform">One of the eight transforms.</param>
    /// <returns>The hash.</returns>
    public readonly PhotoHash Get(DihedralTransform transform) => this[(int)transform];

    /// <summary>The transform under which the photo is nearest to another hash; the first one wins a tie.</summary>
    /// <param name="other">The other hash.</param>
    /// <returns>The distance in bits, and the transform.</returns>
    public readonly (int Distance, DihedralTransform Transform) Nearest(PhotoHash other)
    {
        var best = (Distance: int.MaxValue, Transform: DihedralTransform.None);
        for (var i = 0; i < Count; i++)
        {
            var distance = this[i].DistanceTo(other);
            best = distance < best.Distance ? (distance, (DihedralTransform)i) : best;
        }

        return best;
    }

    /// <summary>Whether all eight hashes are equal.</summary>
    /// <param name="left">Eight hashes.</param>
    /// <param name="right">The other eight hashes.</param>
    /// <returns>True when equal.</returns>
    public static bool operator ==(DihedralHashes left, DihedralHashes right) => left.Equals(right);

    /// <summary>Whether any of the eight hashes differs.</summary>
    /// <param name="left">Eight hashes.</param>
    /// <param name="right">The other eight hashes.</param>
    /// <returns>True when different.</returns>
    public static bool operator !=(DihedralHashes left, DihedralHashes right) => !left.Equals(right);

    /// <inheritdoc/>
    public readonly bool Equals(DihedralHashes other)
    {
        ReadOnlySpan<PhotoHash> hashes = this;
        return hashes.SequenceEqual(other);
    }

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is DihedralHashes other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() => this[0].GetHashCode();

    /// <summary>Derives the eight hashes from the plain one, with no pixels at hand.</summary>
    /// <param name="hash">The hash of the photo as it is.</param>
    /// <returns>The plain hash and seven that are close to the exact ones.</returns>
    public static DihedralHashes Derive(PhotoHash hash)
    {
        var transposed = HashTransposition.Transpose(hash);
        DihedralHashes result = default;
        result[(int)DihedralTransform.None] = hash;
        result[(int)DihedralTransform.Rotate90] = Negate(transposed, EvenRows);
        result[(int)DihedralTransform.Rotate180] = Negate(hash, EvenRows ^ EvenColumns);
        result[(int)DihedralTransform.Rotate270] = Negate(transposed, EvenColumns);
        result[(int)DihedralTransform.FlipVertical] = Negate(hash, EvenRows);
        result[(int)DihedralTransform.Mirror] = Negate(hash, EvenColumns);
        result[(int)DihedralTransform.Transpose] = transposed;
        result[(int)DihedralTransform.Transverse] = Negate(transposed, EvenRows ^ EvenColumns);
        return result;
    }

    private static PhotoHash Negate(PhotoHash hash, ulong negated)
    {
        var words = hash.Words;
        return new(words[0] ^ negated, words[1] ^ negated, words[2] ^ negated, words[3] ^ negated);
    }

    /// <summary>
    /// Where the coefficient at (row, column) of a transformed photo comes from, and whether its sign changes. The
    /// block holds frequencies 1–16, so row and column 0 are odd functions: mirroring negates the even indices.
    /// </summary>
    internal static (int Index, bool Negated) Source(DihedralTransform transform, int row, int column)
    {
        var same = (row * 16) + column;
        var transposed = (column * 16) + row;
        var evenRow = (row & 1) == 0;
        var evenColumn = (column & 1) == 0;
        return transform switch
        {
            DihedralTransform.None => (same, false),
            DihedralTransform.Rotate90 => (transposed, evenRow),
            DihedralTransform.Rotate180 => (same, evenRow != evenColumn),
            DihedralTransform.Rotate270 => (transposed, evenColumn),
            DihedralTransform.FlipVertical => (same, evenRow),
            DihedralTransform.Mirror => (same, evenColumn),
            DihedralTransform.Transpose => (transposed, false),
            DihedralTransform.Transverse => (transposed, evenRow != evenColumn),
            _ => throw new ArgumentOutOfRangeException(nameof(transform)),
        };
    }
}
