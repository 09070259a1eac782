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
public sealed class PhotoHolder
{
    /// <summary>Creates a holder, as a registry or a search of an application finds it.</summary>
    /// <param name="id">Tells holders of one source apart: the profile's identifier or the page's address. Compared ordinally.</param>
    /// <param name="source">Where it was found.</param>
    /// <param name="displayName">The name it shows; null when unknown.</param>
    /// <param name="otherNames">Previous and alternative names of the same person; null for none.</param>
    /// <param name="history">Counts and dates of the account; null when unknown.</param>
    /// <param name="photo">The fingerprint of its copy of the photo; null when it was not looked at.</param>
    /// <param name="photoSince">Since when it is known to have the photo; null when unknown.</param>
    /// <param name="page">The page that shows the photo; null for an enrolled profile.</param>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is null.</exception>
    public PhotoHolder(
        string id,
        PhotoHolderSource source,
        string? displayName = null,
        IReadOnlyList<string>? otherNames = null,
        AccountHistory? history = null,
        PhotoFingerprint? photo = null,
        DateTimeOffset? photoSince = null,
        Uri? page = null)
    {
        ArgumentNullException.ThrowIfNull(id);
        Id = id;
        Source = source;
        DisplayName = displayName;
        OtherNames = NameList.Of(otherNames ?? []);
        History = history;
        Photo = photo;
        PhotoSince = photoSince;
        Page = page;
    }

    /// <summary>Tells holders of one source apart: the profile's identifier or the page's address. Compared ordinally.</summary>
    public string Id { get; }

    /// <summary>Where it was found.</summary>
    public PhotoHolderSource Source { get; }

    /// <summary>The name it shows; null when unknown.</summary>
    public string? DisplayName { get; }

    /// <summary>Previous and alternative names of the same person; kept like <see cref="Profile.OtherNames"/>, empty by default.</summary>
    public IReadOnlyList<string> OtherNames { get; }

    /// <summary>The handle or user name, as given; null when unknown. See <see cref="Profile.Handle"/>.</summary>
    public string? Handle { get; init; }

    /// <summary>The organization that the member works for or stands for, as the profile says; null when unknown.</summary>
    public string? Organization { get; init; }

    /// <summary>Since when the profile has shown its photo, as the network says; null when unknown. See <see cref="Profile.PhotoSince"/>.</summary>
    public DateTimeOffset? PhotoShownSince { get; init; }

    /// <summary>Counts and dates of the account; null when unknown.</summary>
    public AccountHistory? History { get; }

    /// <summary>The fingerprint of its copy of the photo; null when it was not looked at.</summary>
    public PhotoFingerprint? Photo { get; }

    /// <summary>Since when it is known to have the photo; null when unknown.</summary>
    public DateTimeOffset? PhotoSince { get; }

    /// <summary>The page that shows the photo; null for an enrolled profile.</summary>
    public Uri? Page { get; }

    /// <summary>Makes a holder of an enrolled profile.</summary>
    internal static PhotoHolder FromProfile(RegisteredProfile profile) => new(
        profile.ProfileId,
        PhotoHolderSource.EnrolledProfile,
        profile.DisplayName,
        profile.OtherNames,
        profile.History,
        profile.Photo,
        profile.PhotoSince)
    {
        Handle = profile.Handle,
        Organization = profile.Organization,
        PhotoShownSince = profile.PhotoShownSince,
    };
}
