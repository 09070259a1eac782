namespace FakeProfileDetector.Connections;

/// <summary>Advises a member what to do about a connection request.</summary>
/// <remarks>
/// Authenticity comes first: a likely fake is to be reported, and whoever is suspicious or unknown, or
/// of whom a signal could not be evaluated, to be looked at, whatever the member prefers. Otherwise not knowing a person is no reason to reject, and there is no such advice.
/// </remarks>
/// <threadsafety>Safe to call from many threads at once.</threadsafety>
public interface IConnectionRequestAdvisor
{
    /// <summary>Advises on one request. The sender's profile is checked unless a report on it comes with the request.</summary>
    /// <param name="request">Who asks, and what the member cares about.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    /// <returns>The advice with its reasons.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    ValueTask<ConnectionAdvice> AdviseAsync(ConnectionRequest request, CancellationToken cancellationToken = default);
}
