using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Patches;

namespace FakeProfileDetector.Registry;

/// <summary>Compares one photo with stored ones: of copies that are the same file, however many profiles show it, the first alone.</summary>
/// <param name="photo">The photo asked about.</param>
/// <threadsafety>For one thread at a time.</threadsafety>
internal sealed class StoredPhotoComparison(PhotoFingerprint photo)
{
    private readonly IReadOnlyList<PhotoRegion>? _faces = FaceAreas.Of(photo);
    private readonly Dictionary<(StoredFile, PhotoVariant), (bool IsUse, PhotoAlteration? Alteration)> _verified = [];
    private readonly Dictionary<StoredFile, PhotoAlteration?> _matched = [];

    /// <summary>Whether a near hash is of a copy, or at least of the same template, as the thumbnails tell.</summary>
    /// <param name="stored">The stored photo.</param>
    /// <param name="variant">How the photo asked about was changed to match.</param>
    /// <param name="alteration">
    /// What they have in common where they are not one picture, or that the colors were inverted; null where they are one as they are.
    /// </param>
    internal bool IsUse(PhotoFingerprint stored, PhotoVariant variant, out PhotoAlteration? alteration)
    {
        if (photo.Patches is not { } patches || stored.Patches is not { } others)
        {
            alteration = variant.IsNegative ? PhotoAlteration.Negative(isMirrored: variant.Transform == DihedralTransform.Mirror) : null;
            return true;
        }

        var file = (new StoredFile(stored), variant);
        if (!_verified.TryGetValue(file, out var verified))
        {
            var isOne = PatchMatcher.VerifyWhole(patches, others, variant.Transform, variant.IsNegative, FacesWith(stored), out var found);
            verified = (isOne || found is not null, found);
            _verified.Add(file, verified);
        }

        alteration = verified.Alteration;
        return verified.IsUse;
    }

    /// <summary>How the photo asked about was altered to be the stored one; null where they are not one picture.</summary>
    /// <param name="stored">The stored photo.</param>
    /// <param name="cancellationToken">Stops the comparison.</param>
    internal PhotoAlteration? Match(PhotoFingerprint stored, CancellationToken cancellationToken)
    {
        if (photo.Patches is not { } patches || stored.Patches is not { } others)
        {
            return null;
        }

        var file = new StoredFile(stored);
        if (!_matched.TryGetValue(file, out var alteration))
        {
            alteration = PatchMatcher.Match(patches, others, FacesWith(stored), cancellationToken);
            _matched.Add(file, alteration);
        }

        return alteration;
    }

    private FacesOfBoth FacesWith(PhotoFingerprint stored) => new(_faces, FaceAreas.Of(stored));

    /// <summary>All that is compared of a stored photo.</summary>
    private readonly struct StoredFile(PhotoFingerprint photo) : IEquatable<StoredFile>
    {
        private readonly PhotoFingerprint _photo = photo;

        public bool Equals(StoredFile other) => ReferenceEquals(_photo, other._photo)
            || (_photo.Equals(other._photo) && _photo.Patches!.HasEqualBytes(other._photo.Patches!) && Equals(_photo.Content, other._photo.Content));

        public override bool Equals(object? obj) => obj is StoredFile other && Equals(other);

        public override int GetHashCode() => _photo.GetHashCode();
    }
}
