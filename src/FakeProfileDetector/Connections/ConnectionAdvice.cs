using System.Collections.Immutable;
using FakeProfileDetector.Reasons;

namespace FakeProfileDetector.Connections;

/// <summary>What to do about a connection request, and why.</summary>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed class ConnectionAdvice
{
    /// <summary>Gives an advice.</summary>
    /// <param name="action">What to do.</param>
    /// <param name="reasons">Why, the one that decided first; default counts as none.</param>
    /// <param name="report">The report on the sender.</param>
    /// <exception cref="ArgumentNullException"><paramref name="report"/> is null.</exception>
    public ConnectionAdvice(ConnectionAction action, ImmutableArray<Reason> reasons, AuthenticityReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        Action = action;
        Reasons = reasons.IsDefault ? [] : reasons;
        Report = report;
    }

    /// <summary>What to do; <see cref="ConnectionAction.None"/> in <see cref="DetectorMode.Observe"/>.</summary>
    public ConnectionAction Action { get; }

    /// <summary>Why, the one that decided first.</summary>
    public ImmutableArray<Reason> Reasons { get; }

    /// <summary>The report on the sender. It is a moderator's: show the member <see cref="AuthenticityReport.RedactFor"/> of it.</summary>
    public AuthenticityReport Report { get; }
}
