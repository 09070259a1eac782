using FakeProfileDetector.Profiles;

namespace FakeProfileDetector.Calibration;

/// <summary>An account of which the truth is known.</summary>
/// <param name="Profile">The account as a check would see it.</param>
/// <param name="IsFake">Whether it is fake.</param>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed record LabeledProfile(Profile Profile, bool IsFake)
{
    /// <summary>
    /// The campaign, owner or source that the account shares with others; null when it stands alone. A group is never
    /// split between learning and testing, so that clones of one account do not vouch for each other.
    /// </summary>
    public string? Group { get; init; }

    /// <summary>The set of data that it comes from; every set counts alike, whatever its size. Empty where there is one only.</summary>
    public string DataSet { get; init; } = string.Empty;

    /// <summary>Names only the identifier, so that a logged account gives no personal data away.</summary>
    /// <returns>The type's name and the identifier.</returns>
    public override string ToString() => $"{nameof(LabeledProfile)} {Profile.Id}";
}
