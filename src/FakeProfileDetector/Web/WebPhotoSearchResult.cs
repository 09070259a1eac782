using System.Collections.Immutable;

namespace FakeProfileDetector.Web;

/// <summary>What a provider answered.</summary>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed class WebPhotoSearchResult
{
    /// <summary>Name of the provider.</summary>
    public required string Provider { get; init; }

    /// <summary>When it was asked.</summary>
    public required DateTimeOffset SearchedAt { get; init; }

    /// <summary>The pages that show the photo, as the provider ordered them.</summary>
    public ImmutableArray<WebPhotoPage> Pages { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whether these are all pages that the provider has; the default is false: there may be more.</summary>
    public bool IsComplete { get; init; }

    /// <summary>Names the type only, so that a logged result gives no personal data away.</summary>
    /// <returns>The type's name.</returns>
    public override string ToString() => nameof(WebPhotoSearchResult);
}
