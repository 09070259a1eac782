using FakeProfileDetector.Photos;
using FakeProfileDetector.Profiles;

namespace FakeProfileDetector.Registry;

/// <summary>What the registry keeps of an enrolled profile: no photo, only its fingerprint.</summary>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed class RegisteredProfile
{
    /// <summary>Creates a record of a profile.</summary>
    /// <param name="profileId">The network's identifier of the account; not empty.</param>
    /// <param name="displayName">The display name; null when unknown.</param>
    /// <param name="otherNames">Previous and alternative names of the same person; null for none.</param>
    /// <param name="history">Counts and dates of the account; null when unknown.</param>
    /// <param name="photo">The photo's fingerprint; null when there is no usable photo.</param>
    /// <param name="photoSince">When the profile was first enrolled with the photo it has now.</param>
    /// <exception cref="ArgumentException"><paramref name="profileId"/> is null, empty or white space.</exception>
    public RegisteredProfile(
        string profileId,
        string? displayName = null,
        IReadOnlyList<string>? otherNames = null,
        AccountHistory? history = null,
        PhotoFingerprint? photo = null,
        DateTimeOffset photoSince = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(profileId);
        ProfileId = profileId;
        DisplayName = displayName;
        OtherNames = otherNames ?? [];
        History = history;
        Photo = photo;
        PhotoSince = photoSince;
    }

    /// <summary>The network's identifier of the account; compared ordinally.</summary>
    public string ProfileId { get; }

    /// <summary>The display name; null when unknown.</summary>
    public string? DisplayName { get; internal init; }

    /// <summary>Previous and alternative names of the same person; kept like <see cref="Profile.OtherNames"/>, empty by default.</summary>
    public IReadOnlyList<string> OtherNames
    {
        get;
        internal init => field = NameList.Of(value);
    }

    /// <summary>The handle or user name, as given; null when unknown. See <see cref="Profile.Handle"/>.</summary>
    public string? Handle { get; init; }

    /// <summary>The organization that the member works for or stands for, as the profile says; null when unknown.</summary>
    public string? Organization { get; init; }

    /// <summary>Since when the profile has shown its photo, as the network says; null when unknown. See <see cref="Profile.PhotoSince"/>.</summary>
    public DateTimeOffset? PhotoShownSince { get; init; }

    /// <summary>Counts and dates of the account; null when unknown.</summary>
    public AccountHistory? History { get; internal init; }

    /// <summary>The photo's fingerprint; null when there is no usable photo.</summary>
    public PhotoFingerprint? Photo { get; internal init; }

    /// <summary>When the profile was first enrolled with the photo it has now.</summary>
    public DateTimeOffset PhotoSince { get; internal init; }

    /// <summary>Names only the identifier, so that a logged record gives no personal data away.</summary>
    /// <returns>The type's name and the identifier.</returns>
    public override string ToString() => $"{nameof(RegisteredProfile)} {ProfileId}";
}
