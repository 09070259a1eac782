using System.Diagnostics;
using FakeProfileDetector.Web;
using FakeProfileDetector.WebSearch.Budget;
using Microsoft.Extensions.Time.Testing;

namespace FakeProfileDetector.WebSearch.Tests;

/// <summary>The budget holds among real processes that share a ledger, also where some are killed in the middle of a write and started anew.</summary>
public sealed class SearchBudgetProcessTests : IDisposable
{
    private const int Limit = 200;
    private const int AtTheSameTime = 4;
    private const int Kills = 3;

    /// <summary>Names the folder of the ledger to a process that this test starts, and the file in which that one counts what it was granted.</summary>
    private const string FolderVariable = "FAKEPROFILE_TEST_LEDGER_FOLDER";
    private const string NameVariable = "FAKEPROFILE_TEST_LEDGER_NAME";

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder _folder = new();
    private readonly List<Process> _processes = [];

    /// <summary>The same day in every process, however late it is here.</summary>
    private readonly FakeTimeProvider _time = new(new(2026, 1, 30, 12, 0, 0, TimeSpan.Zero));

    public void Dispose()
    {
        foreach (var process in _processes)
        {
            process.Kill();
            process.WaitForExit();
            process.Dispose();
        }

        _folder.Dispose();
    }

    [Fact]
    public async Task Reserve_ProcessesThatAreKilledAndStartedAnew_NeverExceedTheBudget()
    {
        for (var i = 0; i < AtTheSameTime; i++)
        {
            Start();
        }

        await WaitUntilAsync(() => Directory.GetFiles(_folder.PathOf("."), "granted-*").Length == AtTheSameTime);
        await File.WriteAllTextAsync(_folder.PathOf("go"), string.Empty, TestContext.Current.CancellationToken);
        for (var kill = 0; kill < Kills; kill++)
        {
            var seen = Limit * (kill + 1) / (2 * Kills);
            await WaitUntilAsync(() => Granted() >= seen);
            _processes[kill].Kill();
            Start();
        }

        foreach (var process in _processes.Skip(Kills))
        {
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, process.ExitCode);
        }

        // A process may die between a grant and its note of it.
        Assert.InRange(Granted(), Limit - (Kills * AtTheSameTime), Limit);
        var (_, state) = LedgerSlots.Read(await File.ReadAllBytesAsync(_folder.PathOf("ledger"), TestContext.Current.CancellationToken))!.Value;
        Assert.Equal((Limit, 2m), (state.Searches, state.Cost));
    }

    /// <summary>What each of those processes does: it draws as much as it gets, on several threads, and notes every grant.</summary>
    [Fact]
    public async Task Reserve_UntilTheMonthIsUsedUp_GrantsNoMore()
    {
        var folder = Environment.GetEnvironmentVariable(FolderVariable);
        var granted = 0;
        await using (var notes = File.Create(Path.Combine(folder ?? _folder.PathOf("."), Environment.GetEnvironmentVariable(NameVariable) ?? "notes")))
        {
            await WaitUntilAsync(() => folder is null || File.Exists(Path.Combine(folder, "go")));
            var budget = new SearchBudget(
                new() { MaximumSearchesPerDay = 10 * Limit, CostPerSearch = 0.01m, MaximumCostPerMonth = 0.01m * Limit },
                new FileLedger(Path.Combine(folder ?? _folder.PathOf("."), "ledger")),
                _time);
            await Parallel.ForAsync(0, AtTheSameTime, TestContext.Current.CancellationToken, async (_, token) =>
            {
                while (await TryReserveAsync(budget, token))
                {
                    lock (notes)
                    {
                        granted++;
                        notes.WriteByte((byte)'.');
                        notes.Flush();
                    }
                }
            });
        }

        Assert.InRange(granted, folder is null ? Limit : 0, Limit);
    }

    private static async Task<bool> TryReserveAsync(SearchBudget budget, CancellationToken cancellationToken)
    {
        try
        {
            await budget.ReserveAsync(cancellationToken);
            return true;
        }
        catch (WebPhotoSearchException e) when (e.Failure == WebPhotoSearchFailure.OverBudget)
        {
            return false;
        }
    }

    private static async Task WaitUntilAsync(Func<bool> holds)
    {
        var waited = Stopwatch.StartNew();
        while (!holds())
        {
            Assert.True(waited.Elapsed < LongestWait, "The processes do not get on.");
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }

    private void Start()
    {
        var method = $"{typeof(SearchBudgetProcessTests).FullName}.{nameof(Reserve_UntilTheMonthIsUsedUp_GrantsNoMore)}";
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            ArgumentList = { "exec", typeof(SearchBudgetProcessTests).Assembly.Location, "-method", method, "-noColor" },
            Environment = { [FolderVariable] = _folder.PathOf("."), [NameVariable] = $"granted-{_processes.Count}" },
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;

        // Nobody reads it; a full pipe would stop the process.
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        _processes.Add(process);
    }

    private long Granted() => Directory.GetFiles(_folder.PathOf("."), "granted-*").Sum(file => new FileInfo(file).Length);
}
