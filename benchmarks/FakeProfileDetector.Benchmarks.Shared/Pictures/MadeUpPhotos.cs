using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Benchmarks.Shared.Pictures;

/// <summary>Fingerprints of photos that do not exist, in any number: the size of real ones and patches where real ones have them, with descriptors of their own.</summary>
internal sealed class MadeUpPhotos
{
    /// <summary>Patches of each photo: as many as a fingerprinter finds at most by default.</summary>
    internal const int PatchCount = 32;

    // What PhotoPatches writes: a header, four bytes for the place of each patch, then the descriptors, then the thumbnail.
    private const int CountAt = 1;
    private const int HasThumbnailAt = 2;
    private const int HeaderLength = 8;
    private const int PlaceLength = 4;
    private const int HashStart = HeaderLength + (PatchCount * PlaceLength);
    private const int HashLength = PatchCount * PhotoHash.ByteCount;
    private const int FlippedBits = 40;
    private const int Side = 400;
    private const int Quality = 100;

    private readonly byte[][] _templates;
    private readonly byte[][] _realDescriptors;
    private readonly Random _random;

    /// <summary>Prepares photos of one kind.</summary>
    /// <param name="real">Patches of real photos, of which at least one is complete.</param>
    /// <param name="likeReal">
    /// Whether descriptors are real ones with 40 of 256 bits changed, which crowd together as those of photos do, rather than
    /// spread evenly.
    /// </param>
    /// <param name="seed">The same seed gives the same photos.</param>
    internal MadeUpPhotos(IReadOnlyCollection<PhotoPatches> real, bool likeReal, int seed)
    {
        _templates = [.. real.Select(patches => patches.ToBytes()).Where(bytes => bytes[CountAt] == PatchCount && bytes[HasThumbnailAt] != 0)];
        _realDescriptors = likeReal
            ? [.. _templates.SelectMany(bytes => bytes.AsSpan(HashStart, HashLength).ToArray().Chunk(PhotoHash.ByteCount))]
            : [];
        _random = new(seed);
    }

    internal IEnumerable<PhotoFingerprint> Make(int count, bool withPatches)
    {
        for (var i = 0; i < count; i++)
        {
            yield return Whole(withPatches ? Patches() : null);
        }
    }

    private PhotoFingerprint Whole(PhotoPatches? patches)
    {
        var hash = new byte[PhotoHash.ByteCount];
        _random.NextBytes(hash);
        return new(new PhotoHash(hash), Quality, (ulong)_random.NextInt64(), Side, Side, hasColor: true) { Patches = patches };
    }

    private PhotoPatches Patches()
    {
        var bytes = _templates[_random.Next(_templates.Length)].AsSpan().ToArray();
        _random.NextBytes(bytes.AsSpan(HashStart + HashLength));
        var descriptors = bytes.AsSpan(HashStart, HashLength);
        if (_realDescriptors.Length == 0)
        {
            _random.NextBytes(descriptors);
        }
        else
        {
            FillLikeReal(descriptors);
        }

        return PhotoPatches.FromBytes(bytes);
    }

    private void FillLikeReal(Span<byte> descriptors)
    {
        for (var at = 0; at < descriptors.Length; at += PhotoHash.ByteCount)
        {
            var descriptor = descriptors.Slice(at, PhotoHash.ByteCount);
            _realDescriptors[_random.Next(_realDescriptors.Length)].CopyTo(descriptor);
            for (var flip = 0; flip < FlippedBits; flip++)
            {
                var bit = _random.Next(PhotoHash.BitCount);
                descriptor[bit >> 3] ^= (byte)(1 << (bit & 7));
            }
        }
    }
}
