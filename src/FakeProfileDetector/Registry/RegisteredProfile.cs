using FakeProfileDetector.Photos;
using FakeProfileDetector.Profiles;

namespace FakeProfileDetector.Registry;

/// <summary>What the registry keeps of an enrolled profile: no photo, only its fingerprint.</summary>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed record RegisteredProfile
{
    /// <summary>Creates a record of a profile.</summary>
    /// <param name="profileId">The network's identifier of the account; not empty.</param>
    /// <exception cref="ArgumentException"><paramref name="profileId"/> is null, empty or white space.</exception>
    public RegisteredProfile(string profileId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(profileId);
        ProfileId = profileId;
    }

    /// <summary>The network's identifier of the account; compared ordinally.</summary>
    public string ProfileId { get; }

    /// <summary>The display name; null when unknown.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Previous and alternative names of the same person; empty by default.</summary>
    public NameList OtherNames { get; init; } = NameList.Empty;

    /// <summary>The organization that the member works for or stands for, as the profile says; null when unknown.</summary>
    public string? Organization { get; init; }

    /// <summary>Since when the profile has shown its photo, as the network says; null when unknown. See <see cref="Profile.PhotoSince"/>.</summary>
    public DateTimeOffset? PhotoShownSince { get; init; }

    /// <summary>Counts and dates of the account; null when unknown.</summary>
    public AccountHistory? History { get; init; }

    /// <summary>The photo's fingerprint; null when there is no usable photo.</summary>
    public PhotoFingerprint? Photo { get; init; }

    /// <summary>When the profile was first enrolled with the photo it has now.</summary>
    public DateTimeOffset PhotoSince { get; init; }

    /// <summary>Names only the identifier, so that a logged record gives no personal data away.</summary>
    /// <returns>The type's name and the identifier.</returns>
    public override string ToString() => $"{nameof(RegisteredProfile)} {ProfileId}";
}
