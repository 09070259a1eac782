using System.Collections.Immutable;
using FakeProfileDetector.Reasons;

namespace FakeProfileDetector.Connections;

/// <summary>What to do about a connection request, and why.</summary>
/// <param name="Action">What to do; <see cref="ConnectionAction.None"/> in <see cref="DetectorMode.Observe"/>.</param>
/// <param name="Reasons">Why, the one that decided first.</param>
/// <param name="Report">
/// The report on the sender. It is a moderator's: show the member <see cref="AuthenticityReport.RedactFor"/> of it.
/// </param>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed record ConnectionAdvice(ConnectionAction Action, ImmutableArray<Reason> Reasons, AuthenticityReport Report)
{
    /// <summary>Names the advice only, so that a logged one gives no personal data away.</summary>
    /// <returns>The action.</returns>
    public override string ToString() => Action.ToString();
}
