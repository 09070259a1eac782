namespace FakeProfileDetector.WebSearch.Budget;

/// <summary>A ledger that ends with the process.</summary>
internal sealed class MemoryLedger : ISearchLedger
{
    private readonly Lock _lock = new();
    private LedgerState _state;

    public ValueTask<bool> ChangeAsync(Func<LedgerState, LedgerState?> change, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            var changed = change(_state);
            _state = changed ?? _state;
            return new(changed is not null);
        }
    }
}
