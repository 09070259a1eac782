namespace FakeProfileDetector.WebSearch.Budget;

/// <summary>What was used on a day and in its month, both by UTC.</summary>
/// <param name="Day">The day that <paramref name="Searches"/> counts.</param>
/// <param name="Searches">Requests on the day.</param>
/// <param name="Month">The first day of the month that <paramref name="Cost"/> counts.</param>
/// <param name="Cost">What the month's requests cost.</param>
internal readonly record struct LedgerState(DateOnly Day, int Searches, DateOnly Month, decimal Cost)
{
    /// <summary>The state on a day: counts of earlier days and months are dropped.</summary>
    /// <remarks>A clock that was put back goes on counting the later day: no trick with the clock gives more.</remarks>
    internal LedgerState On(DateOnly today)
    {
        var month = new DateOnly(today.Year, today.Month, 1);
        return new(
            today > Day ? today : Day,
            today > Day ? 0 : Searches,
            month > Month ? month : Month,
            month > Month ? 0 : Cost);
    }
}
