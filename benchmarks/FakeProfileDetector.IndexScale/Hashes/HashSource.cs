using FakeProfileDetector.Benchmarks.Shared.Hashes;
using FakeProfileDetector.Index;
using FakeProfileDetector.Photos;

namespace FakeProfileDetector.IndexScale.Hashes;

/// <summary>Makes the hashes of a block: the same ones for the same seed and number; a shorter span gets the first of them.</summary>
internal delegate void BlockFiller(ulong seed, long block, Span<PhotoHash> hashes);

/// <summary>An endless sequence of hashes that is made anew wherever it is needed, so that no copy of it takes memory.</summary>
/// <remarks>The hash at a position is that of the entry whose key is the position.</remarks>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
internal sealed class HashSource
{
    /// <summary>Name of independent, fair bits.</summary>
    internal const string Uniform = "uniform";

    /// <summary>Name of hashes like those of the photos in the folder FAKEPROFILE_PHOTOS.</summary>
    internal const string PhotoLike = "photo-like";

    /// <summary>Hashes from here on are of no entry.</summary>
    internal const long FirstStranger = 1L << 40;

    // Small, because one hash costs its block.
    private const int BlockLength = 1024;

    /// <summary>What fills the blocks, by the name that the command line calls it.</summary>
    internal static readonly IReadOnlyDictionary<string, Func<BlockFiller>> Kinds = new Dictionary<string, Func<BlockFiller>>
    {
        [Uniform] = () => UniformHashes.Fill,
        [PhotoLike] = () => PhotoLikeHashes.FitToFolder().Fill,
    };

    private readonly BlockFiller _fill;
    private readonly ulong _seed;

    private HashSource(BlockFiller fill, ulong seed) => (_fill, _seed) = (fill, seed);

    internal static HashSource Create(ScaleOptions options) => new(Kinds[options.Hashes](), options.Seed);

    /// <summary>The hash at a position.</summary>
    internal PhotoHash At(long position)
    {
        var hashes = new PhotoHash[(position % BlockLength) + 1];
        _fill(_seed, position / BlockLength, hashes);
        return hashes[^1];
    }

    /// <summary>The entries at successive positions.</summary>
    internal IEnumerable<HammingEntry> Entries(long start, long count)
    {
        var hashes = new PhotoHash[BlockLength];
        var end = start + count;
        while (start < end)
        {
            _fill(_seed, start / BlockLength, hashes);
            var blockEnd = Math.Min(end, start - (start % BlockLength) + BlockLength);
            for (; start < blockEnd; start++)
            {
                yield return new(hashes[start % BlockLength], start);
            }
        }
    }
}
