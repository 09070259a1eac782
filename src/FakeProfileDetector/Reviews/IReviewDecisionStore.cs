using FakeProfileDetector.Profiles;

namespace FakeProfileDetector.Reviews;

/// <summary>Keeps what reviewers decided, so that later checks respect it and it can be exported as labels.</summary>
/// <remarks>
/// A profile has at most one decision of its own (authentic or fake), and a pair at most one. What a call has recorded,
/// withdrawn or erased is seen by every look-up that starts after it has completed.
/// </remarks>
/// <threadsafety>All members may be called from many threads at once.</threadsafety>
public interface IReviewDecisionStore
{
    /// <summary>Records a decision in place of an earlier one on the same profile or pair.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="cancellationToken">Stops the write before it takes effect.</param>
    /// <returns>Completes when the next look-up sees the decision.</returns>
    ValueTask RecordAsync(ReviewDecision decision, CancellationToken cancellationToken = default);

    /// <summary>Takes a decision back. Whoever decided, when, and with which note does not matter.</summary>
    /// <param name="decision">A decision of the same kind on the same profile or pair.</param>
    /// <param name="cancellationToken">Stops the removal before it takes effect.</param>
    /// <returns>Whether such a decision stood; one of another kind is left alone.</returns>
    ValueTask<bool> WithdrawAsync(ReviewDecision decision, CancellationToken cancellationToken = default);

    /// <summary>Finds every decision that names one of the profiles, each once.</summary>
    /// <param name="profileIds">Identifiers, compared ordinally.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <returns>The decisions, in any order.</returns>
    /// <remarks>Called once in every check, with the profile and all that share its photo: answer it in one round trip.</remarks>
    ValueTask<IReadOnlyList<ReviewDecision>> FindAsync(
        IReadOnlyCollection<string> profileIds, CancellationToken cancellationToken = default);

    /// <summary>Reads every decision, to export them.</summary>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The decisions, in any order.</returns>
    IAsyncEnumerable<ReviewDecision> ReadAllAsync(CancellationToken cancellationToken = default);

    /// <summary>Removes every decision that names a profile; the registry calls it when it erases the profile.</summary>
    /// <param name="profileId">The identifier, compared ordinally.</param>
    /// <param name="cancellationToken">Stops the removal before it takes effect.</param>
    /// <returns>Whether there was any, and whether every copy is gone.</returns>
    ValueTask<ErasureReceipt> EraseAsync(string profileId, CancellationToken cancellationToken = default);
}
