using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Patches;

namespace FakeProfileDetector.Registry;

/// <summary>Where the faces of two photos are, as far as their fingerprints tell.</summary>
internal static class FaceAreas
{
    /// <summary>The faces of both, as shares of the sides of the upright photos; unknown where a fingerprint does not tell.</summary>
    internal static FacesOfBoth Of(PhotoFingerprint photo, PhotoFingerprint stored) => new(Of(photo), Of(stored));

    /// <summary>The faces of one; none where it shows no face, null where nobody has looked, or somebody counted without boxes.</summary>
    internal static IReadOnlyList<PhotoRegion>? Of(PhotoFingerprint photo) => photo.Content is { Width: > 0 and var width, Height: var height } content
        ? [.. content.Faces.Select(face => new PhotoRegion(
            (double)face.X / width, (double)face.Y / height, (double)(face.X + face.Width) / width, (double)(face.Y + face.Height) / height))]
        : null;
}
