using FakeProfileDetector.Photos;
using FakeProfileDetector.Profiles;

namespace FakeProfileDetector.Registry;

/// <summary>Where a holder of a photo was found.</summary>
public enum PhotoHolderSource
{
    /// <summary>Not said.</summary>
    Unknown = 0,

    /// <summary>An enrolled profile of the network.</summary>
    EnrolledProfile = 10,

    /// <summary>A page of the web.</summary>
    WebPage = 20,
}

/// <summary>Who or what shows a photo: an enrolled profile, or a page of the web.</summary>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed record PhotoHolder
{
    /// <summary>Tells holders of one source apart: the profile's identifier or the page's address. Compared ordinally.</summary>
    public required string Id { get; init; }

    /// <summary>Where it was found.</summary>
    public PhotoHolderSource Source { get; init; }

    /// <summary>The name it shows; null when unknown.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Previous and alternative names of the same person; empty by default.</summary>
    public NameList OtherNames { get; init; } = NameList.Empty;

    /// <summary>The organization that the member works for or stands for, as the profile says; null when unknown.</summary>
    public string? Organization { get; init; }

    /// <summary>Since when the profile has shown its photo, as the network says; null when unknown. See <see cref="Profile.PhotoSince"/>.</summary>
    public DateTimeOffset? PhotoShownSince { get; init; }

    /// <summary>Counts and dates of the account; null when unknown.</summary>
    public AccountHistory? History { get; init; }

    /// <summary>The fingerprint of its copy of the photo; null when it was not looked at.</summary>
    public PhotoFingerprint? Photo { get; init; }

    /// <summary>Since when it is known to have the photo; null when unknown.</summary>
    public DateTimeOffset? PhotoSince { get; init; }

    /// <summary>The page that shows the photo; null for an enrolled profile.</summary>
    public Uri? Page { get; init; }

    /// <summary>Makes a holder of an enrolled profile.</summary>
    /// <param name="profile">The profile.</param>
    /// <returns>The holder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="profile"/> is null.</exception>
    public static PhotoHolder FromProfile(RegisteredProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return new()
        {
            Id = profile.ProfileId,
            Source = PhotoHolderSource.EnrolledProfile,
            DisplayName = profile.DisplayName,
            OtherNames = profile.OtherNames,
            Organization = profile.Organization,
            PhotoShownSince = profile.PhotoShownSince,
            History = profile.History,
            Photo = profile.Photo,
            PhotoSince = profile.PhotoSince,
        };
    }

    /// <summary>Names the type only, so that a logged holder gives no personal data away.</summary>
    /// <returns>The type's name.</returns>
    public override string ToString() => nameof(PhotoHolder);
}
