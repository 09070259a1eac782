namespace FakeProfileDetector;

/// <summary>One kind of evidence about a profile. Implement it to add your own.</summary>
/// <remarks>
/// A signal that throws or exceeds <see cref="FakeProfileDetectorOptions.SignalTimeout"/> is reported as failed with weight 0 and
/// never fails the check; one that blocks its thread costs no other signal and no other check anything. It cannot reach
/// <see cref="AuthenticityVerdict.LikelyFake"/> alone, whatever weight it returns, unless the application names it in
/// <see cref="FakeProfileDetectorOptions.MayReachLikelyFake"/>.
/// </remarks>
/// <threadsafety>One instance evaluates many profiles at once.</threadsafety>
public interface IProfileSignal
{
    /// <summary>Stable and unique name, such as <c>image-reuse</c>; reports carry it. <c>review</c> is taken.</summary>
    string Name { get; }

    /// <summary>Evaluates one profile.</summary>
    /// <param name="context">The profile and what has been found out about it, gathered once for all signals.</param>
    /// <param name="cancellationToken">Canceled with the check, and when the signal's time is over.</param>
    /// <returns>What it found.</returns>
    ValueTask<SignalResult> EvaluateAsync(ProfileContext context, CancellationToken cancellationToken);
}
