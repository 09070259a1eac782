using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Web;

/// <summary>An answer that is kept, with the photo or the profile that it is about: one line of a file of results.</summary>
/// <remarks>It is personal data: keep it as long as the profile, and erase it with it.</remarks>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed class WebPhotoRecord
{
    /// <summary>The profile that showed the photo; null when it is not kept.</summary>
    public string? ProfileId { get; init; }

    /// <summary>The PDQ hash of the photo that was searched for; null when it is not known.</summary>
    /// <remarks>A record with neither profile nor photo answers no question.</remarks>
    public PhotoHash? Photo { get; init; }

    /// <summary>What was found.</summary>
    public required WebPhotoSearchResult Result { get; init; }

    /// <summary>Names the type only, so that a logged record gives no personal data away.</summary>
    /// <returns>The type's name.</returns>
    public override string ToString() => nameof(WebPhotoRecord);
}
