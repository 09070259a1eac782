using FakeProfileDetector.Profiles;

namespace FakeProfileDetector.Connections;

/// <summary>A request to connect: who sends it, and what the member who received it cares about.</summary>
/// <remarks>Everything but the sender may be unknown; what is unknown speaks for and against nobody.</remarks>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed class ConnectionRequest
{
    /// <summary>A request whose sender is to be checked.</summary>
    /// <param name="sender">The sender's profile.</param>
    /// <exception cref="ArgumentNullException"><paramref name="sender"/> is null.</exception>
    public ConnectionRequest(Profile sender)
    {
        ArgumentNullException.ThrowIfNull(sender);
        Sender = sender;
    }

    /// <summary>A request whose sender has been checked.</summary>
    /// <param name="report">The report on the sender, not redacted for a member: else it lacks what it rests on.</param>
    /// <exception cref="ArgumentNullException"><paramref name="report"/> is null.</exception>
    public ConnectionRequest(AuthenticityReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        Report = report;
    }

    /// <summary>The sender's profile; null where a report was given.</summary>
    public Profile? Sender { get; }

    /// <summary>The report on the sender; null where it is yet to be checked.</summary>
    public AuthenticityReport? Report { get; }

    /// <summary>What the member who received the request cares about.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public ConnectionPreferences Preferences
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    }
    = new();

    /// <summary>Where the sender works, as the profile says.</summary>
    public string? Company { get; init; }

    /// <summary>The sender's industry, as the profile says.</summary>
    public string? Industry { get; init; }

    /// <summary>
    /// The sender's headline or occupation. Where <see cref="Company"/> is unknown, target companies are looked for in it;
    /// where <see cref="IsRecruiter"/> is unknown, English words for recruiters.
    /// </summary>
    public string? Headline { get; init; }

    /// <summary>Whether the sender recruits people; null when unknown.</summary>
    public bool? IsRecruiter { get; init; }

    /// <summary>
    /// Degree of closeness: 1 is a direct contact, 2 a contact's contact, 3 or more is further away; null when unknown.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public int? Closeness { get; init => field = NotBelow(1, value, nameof(Closeness)); }

    /// <summary>Connections that sender and member share; null when unknown.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 0.</exception>
    public int? SharedConnections { get; init => field = NotBelow(0, value, nameof(SharedConnections)); }

    /// <summary>What the sender wrote with the request. Only whether there is anything counts: texts are cheap to fake.</summary>
    public string? Message { get; init; }

    private static int? NotBelow(int minimum, int? value, string parameter)
    {
        if (value is { } given)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(given, minimum, parameter);
        }

        return value;
    }
}
