using FakeProfileDetector.Photos;

namespace FakeProfileDetector;

/// <summary>Another profile on which a signal rests.</summary>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed class PhotoMatch
{
    /// <summary>Creates a match, for a signal of an application.</summary>
    /// <param name="profileId">Whose photo it is.</param>
    /// <param name="distance">Distance of the photos' hashes in bits, 0–256.</param>
    /// <param name="transform">How the checked photo was turned or flipped to match.</param>
    /// <exception cref="ArgumentNullException"><paramref name="profileId"/> is null.</exception>
    public PhotoMatch(string profileId, int distance, DihedralTransform transform)
    {
        ArgumentNullException.ThrowIfNull(profileId);
        ProfileId = profileId;
        Distance = distance;
        Transform = transform;
    }

    /// <summary>Whose photo it is. Show it to moderators only; see <see cref="AuthenticityReport.RedactFor"/>.</summary>
    public string ProfileId { get; }

    /// <summary>Distance of the photos' hashes in bits, 0–256.</summary>
    public int Distance { get; }

    /// <summary>How the checked photo was turned or flipped to match.</summary>
    public DihedralTransform Transform { get; }

    /// <summary>How the photo was altered; null where it is the whole photo.</summary>
    public PhotoAlteration? Alteration { get; internal init; }

    /// <summary>Which of the people who share the photo the profile is, grouped by compatible names.</summary>
    /// <value>0: the checked profile's own person; 1, 2, …: others; null: its name compares with nobody's, or nothing was grouped.</value>
    public int? Person { get; internal init; }
}
