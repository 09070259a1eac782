namespace FakeProfileDetector.Profiles;

/// <summary>Counts and dates of an account at the moment it was observed.</summary>
/// <remarks>
/// Every field is optional: <see langword="null"/> means unknown or hidden and carries no evidence, which is not the
/// same as zero. Impossible values (negative counts, more sections filled than offered, an observation in the future, creation
/// after the observation, activity after the observation or before the creation) are reported and not scored.
/// </remarks>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed record AccountHistory
{
    /// <summary>When the account was created.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When these facts were read; unknown means "now" by the checker's <see cref="TimeProvider"/>.</summary>
    public DateTimeOffset? ObservedAt { get; init; }

    /// <summary>When the account last did something that the network can see: a post, a message, a sign-in.</summary>
    public DateTimeOffset? LastActiveAt { get; init; }

    /// <summary>Mutual or inbound connections: contacts, friends or followers; 0 or more.</summary>
    public long? Connections { get; init; }

    /// <summary>Outbound connections: accounts that this one follows; 0 or more.</summary>
    public long? Following { get; init; }

    /// <summary>Posts published; 0 or more.</summary>
    public long? Posts { get; init; }

    /// <summary>Length of the self-description in characters; 0 or more.</summary>
    public int? BioLength { get; init; }

    /// <summary>Whether the profile links to a page of its own.</summary>
    public bool? HasUrl { get; init; }

    /// <summary>Whether the profile shows a photo; unknown means: as <see cref="Profile.Photo"/> says.</summary>
    public bool? HasPhoto { get; init; }

    /// <summary>Optional sections of the profile that are filled in; 0 or more.</summary>
    public int? SectionsFilled { get; init; }

    /// <summary>Optional sections that the network offers; 1 or more.</summary>
    public int? SectionsOffered { get; init; }

    /// <summary>Whether the network has verified the person (identity document, workplace, …).</summary>
    public bool? IsVerified { get; init; }

    /// <summary>Whether the profile is closed to members that it is not connected with.</summary>
    public bool? IsPrivate { get; init; }

    /// <summary>Age of the account in whole days, or <see langword="null"/> when unknown or impossible.</summary>
    /// <param name="now">Stands in for <see cref="ObservedAt"/> where that is unknown.</param>
    /// <returns>Days, 0 or more, or null.</returns>
    internal int? AgeInDays(DateTimeOffset now)
    {
        var age = (ObservedAt ?? now) - CreatedAt;
        return age is { } known && known >= TimeSpan.Zero ? (int)known.TotalDays : null;
    }

    /// <summary>Says nothing of the account, so that a logged history gives no personal data away.</summary>
    /// <returns>The type's name.</returns>
    public override string ToString() => nameof(AccountHistory);
}
