using FakeProfileDetector.Profiles;

namespace FakeProfileDetector.Calibration;

/// <summary>An account of which the truth is known.</summary>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed class LabeledProfile
{
    /// <summary>Labels an account.</summary>
    /// <param name="profile">The account as a check would see it.</param>
    /// <param name="isFake">Whether it is fake.</param>
    /// <exception cref="ArgumentNullException"><paramref name="profile"/> is null.</exception>
    public LabeledProfile(Profile profile, bool isFake)
    {
        ArgumentNullException.ThrowIfNull(profile);
        Profile = profile;
        IsFake = isFake;
    }

    /// <summary>The account as a check would see it.</summary>
    public Profile Profile { get; }

    /// <summary>Whether it is fake.</summary>
    public bool IsFake { get; }

    /// <summary>
    /// The campaign, owner or source that the account shares with others; null when it stands alone. A group is never
    /// split between learning and testing, so that clones of one account do not vouch for each other.
    /// </summary>
    public string? Group { get; init; }

    /// <summary>The set of data that it comes from; every set counts alike, whatever its size. Empty where there is one only.</summary>
    public string DataSet { get; init; } = string.Empty;
}
