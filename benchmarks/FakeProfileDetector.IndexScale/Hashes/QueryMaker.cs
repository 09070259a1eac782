using System.Runtime.InteropServices;
using FakeProfileDetector.Photos;

namespace FakeProfileDetector.IndexScale.Hashes;

/// <summary>Makes queries, new ones at each call so that no cache has seen them.</summary>
internal sealed class QueryMaker(HashSource source, ulong seed)
{
    private readonly Random _random = new((int)seed);
    private long _stranger = HashSource.FirstStranger;

    /// <summary>Queries of which every other one, from the first, is a stored hash with some flipped bits.</summary>
    /// <param name="count">How many.</param>
    /// <param name="mostFlips">The flipped bits are 0 to so many.</param>
    /// <param name="stored">Entries stored; their keys are 0 to one less.</param>
    internal Query[] Mixed(int count, int mostFlips, long stored)
    {
        var queries = Strangers(count);
        for (var i = 0; i < count; i += 2)
        {
            var key = _random.NextInt64(stored);
            var flips = _random.Next(mostFlips + 1);
            queries[i] = new(Flip(source.At(key), flips), key, flips);
        }

        return queries;
    }

    /// <summary>Queries that resemble a stored hash by chance only.</summary>
    internal Query[] Strangers(int count)
    {
        Query[] queries = [.. source.Entries(_stranger, count).Select(entry => new Query(entry.Hash, Query.NoKey, 0))];
        _stranger += count;
        return queries;
    }

    /// <summary>A hash at that distance.</summary>
    internal PhotoHash Flip(PhotoHash hash, int flips)
    {
        Span<int> bits = stackalloc int[PhotoHash.BitCount];
        for (var bit = 0; bit < bits.Length; bit++)
        {
            bits[bit] = bit;
        }

        _random.Shuffle(bits);
        var words = MemoryMarshal.Cast<PhotoHash, ulong>(new Span<PhotoHash>(ref hash));
        foreach (var bit in bits[..flips])
        {
            words[bit / 64] ^= 1UL << (bit % 64);
        }

        return hash;
    }
}
