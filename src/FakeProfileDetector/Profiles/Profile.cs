namespace FakeProfileDetector.Profiles;

/// <summary>What is known of one account on a network: the input of a check and of enrollment.</summary>
/// <remarks>
/// Everything but <see cref="Id"/> may be unknown (<see langword="null"/>); an unknown fact carries no evidence.
/// "Hidden" is not zero: leave out what a member's privacy settings hide.
/// </remarks>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed record Profile
{
    /// <summary>Creates a profile with the given identifier and nothing else known.</summary>
    /// <param name="id">The network's own stable identifier of the account; not empty, compared ordinally.</param>
    /// <exception cref="ArgumentException"><paramref name="id"/> is null, empty or white space.</exception>
    public Profile(string id)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        Id = id;
    }

    /// <summary>The network's own stable identifier of the account; compared ordinally.</summary>
    public string Id { get; }

    /// <summary>The name shown to other members, as they typed it; <see langword="null"/> when unknown.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Previous and alternative names of the same person: a maiden name, the name in another script, a pen name.</summary>
    /// <value>
    /// Empty by default; blank names and repetitions are left out, line breaks become spaces, and of longer lists the first 8 names are
    /// kept. Any of them that is compatible with another profile's name reconciles the two; none of them accuses. Fill in only
    /// what the network knows to be the member's own, or a taker adds the victim's name here.
    /// </value>
    public IReadOnlyList<string> OtherNames
    {
        get;
        init => field = NameList.Of(value);
    } = NameList.Empty;

    /// <summary>Names that stand in other fields of the profile, such as a signature or a billing name, as far as the application gives them.</summary>
    /// <value>Empty by default; kept like <see cref="OtherNames"/>. One that contradicts the display name says a little against the profile, and never accuses alone; they are not stored.</value>
    public IReadOnlyList<string> NamesInOtherFields
    {
        get;
        init => field = NameList.Of(value);
    } = NameList.Empty;

    /// <summary>What stands before the "@" of the member's e-mail address; <see langword="null"/> when unknown. Not stored.</summary>
    public string? EmailLocalPart { get; init; }

    /// <summary>The vanity handle or user name, without a leading "@"; <see langword="null"/> when unknown.</summary>
    /// <value>
    /// Stored with the profile since accounts that one hand made may have handles of one pattern. Leave it out where the network hands handles out
    /// by a rule of its own: those say nothing of who chose them.
    /// </value>
    public string? Handle { get; init; }

    /// <summary>The profile photo; <see langword="null"/> when there is none or it is unknown.</summary>
    public ProfilePhoto? Photo { get; init; }

    /// <summary>Since when the profile has shown its photo, as the network knows it; <see langword="null"/> when unknown.</summary>
    /// <value>
    /// Who showed a photo later is not its owner by a fuller account alone. The time of enrollment is none: it follows the order of an import.
    /// </value>
    public DateTimeOffset? PhotoSince { get; init; }

    /// <summary>The organization that the member works for or stands for, as the profile says; <see langword="null"/> when unknown.</summary>
    public string? Organization { get; init; }

    /// <summary>Counts and dates of the account; <see langword="null"/> when nothing is known.</summary>
    public AccountHistory? History { get; init; }

    /// <summary>Names only the identifier, so that a logged profile gives no personal data away.</summary>
    /// <returns>"Profile" and the identifier.</returns>
    public override string ToString() => $"Profile {Id}";
}
