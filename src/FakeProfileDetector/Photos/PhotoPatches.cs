using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace FakeProfileDetector.Photos;

/// <summary>Local descriptors of a photo, by which its cropped, framed, mirrored and slightly turned copies are found.</summary>
/// <remarks>
/// <para>
/// Patches around the strongest blobs of the luma, each described by the signs of its 256 lowest frequencies (as PDQ describes
/// a whole photo), with place and size; and, unless it was taken off, a thumbnail of 32 × 32 samples in 64 steps, by which a
/// match is verified: without it more votes are asked for, and whole copies cannot be told from other shots of one session.
/// A thumbnail shows the photo dimly. Patches are personal data, like the hashes.
/// </para>
/// <para>
/// Computed from pixels, they can also be compared under small turns; stored and read back, upright only. One photo takes
/// about 1.9 KB with 32 patches and thumbnail, 1.2 KB without.
/// </para>
/// </remarks>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed class PhotoPatches
{
    /// <summary>Name of the algorithm and its version: patches of different versions are not comparable.</summary>
    public const string Algorithm = "patch-dct-1";

    /// <summary>Maximum number of patches of a photo: 64.</summary>
    internal const int MaximumCount = 64;

    /// <summary>Minimum of patches that can be asked for: 16. A photo may have fewer.</summary>
    internal const int MinimumCount = 16;

    private const byte Version = 1;
    private const int HeaderLength = 8;

    // Header: version, count, whether there is a thumbnail, 0, working width and height; then places, hashes, thumbnail.
    private readonly byte[] _bytes;
    private readonly PhotoHash[]? _turned;

    private PhotoPatches(byte[] bytes, PhotoHash[]? turned) => (_bytes, _turned) = (bytes, turned);

    internal PhotoPatches(
        int width, int height, ReadOnlySpan<PatchPlace> places, ReadOnlySpan<PhotoHash> hashes, PhotoHash[]? turned, ReadOnlySpan<byte> packedThumbnail)
    {
        _turned = turned;
        _bytes = new byte[LengthOf(places.Length, !packedThumbnail.IsEmpty)];
        _bytes[0] = Version;
        _bytes[1] = (byte)places.Length;
        _bytes[2] = packedThumbnail.IsEmpty ? (byte)0 : (byte)1;
        BinaryPrimitives.WriteUInt16LittleEndian(_bytes.AsSpan(4), (ushort)width);
        BinaryPrimitives.WriteUInt16LittleEndian(_bytes.AsSpan(6), (ushort)height);
        MemoryMarshal.AsBytes(places).CopyTo(_bytes.AsSpan(HeaderLength));
        MemoryMarshal.AsBytes(hashes).CopyTo(_bytes.AsSpan(HashStart));
        packedThumbnail.CopyTo(_bytes.AsSpan(ThumbnailStart));
    }

    /// <summary>Number of patches, 0–64.</summary>
    internal int Count => _bytes[1];

    /// <summary>Whether there is a thumbnail to verify matches by.</summary>
    internal bool HasThumbnail => _bytes[2] != 0;

    /// <summary>Size of the stored form in bytes.</summary>
    internal int Length => _bytes.Length;

    internal int Width => BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(4));

    internal int Height => BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(6));

    internal ReadOnlySpan<PatchPlace> Places => MemoryMarshal.Cast<byte, PatchPlace>(_bytes.AsSpan(HeaderLength, Count * PatchPlace.ByteCount));

    internal ReadOnlySpan<PhotoHash> Hashes => MemoryMarshal.Cast<byte, PhotoHash>(_bytes.AsSpan(HashStart, Count * PhotoHash.ByteCount));

    /// <summary>Each patch turned one way and the other; empty unless computed from pixels.</summary>
    internal ReadOnlySpan<PhotoHash> Turned => _turned;

    internal ReadOnlySpan<byte> PackedThumbnail => _bytes.AsSpan(ThumbnailStart);

    private int HashStart => HeaderLength + (Count * PatchPlace.ByteCount);

    private int ThumbnailStart => LengthOf(Count, hasThumbnail: false);

    /// <summary>Reads patches from their stored form.</summary>
    /// <param name="bytes">What <see cref="ToBytes"/> gave.</param>
    /// <returns>The patches.</returns>
    /// <exception cref="FormatException">The bytes are cut, damaged or of another version.</exception>
    public static PhotoPatches FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderLength || bytes[0] != Version)
        {
            throw new FormatException(
                $"These are no photo patches of version {Version}; compute them from the photo again.");
        }

        if (bytes[1] > MaximumCount || bytes[2] > 1 || bytes.Length != LengthOf(bytes[1], bytes[2] != 0))
        {
            throw new FormatException(
                $"The photo patches are cut or damaged ({bytes.Length} bytes); compute them from the photo again.");
        }

        return new(bytes.ToArray(), turned: null);
    }

    /// <summary>The stored form, the same on every machine of little-endian byte order.</summary>
    /// <returns>A copy.</returns>
    public byte[] ToBytes() => [.. _bytes];

    /// <summary>Whether both have the same stored form.</summary>
    internal bool HasEqualBytes(PhotoPatches other) => _bytes.AsSpan().SequenceEqual(other._bytes);

    /// <summary>The patches without the thumbnail; these patches if there is none.</summary>
    internal PhotoPatches WithoutThumbnail() =>
        HasThumbnail ? new(Width, Height, Places, Hashes, _turned, packedThumbnail: []) : this;

    /// <summary>What a store keeps: upright only.</summary>
    internal PhotoPatches Stored() => _turned is null ? this : new(_bytes, turned: null);

    private static int LengthOf(int count, bool hasThumbnail) =>
        HeaderLength + (count * (PatchPlace.ByteCount + PhotoHash.ByteCount)) + (hasThumbnail ? PatchThumbnail.ByteCount : 0);
}
