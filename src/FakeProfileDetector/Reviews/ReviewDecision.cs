namespace FakeProfileDetector.Reviews;

/// <summary>What a reviewer decided about a profile, or about two; later checks respect it.</summary>
/// <remarks>
/// A profile is authentic or fake, never both: the later decision takes the place of the earlier. A pair of profiles is
/// decided on once.
/// </remarks>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed record ReviewDecision
{
    private ReviewDecision(ReviewDecisionKind kind, string profileId, string? otherProfileId, DateTimeOffset decidedAt)
    {
        Kind = kind;
        ProfileId = profileId;
        OtherProfileId = otherProfileId;
        DecidedAt = decidedAt;
    }

    /// <summary>What was decided.</summary>
    public ReviewDecisionKind Kind { get; }

    /// <summary>The profile; of a pair the one whose identifier is ordinally the lesser.</summary>
    public string ProfileId { get; }

    /// <summary>The other profile of a pair; null where one profile alone was decided on.</summary>
    public string? OtherProfileId { get; }

    /// <summary>When it was decided, by the application's <see cref="TimeProvider"/>. What changed since is not covered.</summary>
    public DateTimeOffset DecidedAt { get; }

    /// <summary>A reference to who decided, by the application's own choice; null when not kept. Personal data, never logged.</summary>
    public string? Reviewer { get; init; }

    /// <summary>What the reviewer noted; null when nothing. Personal data, never logged.</summary>
    public string? Note { get; init; }

    /// <summary>The profile is what it claims to be.</summary>
    /// <param name="profileId">The profile's identifier; not empty, compared ordinally.</param>
    /// <param name="decidedAt">Now, by the application's <see cref="TimeProvider"/>.</param>
    /// <returns>The decision.</returns>
    /// <exception cref="ArgumentException">The identifier is null, empty or white space.</exception>
    public static ReviewDecision Authentic(string profileId, DateTimeOffset decidedAt) =>
        OfOne(ReviewDecisionKind.Authentic, profileId, decidedAt);

    /// <summary>The profile is fake.</summary>
    /// <inheritdoc cref="Authentic"/>
    public static ReviewDecision ConfirmedFake(string profileId, DateTimeOffset decidedAt) =>
        OfOne(ReviewDecisionKind.ConfirmedFake, profileId, decidedAt);

    /// <summary>Two profiles are one person's; their order does not matter.</summary>
    /// <param name="profileId">One profile's identifier; not empty, compared ordinally.</param>
    /// <param name="otherProfileId">The other profile's identifier.</param>
    /// <param name="decidedAt">Now, by the application's <see cref="TimeProvider"/>.</param>
    /// <returns>The decision.</returns>
    /// <exception cref="ArgumentException">An identifier is null, empty or white space, or both are the same.</exception>
    public static ReviewDecision SamePerson(string profileId, string otherProfileId, DateTimeOffset decidedAt) =>
        OfPair(ReviewDecisionKind.SamePerson, profileId, otherProfileId, decidedAt);

    /// <summary>Two profiles are different people's, though their names agree; their order does not matter.</summary>
    /// <inheritdoc cref="SamePerson"/>
    public static ReviewDecision DifferentPeople(string profileId, string otherProfileId, DateTimeOffset decidedAt) =>
        OfPair(ReviewDecisionKind.DifferentPeople, profileId, otherProfileId, decidedAt);

    /// <summary>Names what was decided only, so that a logged decision gives no personal data away.</summary>
    /// <returns>The type's name and the kind.</returns>
    public override string ToString() => $"{nameof(ReviewDecision)}: {Kind}";

    private static ReviewDecision OfOne(ReviewDecisionKind kind, string profileId, DateTimeOffset decidedAt)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(profileId);
        return new(kind, profileId, otherProfileId: null, decidedAt);
    }

    private static ReviewDecision OfPair(ReviewDecisionKind kind, string profileId, string otherProfileId, DateTimeOffset decidedAt)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(profileId);
        ArgumentException.ThrowIfNullOrWhiteSpace(otherProfileId);
        return string.CompareOrdinal(profileId, otherProfileId) switch
        {
            < 0 => new(kind, profileId, otherProfileId, decidedAt),
            > 0 => new(kind, otherProfileId, profileId, decidedAt),
            _ => throw new ArgumentException("A profile is the same person as itself; name another one.", nameof(otherProfileId)),
        };
    }
}
