using FakeProfileDetector.Web;
using FakeProfileDetector.WebSearch.Budget;
using Microsoft.Extensions.Time.Testing;

namespace FakeProfileDetector.WebSearch.Tests;

public sealed class SearchBudgetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new(2026, 1, 30, 23, 0, 0, TimeSpan.Zero));

    private string Path => _folder.PathOf("ledger");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Reserve_TenThousandInParallelWithRestarts_NeverExceedsTheDay()
    {
        // Ten "processes" one after the other in pairs, each with a ledger of its own on the one file.
        const int Limit = 137;
        var granted = 0;
        for (var restart = 0; restart < 5; restart++)
        {
            SearchBudget[] budgets = [Budget(Limit), Budget(Limit)];
            await Parallel.ForAsync(0, 2000, async (i, _) =>
            {
                if (await TryReserveAsync(budgets[i % 2]))
                {
                    Interlocked.Increment(ref granted);
                }
            });
        }

        Assert.Equal(Limit, granted);
    }

    [Fact]
    public async Task Reserve_TenThousandInParallel_NeverExceedsTheMonth()
    {
        var budget = new SearchBudget(
            new() { MaximumSearchesPerDay = 1_000_000, CostPerSearch = 0.0035m, MaximumCostPerMonth = 1m }, new MemoryLedger(), _time);
        var granted = 0;
        await Parallel.ForAsync(0, 10_000, async (_, _) =>
        {
            if (await TryReserveAsync(budget))
            {
                Interlocked.Increment(ref granted);
            }
        });

        Assert.Equal(285, granted); // 285 × 0.0035 = 0.9975
    }

    [Fact]
    public async Task Reserve_NextDay_CountsAnewButMoneyGoesOnUntilTheNextMonth()
    {
        var options = new WebSearchOptions { MaximumSearchesPerDay = 1, CostPerSearch = 1, MaximumCostPerMonth = 2, LedgerPath = Path };
        Assert.True(await TryReserveAsync(Budget(options)));
        Assert.False(await TryReserveAsync(Budget(options)));

        _time.Advance(TimeSpan.FromHours(2)); // 31 January
        Assert.True(await TryReserveAsync(Budget(options)));

        options.MaximumSearchesPerDay = 10;
        Assert.False(await TryReserveAsync(Budget(options)));
        _time.Advance(TimeSpan.FromDays(1)); // 1 February
        Assert.True(await TryReserveAsync(Budget(options)));
    }

    [Fact]
    public async Task Reserve_ClockIsPutBack_GivesNoMore()
    {
        Assert.True(await TryReserveAsync(Budget(1)));

        Assert.False(await TryReserveAsync(new(new() { MaximumSearchesPerDay = 1 }, new FileLedger(Path), new FakeTimeProvider(new(2025, 5, 1, 0, 0, 0, TimeSpan.Zero)))));
    }

    [Fact]
    public async Task Release_GivesBackWhatCountsToday()
    {
        var budget = Budget(new WebSearchOptions { MaximumSearchesPerDay = 1, CostPerSearch = 1, MaximumCostPerMonth = 1 });

        await budget.ReleaseAsync(await budget.ReserveAsync(TestContext.Current.CancellationToken));

        Assert.True(await TryReserveAsync(budget));
        Assert.False(await TryReserveAsync(budget));
    }

    [Fact]
    public async Task Release_OfYesterday_GivesNothingToday()
    {
        var budget = Budget(1);
        var yesterday = await budget.ReserveAsync(TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromDays(1));
        Assert.True(await TryReserveAsync(budget));

        await budget.ReleaseAsync(yesterday);

        Assert.False(await TryReserveAsync(budget));
    }

    [Fact]
    public async Task Reserve_LastWriteWasCutOff_GoesOnFromTheOneBefore()
    {
        var budget = Budget(10);
        for (var i = 0; i < 3; i++)
        {
            await budget.ReserveAsync(TestContext.Current.CancellationToken);
        }

        // The third line stands in the second slot, where the first one stood.
        var bytes = await File.ReadAllBytesAsync(Path, TestContext.Current.CancellationToken);
        bytes.AsSpan(LedgerSlots.SlotBytes + 30).Fill((byte)'x');
        await File.WriteAllBytesAsync(Path, bytes, TestContext.Current.CancellationToken);

        Assert.Equal(2, LedgerSlots.Read(bytes)!.Value.State.Searches);
        Assert.True(await TryReserveAsync(Budget(3)));
        Assert.False(await TryReserveAsync(Budget(3)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("something else of the application's")]
    public async Task Reserve_FileIsNoLedger_SendsNothingAndLeavesIt(string content)
    {
        content = content.PadRight(300, 'x');
        await File.WriteAllTextAsync(Path, content, TestContext.Current.CancellationToken);

        var failure = await Assert.ThrowsAsync<WebPhotoSearchException>(() => Budget(1).ReserveAsync(TestContext.Current.CancellationToken).AsTask());

        Assert.Equal(WebPhotoSearchFailure.Other, failure.Failure);
        Assert.Contains("LedgerPath", failure.Message, StringComparison.Ordinal);
        Assert.Equal(content, await File.ReadAllTextAsync(Path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Reserve_NoFolder_SaysSo()
    {
        var budget = new SearchBudget(new(), new FileLedger(_folder.PathOf("none/ledger")), _time);

        var failure = await Assert.ThrowsAsync<WebPhotoSearchException>(() => budget.ReserveAsync(TestContext.Current.CancellationToken).AsTask());

        Assert.IsType<DirectoryNotFoundException>(failure.InnerException);
    }

    [Fact]
    public async Task Reserve_FileIsHeldByAnother_WaitsForItsTurn()
    {
        await Budget(10).ReserveAsync(TestContext.Current.CancellationToken);
        Task<bool> waiting;
        using (new FileStream(Path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            waiting = TryReserveAsync(Budget(10));
        }

        Assert.True(await waiting);
    }

    private static async Task<bool> TryReserveAsync(SearchBudget budget)
    {
        try
        {
            await budget.ReserveAsync(TestContext.Current.CancellationToken);
            return true;
        }
        catch (WebPhotoSearchException e) when (e.Failure == WebPhotoSearchFailure.OverBudget)
        {
            return false;
        }
    }

    private SearchBudget Budget(int searchesPerDay) => Budget(new WebSearchOptions { MaximumSearchesPerDay = searchesPerDay });

    private SearchBudget Budget(WebSearchOptions options) => new(options, new FileLedger(Path), _time);
}
