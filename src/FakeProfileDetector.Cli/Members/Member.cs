using FakeProfileDetector.Photos;
using FakeProfileDetector.Profiles;

namespace FakeProfileDetector.Cli.Members;

/// <summary>One row of a member export.</summary>
/// <param name="Line">Line of the file that it starts on, from 1.</param>
/// <param name="Id">The member's identifier.</param>
/// <param name="DisplayName">As typed, or null.</param>
/// <param name="Handle">As typed, or null.</param>
/// <param name="Photo">The photo's path as the file gives it, or null.</param>
/// <param name="Fingerprint">What the file gives of the photo in its place, or null.</param>
/// <param name="History">Counts and dates.</param>
internal sealed record Member(
    int Line, string Id, string? DisplayName, string? Handle, string? Photo, PhotoFingerprintResult? Fingerprint, AccountHistory History)
{
    /// <summary>Previous and alternative names.</summary>
    internal NameList OtherNames { get; init; } = NameList.Empty;

    /// <summary>What stands before the "@" of the e-mail address, or null.</summary>
    internal string? EmailLocalPart { get; init; }

    /// <summary>Since when the profile shows its photo, or null.</summary>
    internal DateTimeOffset? PhotoSince { get; init; }

    /// <summary>The organization that the member works for, or null.</summary>
    internal string? Organization { get; init; }

    /// <summary>How many people's faces the photo shows, as the file says, or null.</summary>
    internal int? Faces { get; init; }

    /// <summary>The further columns that were asked for, blank ones as null; null when none were.</summary>
    internal IReadOnlyDictionary<string, string?>? More { get; init; }

    internal Profile ToProfile(ProfilePhoto? photo) => new(Id)
    {
        DisplayName = DisplayName,
        OtherNames = OtherNames,
        EmailLocalPart = EmailLocalPart,
        Handle = Handle,
        History = History,
        Photo = Faces is { } faces ? photo?.WithContent(PictureContent.OfPeople(faces)) : photo,
        PhotoSince = PhotoSince,
        Organization = Organization,
    };
}
