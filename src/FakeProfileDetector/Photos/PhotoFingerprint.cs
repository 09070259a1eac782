using System.Runtime.CompilerServices;

namespace FakeProfileDetector.Photos;

/// <summary>What is kept of a photo: enough to find its copies. The hashes do not show it; the thumbnail in <see cref="Patches"/> does, dimly.</summary>
/// <remarks>Fingerprints are personal data. The algorithm that computed them is <see cref="Algorithm"/>.</remarks>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed class PhotoFingerprint : IEquatable<PhotoFingerprint>
{
    /// <summary>
    /// Name of the hash algorithm that reports carry: PDQ over the full-size luma, within a few bits where a decoder reduced a
    /// large photo. Keep fingerprints of different algorithms in different indexes.
    /// </summary>
    public const string Algorithm = "pdq-full";

    // Registries keep millions of fingerprints: what follows from the hash takes no memory.
    private readonly StrongBox<DihedralHashes>? _exact;

    /// <summary>Restores a fingerprint from what was stored of it.</summary>
    /// <param name="hash">The PDQ hash of the upright photo.</param>
    /// <param name="quality">PDQ's quality, 0 (featureless) to 100; below the registry's minimum, by default 50, the photo is not compared.</param>
    /// <param name="secondHash">A 64-bit perceptual hash as a second opinion; null when unknown.</param>
    /// <param name="width">Width of the photo in pixels; null when unknown.</param>
    /// <param name="height">Height of the photo in pixels; null when unknown.</param>
    /// <param name="hasColor">Whether the photo has colors; null when unknown.</param>
    /// <exception cref="ArgumentOutOfRangeException">Quality outside 0–100, or a side below 1.</exception>
    public PhotoFingerprint(PhotoHash hash, int quality, ulong? secondHash = null, int? width = null, int? height = null, bool? hasColor = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(quality);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quality, 100);
        ArgumentOutOfRangeException.ThrowIfLessThan(width ?? 1, 1, nameof(width));
        ArgumentOutOfRangeException.ThrowIfLessThan(height ?? 1, 1, nameof(height));
        Hash = hash;
        Quality = quality;
        SecondHash = secondHash;
        Width = width;
        Height = height;
        HasColor = hasColor;
    }

    internal PhotoFingerprint(
        in DihedralHashes dihedral, int quality, ulong? secondHash, int? width, int? height, bool? hasColor)
        : this(dihedral.Get(DihedralTransform.None), quality, secondHash, width, height, hasColor) => _exact = new(dihedral);

    /// <summary>The PDQ hash of the upright photo.</summary>
    public PhotoHash Hash { get; }

    /// <summary>PDQ's quality, 0 (featureless) to 100; of a very dark, bright or pale photo that of the picture with its contrast spread.</summary>
    public int Quality { get; }

    /// <summary>A 64-bit perceptual hash as a second opinion against crafted collisions; null when unknown.</summary>
    public ulong? SecondHash { get; }

    /// <summary>Width of the upright photo in pixels; null when unknown.</summary>
    public int? Width { get; }

    /// <summary>Height of the upright photo in pixels; null when unknown.</summary>
    public int? Height { get; }

    /// <summary>Whether the photo has colors: a gray copy is no source of a colored one. Null when unknown.</summary>
    public bool? HasColor { get; }

    /// <summary>Local descriptors, by which altered copies are found; null when there are none.</summary>
    /// <remarks>They follow from the photo like the hash does, and take no part in equality.</remarks>
    public PhotoPatches? Patches { get; init; }

    /// <summary>What the photo shows: how many faces and where; null when nobody has looked.</summary>
    /// <remarks>It takes no part in equality.</remarks>
    public PictureContent? Content { get; init; }

    /// <summary>The hashes under all eight transforms: exact when computed from pixels, else derived from the hash.</summary>
    internal DihedralHashes Dihedral => _exact?.Value ?? DihedralHashes.Derive(Hash);

    /// <inheritdoc/>
    public override bool Equals(object? obj) =>
        obj is PhotoFingerprint other && Hash == other.Hash && Quality == other.Quality && SecondHash == other.SecondHash
        && Width == other.Width && Height == other.Height && HasColor == other.HasColor;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Hash, Quality, SecondHash, Width, Height, HasColor);

    bool IEquatable<PhotoFingerprint>.Equals(PhotoFingerprint? other) => Equals((object?)other);

    /// <summary>The same with other patches, as a registry keeps it: without what follows from the hash.</summary>
    internal PhotoFingerprint With(PhotoPatches? patches) =>
        new(Hash, Quality, SecondHash, Width, Height, HasColor) { Patches = patches, Content = Content };

    /// <summary>The same showing what somebody who knows better says.</summary>
    internal PhotoFingerprint With(PictureContent content) =>
        new(Dihedral, Quality, SecondHash, Width, Height, HasColor) { Patches = Patches, Content = content };
}
