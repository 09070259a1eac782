using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Tests.Support;

/// <summary>Hashes for tests, made from a random source, so that a seed makes them again.</summary>
internal static class Hashes
{
    internal static PhotoHash Zeros { get; }

    internal static PhotoHash Ones { get; } = new(ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue);

    internal static PhotoHash Uniform(Random random) => new(Word(random), Word(random), Word(random), Word(random));

    internal static PhotoHash[] Uniform(int count, int seed)
    {
        var random = new Random(seed);
        var hashes = new PhotoHash[count];
        foreach (ref var hash in hashes.AsSpan())
        {
            hash = Uniform(random);
        }

        return hashes;
    }

    /// <summary>A hash at exactly this distance.</summary>
    internal static PhotoHash Neighbor(PhotoHash hash, int distance, Random random)
    {
        Span<ulong> words = stackalloc ulong[4];
        hash.Words.CopyTo(words);
        Span<ulong> flipped = stackalloc ulong[4];
        flipped.Clear();

        // Whichever is fewer is drawn: the bits to flip or the bits to leave.
        var few = Math.Min(distance, PhotoHash.BitCount - distance);
        while (few > 0)
        {
            var bit = random.Next(PhotoHash.BitCount);
            var mask = 1UL << (bit % 64);
            if ((flipped[bit / 64] & mask) == 0)
            {
                flipped[bit / 64] |= mask;
                few--;
            }
        }

        for (var i = 0; i < words.Length; i++)
        {
            words[i] ^= distance > PhotoHash.BitCount / 2 ? ~flipped[i] : flipped[i];
        }

        return new(words[0], words[1], words[2], words[3]);
    }

    /// <summary>The hash of a picture that is itself when turned over its diagonal; made from another.</summary>
    internal static PhotoHash Symmetric(PhotoHash hash)
    {
        var dihedral = DihedralHashes.Derive(hash);
        var (upright, transposed) = (new byte[PhotoHash.ByteCount], new byte[PhotoHash.ByteCount]);
        dihedral.Get(DihedralTransform.None).CopyTo(upright);
        dihedral.Get(DihedralTransform.Transpose).CopyTo(transposed);
        return new PhotoHash([.. upright.Zip(transposed, (a, b) => (byte)(a & b))]);
    }

    private static ulong Word(Random random) => (ulong)random.NextInt64(long.MinValue, long.MaxValue);
}
