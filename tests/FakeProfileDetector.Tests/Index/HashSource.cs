using FakeProfileDetector.Photos;
using FakeProfileDetector.Tests.Support;

namespace FakeProfileDetector.Tests.Index;

/// <summary>An endless row of hashes of one family; the same seed gives the same row.</summary>
internal sealed class HashSource
{
    private const int Centers = 8;
    private const int Factors = 6;
    private const int FarthestNeighbor = 40;

    private readonly HashFamily _family;
    private readonly Random _random;
    private readonly PhotoHash[] _centers;
    private readonly float[] _loadings;
    private int _planted;

    internal HashSource(HashFamily family, int seed)
    {
        _family = family;
        _random = new(seed);
        _centers = [.. Enumerable.Range(0, Centers).Select(_ => Hashes.Uniform(_random))];
        _loadings = [.. Enumerable.Range(0, PhotoHash.BitCount * Factors).Select(_ => Centered())];
    }

    internal PhotoHash Next() => Next(_family);

    internal PhotoHash[] Next(int count)
    {
        var hashes = new PhotoHash[count];
        foreach (ref var hash in hashes.AsSpan())
        {
            hash = Next();
        }

        return hashes;
    }

    private PhotoHash Next(HashFamily family) => family switch
    {
        HashFamily.Uniform => Hashes.Uniform(_random),
        HashFamily.Planted => Planted(),
        HashFamily.Correlated => Correlated(),
        HashFamily.FewByteValues => FewByteValues(),
        HashFamily.Duplicates => _random.Next(10) == 0 ? Hashes.Uniform(_random) : _centers[_random.Next(5)],
        HashFamily.Extreme => Hashes.Neighbor(_random.Next(2) == 0 ? Hashes.Zeros : Hashes.Ones, Math.Max(0, _random.Next(-4, 5)), _random),
        _ => Next((HashFamily)_random.Next((int)HashFamily.Mixed)),
    };

    private PhotoHash Planted()
    {
        _planted++;
        var center = _centers[_planted / (FarthestNeighbor + 1) % Centers];
        return Hashes.Neighbor(center, _planted % (FarthestNeighbor + 1), _random);
    }

    private PhotoHash Correlated()
    {
        Span<float> factors = stackalloc float[Factors];
        foreach (ref var factor in factors)
        {
            factor = Centered();
        }

        Span<byte> bytes = stackalloc byte[PhotoHash.ByteCount];
        bytes.Clear();
        for (var bit = 0; bit < PhotoHash.BitCount; bit++)
        {
            var sum = 0.2f * Centered();
            for (var i = 0; i < Factors; i++)
            {
                sum += factors[i] * _loadings[(bit * Factors) + i];
            }

            bytes[bit / 8] |= (byte)(sum > 0 ? 1 << (bit % 8) : 0);
        }

        return new(bytes);
    }

    private PhotoHash FewByteValues()
    {
        Span<byte> bytes = stackalloc byte[PhotoHash.ByteCount];
        _random.GetItems<byte>([0x00, 0xFF, 0x0F, 0xF0], bytes);
        return new(bytes);
    }

    private float Centered() => _random.NextSingle() - 0.5f;
}
