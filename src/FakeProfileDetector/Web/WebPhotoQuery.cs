using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Web;

/// <summary>A photo to be searched for on the web.</summary>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed class WebPhotoQuery
{
    /// <summary>The photo's fingerprint: the key under which answers are kept.</summary>
    public required PhotoFingerprint Fingerprint { get; init; }

    /// <summary>The encoded photo as it was uploaded; empty where only its fingerprint is known, which no provider can search for.</summary>
    /// <remarks>A provider sends it encoded anew, without metadata and reduced in size.</remarks>
    public ReadOnlyMemory<byte> Photo { get; init; }

    /// <summary>The profile that shows the photo, by which kept answers may be found. It never leaves the application.</summary>
    public string? ProfileId { get; init; }

    /// <summary>Names the type only, so that a logged query gives no personal data away.</summary>
    /// <returns>The type's name.</returns>
    public override string ToString() => nameof(WebPhotoQuery);
}
