using System.Collections.Immutable;

namespace FakeProfileDetector.Connections;

/// <summary>What a member cares about in connection requests; without more said recruiters are welcome, and nobody in particular is looked for.</summary>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed class ConnectionPreferences
{
    /// <summary>
    /// Companies whose people the member wants to know. Case, accents, script and legal form (Ltd, GmbH, …) do not matter; a
    /// company that begins with the words of a target matches ("Contoso" and "Contoso Deutschland GmbH").
    /// </summary>
    /// <exception cref="ArgumentException">A name holds no letter and no digit.</exception>
    public ImmutableArray<string> TargetCompanies { get; init => field = Checked(value, nameof(TargetCompanies)); } = [];

    /// <summary>
    /// Industries whose people the member wants to know; one matches whose name holds the words of a target in a row
    /// ("banking" and "Investment Banking").
    /// </summary>
    /// <exception cref="ArgumentException">A name holds no letter and no digit.</exception>
    public ImmutableArray<string> TargetIndustries { get; init => field = Checked(value, nameof(TargetIndustries)); } = [];

    /// <summary>Whether the member wants to hear from recruiters.</summary>
    /// <value>The default is true. Where it is false, their requests are to be looked at, not rejected.</value>
    public bool WelcomesRecruiters { get; init; } = true;

    /// <summary>How many connections the member has; null when unknown.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 0.</exception>
    public long? OwnConnections
    {
        get;
        init
        {
            if (value is { } count)
            {
                ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(OwnConnections));
            }

            field = value;
        }
    }

    private static ImmutableArray<string> Checked(ImmutableArray<string> names, string parameter)
    {
        if (names.IsDefault)
        {
            return [];
        }

        return names.Any(name => FoldedWords.Of(name).IsEmpty)
            ? throw new ArgumentException("A name to look for holds no letter and no digit; leave it out.", parameter)
            : names;
    }
}
