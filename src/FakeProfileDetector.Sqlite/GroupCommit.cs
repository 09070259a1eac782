using FakeProfileDetector.Registry;
using Microsoft.Data.Sqlite;

namespace FakeProfileDetector.Sqlite;

/// <summary>Saves profiles of many callers in common transactions, because a transaction costs as much as several rows.</summary>
/// <remarks>
/// Whoever finds nobody writing writes at once, on its own thread. Who comes meanwhile waits in a queue, of which a thread of the
/// pool stores what is there in one transaction, until it is empty. So nobody waits for company, and groups grow with the load.
/// </remarks>
/// <threadsafety>Safe for many threads.</threadsafety>
internal sealed class GroupCommit(SqliteFile file)
{
    // Other writers of the file, erasures among them, wait for a whole group: some ten milliseconds.
    private const int MaximumGroup = 256;

    // SQLITE_BUSY.
    private const int Busy = 5;

    private readonly Queue<Waiting> _queue = [];
    private bool _isWriting;
    private bool _isClosed;

    /// <summary>Saves a profile; when the task completes, the transaction is committed.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="cancellationToken">Has an effect until the profile is taken from the queue.</param>
    /// <returns>The profile's key.</returns>
    internal ValueTask<long> SaveAsync(RegisteredProfile profile, CancellationToken cancellationToken)
    {
        file.Open();
        lock (_queue)
        {
            ObjectDisposedException.ThrowIf(_isClosed, typeof(SqliteProfileStore));
            if (_isWriting)
            {
                var waiting = new Waiting(profile, cancellationToken);
                _queue.Enqueue(waiting);
                return new(waiting.Task);
            }

            _isWriting = true;
        }

        try
        {
            return new(Save(profile));
        }
        finally
        {
            if (!IsIdle())
            {
                ThreadPool.UnsafeQueueUserWorkItem(static commit => commit.SaveQueued(), this, preferLocal: false);
            }
        }
    }

    /// <summary>Refuses further profiles and waits until those taken on are stored.</summary>
    internal void Close()
    {
        lock (_queue)
        {
            _isClosed = true;
            while (_isWriting)
            {
                Monitor.Wait(_queue);
            }
        }
    }

    /// <summary>Ends the turn of whoever writes, unless others wait.</summary>
    private bool IsIdle()
    {
        lock (_queue)
        {
            _isWriting = _queue.Count > 0;
            if (!_isWriting)
            {
                Monitor.PulseAll(_queue);
            }

            return !_isWriting;
        }
    }

    private void SaveQueued()
    {
        do
        {
            SaveGroup(TakeGroup());
        }
        while (!IsIdle());
    }

    private List<Waiting> TakeGroup()
    {
        var group = new List<Waiting>();
        lock (_queue)
        {
            while (group.Count < MaximumGroup && _queue.TryDequeue(out var waiting))
            {
                if (!waiting.IsCanceled())
                {
                    group.Add(waiting);
                }
            }
        }

        return group;
    }

    private void SaveGroup(List<Waiting> group)
    {
        if (group.Count > 1)
        {
            try
            {
                SaveTogether(group);
                return;
            }
            catch (SqliteException busy) when (busy.SqliteErrorCode == Busy)
            {
                // Another process has the file, and each has waited long enough.
                group.ForEach(waiting => waiting.SetException(busy));
                return;
            }
            catch (Exception)
            {
                // Nothing was stored. One that fails must fail for its own caller only, so each is tried alone.
            }
        }

        group.ForEach(SaveAlone);
    }

    private void SaveTogether(List<Waiting> group)
    {
        List<long> keys;
        using (var rental = file.Rent())
        {
            lock (file.Writing)
            {
                keys = rental.Session.InTransaction(session => group.ConvertAll(waiting => ProfileRow.Save(session, waiting.Profile)));
            }
        }

        for (var i = 0; i < keys.Count; i++)
        {
            group[i].SetResult(keys[i]);
        }
    }

    private void SaveAlone(Waiting waiting)
    {
        try
        {
            waiting.SetResult(Save(waiting.Profile));
        }
        catch (Exception failure)
        {
            waiting.SetException(failure);
        }
    }

    private long Save(RegisteredProfile profile)
    {
        using var rental = file.Rent();
        lock (file.Writing)
        {
            return ProfileRow.Save(rental.Session, profile);
        }
    }

    /// <summary>A profile in the queue, and who waits for it.</summary>
    private sealed class Waiting(RegisteredProfile profile, CancellationToken cancellationToken)
        : TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        internal RegisteredProfile Profile => profile;

        internal bool IsCanceled() => cancellationToken.IsCancellationRequested && TrySetCanceled(cancellationToken);
    }
}
