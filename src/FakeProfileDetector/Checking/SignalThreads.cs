namespace FakeProfileDetector.Checking;

/// <summary>Threads for one signal of the application's own, apart from the thread pool that everything else runs on.</summary>
/// <remarks>
/// Threads are started as they are needed, up to a limit, and end when there is nothing to do. Where all of them are blocked,
/// further evaluations wait for one until their own time is over. What an evaluation continues with after an await that does
/// not ask for another context runs here, too.
/// </remarks>
/// <threadsafety>Safe to use from many threads at once.</threadsafety>
internal sealed class SignalThreads(string name) : TaskScheduler
{
    private const int MaximumThreads = 32;
    private static readonly TimeSpan IdleTime = TimeSpan.FromSeconds(10);

    private readonly Queue<Task> _waiting = new();
    private int _threads;
    private int _idle;

    public override int MaximumConcurrencyLevel => MaximumThreads;

    /// <summary>Starts work here; it never starts once the token is canceled.</summary>
    /// <returns>The outcome, which is handed over on the thread pool: whoever waits for it must not go on here.</returns>
    internal Task<T> RunAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken) =>
        Task.Factory.StartNew(work, cancellationToken, TaskCreationOptions.None, this).Unwrap().ContinueWith(
            static done => done, CancellationToken.None, TaskContinuationOptions.None, Default).Unwrap();

    protected override void QueueTask(Task task)
    {
        lock (_waiting)
        {
            _waiting.Enqueue(task);
            if (_idle >= _waiting.Count || _threads == MaximumThreads)
            {
                Monitor.Pulse(_waiting);
                return;
            }

            _threads++;
        }

        new Thread(Work) { IsBackground = true, Name = $"Signal {name}" }.UnsafeStart();
    }

    // A task taken over by a thread that waits for it would block that thread.
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (_waiting)
        {
            return [.. _waiting];
        }
    }

    private void Work()
    {
        while (Next() is { } task)
        {
            TryExecuteTask(task);
        }
    }

    /// <summary>The next task; null when none came for a while, and the thread ends.</summary>
    private Task? Next()
    {
        lock (_waiting)
        {
            while (_waiting.Count == 0)
            {
                _idle++;
                var isPulsed = Monitor.Wait(_waiting, IdleTime);
                _idle--;
                if (!isPulsed && _waiting.Count == 0)
                {
                    _threads--;
                    return null;
                }
            }

            return _waiting.Dequeue();
        }
    }
}
