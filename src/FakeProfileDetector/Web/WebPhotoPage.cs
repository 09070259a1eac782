using System.Collections.Immutable;
using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Web;

/// <summary>A page on the web that shows a photo or a part of it.</summary>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed class WebPhotoPage
{
    /// <summary>The page's address, absolute.</summary>
    public required Uri Url { get; init; }

    /// <summary>The page's title as the provider or the page gives it: it may hold markup, be cut off or translated. Null when unknown.</summary>
    public string? Title { get; init; }

    /// <summary>How much of the photo the provider says the page shows. A hint and no proof.</summary>
    public WebPhotoMatch Match { get; init; }

    /// <summary>Addresses of the matching images, the best first.</summary>
    public ImmutableArray<Uri> Images { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>When the provider saw the photo there first; null when it does not say.</summary>
    public DateTimeOffset? FirstSeen { get; init; }

    /// <summary>The fingerprint of the page's image, by which a copy is confirmed; null where the image could not be had.</summary>
    public PhotoFingerprint? Copy { get; init; }

    /// <summary>Names the type only, so that a logged page gives no personal data away.</summary>
    /// <returns>The type's name.</returns>
    public override string ToString() => nameof(WebPhotoPage);
}
