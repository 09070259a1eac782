using System.Runtime.CompilerServices;

namespace FakeProfileDetector.Photos;

/// <summary>The eight hashes of a photo turned and flipped, indexed by <see cref="DihedralTransform"/>.</summary>
/// <remarks>
/// Computed from pixels they are those of PDQ's reference, which turns the frequencies and not the photo. The hash of a photo whose
/// pixels are turned differs from them but for <see cref="DihedralTransform.Transpose"/>, because PDQ's windows lie half a pixel off
/// their centres: on real portraits of 400 (200) pixels by 12 (24) bits on average for a mirrored one and by 17 (35) for one turned
/// upside down. From a stored hash alone, <see cref="Derive"/> gives them within some bits (mean
/// 6.5, most 16, on the 21 conformance pictures of quality 50 or more, quarter turns and flips): a flip negates
/// known coefficients, but where the median then falls is not in the hash.
/// </remarks>
/// <threadsafety>A value; safe to read from many threads.</threadsafety>
[InlineArray(Count)]
public struct DihedralHashes : IEquatable<DihedralHashes>
{
    /// <summary>Number of transforms: 8.</summary>
    public const int Count = 8;

    private PhotoHash _hash0;

    /// <summary>The hash of the photo under one transform.</summary>
    /// <param name="transform">One of the eight transforms.</param>
    /// <returns>The hash.</returns>
    public readonly PhotoHash Get(DihedralTransform transform) => this[(int)transform];

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
        DihedralHashes result = default;
        Span<ulong> words = stackalloc ulong[4];
        for (var transform = 0; transform < Count; transform++)
        {
            words.Clear();
            for (var row = 0; row < 16; row++)
            {
                for (var column = 0; column < 16; column++)
                {
                    var (source, negated) = Source((DihedralTransform)transform, row, column);
                    if (hash.GetBit(source) != negated)
                    {
                        var target = (row * 16) + column;
                        words[target >> 6] |= 1UL << (target & 63);
                    }
                }
            }

            result[transform] = new PhotoHash(words[0], words[1], words[2], words[3]);
        }

        return result;
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
