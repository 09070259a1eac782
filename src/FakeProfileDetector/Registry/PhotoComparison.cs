using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Patches;
using FakeProfileDetector.Photos.Pdq;

namespace FakeProfileDetector.Registry;

/// <summary>Says whether two photos are one picture, by the same eyes as a search among enrolled photos.</summary>
internal static class PhotoComparison
{
    /// <summary>Compares two photos.</summary>
    /// <param name="photo">The photo asked about.</param>
    /// <param name="other">The other one.</param>
    /// <param name="cancellationToken">Stops the comparison.</param>
    /// <returns>How sure it is that they are one; null where nothing says so, or one has too little to compare.</returns>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    internal static PhotoCopyGrade? Compare(PhotoFingerprint photo, PhotoFingerprint other, CancellationToken cancellationToken)
    {
        if (photo.Quality < PdqHasher.MinimumQuality || other.Quality < PdqHasher.MinimumQuality)
        {
            return null;
        }

        var faces = FaceAreas.Of(photo, other);
        var (distance, transform) = photo.Dihedral.Nearest(other.Hash);
        if (distance <= PdqHasher.DefaultMatchRadius)
        {
            return photo.Patches is not { } whole || other.Patches is not { } otherWhole
                || PatchMatcher.VerifyWhole(whole, otherWhole, transform, isNegative: false, faces, out var alteration)
                ? PhotoCopyGrade.Exact
                : alteration?.Grade;
        }

        return photo.Patches is { } patches && other.Patches is { } otherPatches
            ? PatchMatcher.Match(patches, otherPatches, faces, cancellationToken)?.Grade
            : null;
    }
}
