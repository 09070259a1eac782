using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Patches;

namespace FakeProfileDetector.Registry;

/// <summary>Where the faces of two photos are, as far as their fingerprints tell.</summary>
internal static class FaceAreas
{
    /// <summary>The faces of both, as shares of the sides of the upright photos; unknown where a fingerprint does not tell.</summary>
    internal static FacesOfBoth Of(PhotoFingerprint photo, PhotoFingerprint stored) => new(Of(photo), Of(stored));

    /// <summary>Unknown as long as fingerprints hold no content.</summary>
    private static IReadOnlyList<PhotoRegion>? Of(PhotoFingerprint photo) => null;
}
