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

    /// <summary>A thread that has found work is idle no more: those that wait for each other each get one, however many were idle before.</summary>
    [Fact]
    public async Task RunAsync_MoreAndMoreThatWaitForEachOther_AlwaysMeet()
    {
        var threads = new SignalThreads("own");
        for (var count = 1; count <= 12; count++)
        {
            using var all = new Barrier(count);
            Task<int> Meet() => threads.RunAsync(
                () =>
                {
                    all.SignalAndWait(Token);
                    return Task.FromResult(1);
                },
                Token);

            var met = await Task.WhenAll(Enumerable.Range(0, count).Select(_ => Meet())).WaitAsync(TimeSpan.FromMinutes(1), Token);

            // Most of the threads are idle by then; what is asserted holds without that, too.
            await Task.Delay(10, Token);
            Assert.Equal(count, met.Sum());
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
