using FakeProfileDetector.Checking;

namespace FakeProfileDetector.Tests.Checking;

public sealed class SignalThreadsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunAsync_Work_RunsOnNoThreadOfThePool()
    {
        var threads = new SignalThreads("own");

        var isPool = await threads.RunAsync(() => Task.FromResult(Thread.CurrentThread.IsThreadPoolThread), Token);

        Assert.False(isPool);
        Assert.Same(TaskScheduler.Default, TaskScheduler.Current);
    }

    [Fact]
    public async Task RunAsync_AllThreadsBlocked_WaitsAndRunsOnceOneIsFree()
    {
        var threads = new SignalThreads("own");
        using var released = new ManualResetEventSlim();
        using var started = new CountdownEvent(threads.MaximumConcurrencyLevel);
        var blocking = Enumerable.Range(0, threads.MaximumConcurrencyLevel).Select(_ => threads.RunAsync(
            () =>
            {
                started.Signal();
                released.Wait(CancellationToken.None);
                return Task.FromResult(0);
            },
            Token)).ToArray();
        started.Wait(Token);

        var late = threads.RunAsync(() => Task.FromResult(1), Token);
        using var impatient = new CancellationTokenSource();
        var hasStarted = false;
        var given = threads.RunAsync(
            () =>
            {
                hasStarted = true;
                return Task.FromResult(2);
            },
            impatient.Token);
        await impatient.CancelAsync();

        Assert.False(late.IsCompleted);
        released.Set();
        Assert.Equal(1, await late);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        Assert.False(hasStarted);
        await Task.WhenAll(blocking);
    }

    /// <summary>A thread that has found work is idle no more: who waits for another finds one of his own beside it, however often threads were idle before.</summary>
    [Fact]
    public async Task RunAsync_TwoThatWaitForEachOther_AlwaysMeet()
    {
        var threads = new SignalThreads("own");
        for (var round = 0; round < 30; round++)
        {
            await threads.RunAsync(() => Task.FromResult(0), Token);
            using var both = new Barrier(2);
            Task<int> Meet() => threads.RunAsync(
                () =>
                {
                    both.SignalAndWait(Token);
                    return Task.FromResult(1);
                },
                Token);

            var met = await Task.WhenAll(Meet(), Meet()).WaitAsync(TimeSpan.FromMinutes(1), Token);

            Assert.Equal(2, met.Sum());
        }
    }

    [Fact]
    public async Task RunAsync_ManyShortEvaluations_AllRun()
    {
        var threads = new SignalThreads("own");

        var results = await Task.WhenAll(Enumerable.Range(0, 1000).Select(i => threads.RunAsync(
            async () =>
            {
                await Task.Yield();
                return i;
            },
            Token)));

        Assert.Equal(Enumerable.Range(0, 1000), results);
    }
}
