using FakeProfileDetector.Profiles;

namespace FakeProfileDetector;

/// <summary>Tells whether a profile is authentic, and why.</summary>
/// <threadsafety>Safe to call from many threads at once; checks never block each other.</threadsafety>
public interface IProfileAuthenticityChecker
{
    /// <summary>Checks one profile against the enrolled ones. The profile itself need not be enrolled.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    /// <returns>The report. A bad photo or a failing signal is reported in it and never thrown.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="profile"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    ValueTask<AuthenticityReport> CheckAsync(Profile profile, CancellationToken cancellationToken = default);

    /// <summary>Enrolls a profile and checks it against all others: what a sign-up needs, in one call.</summary>
    /// <param name="profile">The profile; enrolled whatever the verdict, so that later checks compare with it.</param>
    /// <param name="cancellationToken">Stops the work; a profile that is enrolled by then stays enrolled.</param>
    /// <returns>The report.</returns>
    /// <remarks>
    /// Of two profiles that share a photo and arrive at the same moment at least one sees the other, which checking first and
    /// enrolling then does not give.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="profile"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    /// <exception cref="Exception">The registry's store could not keep the profile, which was then not checked; call again.</exception>
    ValueTask<AuthenticityReport> CheckAndEnrollAsync(Profile profile, CancellationToken cancellationToken = default);

    /// <summary>Checks many profiles on every core and keeps their order.</summary>
    /// <param name="profiles">The profiles; read a few ahead of the reports, never all at once.</param>
    /// <param name="cancellationToken">Stops the checks.</param>
    /// <returns>One report a profile, in the order of the profiles.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="profiles"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    IAsyncEnumerable<AuthenticityReport> CheckAllAsync(IAsyncEnumerable<Profile> profiles, CancellationToken cancellationToken = default);
}
