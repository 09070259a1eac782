using FakeProfileDetector.Web;

namespace FakeProfileDetector.WebSearch.Budget;

/// <summary>A request that was counted before it was sent.</summary>
/// <param name="Day">The day that it counts for.</param>
/// <param name="Month">The first day of the month that it counts for.</param>
internal readonly record struct SearchReservation(DateOnly Day, DateOnly Month);

/// <summary>Allows as many requests as the options say, however many ask at the same time.</summary>
/// <threadsafety>Safe to call from many threads at once.</threadsafety>
internal sealed class SearchBudget(WebSearchOptions options, ISearchLedger ledger, TimeProvider time)
{
    private readonly int _searchesPerDay = options.MaximumSearchesPerDay;
    private readonly decimal _costPerSearch = options.CostPerSearch;
    private readonly decimal _costPerMonth = options.MaximumCostPerMonth;

    /// <summary>Counts a request that is about to be sent.</summary>
    /// <exception cref="WebPhotoSearchException">The budget is used up, or the ledger cannot be used.</exception>
    internal async ValueTask<SearchReservation> ReserveAsync(CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var (reservation, isDayUsedUp) = (default(SearchReservation), false);
        var isReserved = await ChangeAsync(
            state =>
            {
                var now = state.On(today);
                reservation = new(now.Day, now.Month);
                isDayUsedUp = now.Searches >= _searchesPerDay;
                return isDayUsedUp || now.Cost + _costPerSearch > _costPerMonth
                    ? null
                    : now with { Searches = now.Searches + 1, Cost = now.Cost + _costPerSearch };
            },
            cancellationToken).ConfigureAwait(false);
        return isReserved
            ? reservation
            : throw new WebPhotoSearchException(WebPhotoSearchFailure.OverBudget, isDayUsedUp
                ? FormattableString.Invariant($"The day's {_searchesPerDay} searches are used up; wait until midnight UTC or raise MaximumSearchesPerDay.")
                : FormattableString.Invariant($"The month's {_costPerMonth} for searches are used up; wait for the next month or raise MaximumCostPerMonth."));
    }

    /// <summary>Gives a request back that was certainly not sent.</summary>
    /// <exception cref="WebPhotoSearchException">The ledger cannot be used.</exception>
    internal async ValueTask ReleaseAsync(SearchReservation reservation) => await ChangeAsync(
        state => state with
        {
            // What counted for a day or a month that is over is gone with it.
            Searches = state.Day == reservation.Day ? Math.Max(state.Searches - 1, 0) : state.Searches,
            Cost = state.Month == reservation.Month ? Math.Max(state.Cost - _costPerSearch, 0) : state.Cost,
        },
        CancellationToken.None).ConfigureAwait(false);

    private async ValueTask<bool> ChangeAsync(Func<LedgerState, LedgerState?> change, CancellationToken cancellationToken)
    {
        try
        {
            return await ledger.ChangeAsync(change, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new WebPhotoSearchException(
                WebPhotoSearchFailure.Other,
                "The ledger of searches cannot be used, so nothing is sent; correct LedgerPath, or move the damaged file away, which starts the counts anew.",
                e);
        }
    }
}
