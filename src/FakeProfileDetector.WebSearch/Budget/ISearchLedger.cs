namespace FakeProfileDetector.WebSearch.Budget;

/// <summary>Keeps what was used.</summary>
/// <threadsafety>Safe to call from many threads at once.</threadsafety>
internal interface ISearchLedger
{
    /// <summary>Changes the state while nobody else can read or change it, and keeps the change before it returns.</summary>
    /// <param name="change">From the state as it is to the new one; null leaves it.</param>
    /// <param name="cancellationToken">Stops waiting for the turn.</param>
    /// <returns>Whether it was changed.</returns>
    ValueTask<bool> ChangeAsync(Func<LedgerState, LedgerState?> change, CancellationToken cancellationToken);
}
