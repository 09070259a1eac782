using System.Collections.Concurrent;
using FakeProfileDetector.Profiles;
using Microsoft.Data.Sqlite;

namespace FakeProfileDetector.Sqlite;

/// <summary>The file of a store: opened at first use, its connections lent to one call at a time.</summary>
/// <threadsafety>Safe for many threads; writers take turns under <see cref="Writing"/>.</threadsafety>
internal sealed class SqliteFile : IDisposable
{
    // Waits of 10 to 320 ms, 0.6 s in all, for readers to finish: longer than any read but a load.
    private const int Attempts = 7;
    private const int FirstDelayMilliseconds = 10;

    private readonly string _path;
    private readonly Lock _opening = new();
    private readonly ConcurrentBag<SqliteSession> _idle = [];
    private volatile string? _connectionString;
    private volatile bool _isDisposed;

    internal SqliteFile(string path, TimeProvider? time)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (path.Contains(":memory:", StringComparison.OrdinalIgnoreCase) || path.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException(
                "A SQLite store is a file on disk; name its path, or keep profiles and decisions in memory with the stores in memory.", nameof(path));
        }

        _path = path;
        Time = time ?? TimeProvider.System;
    }

    internal TimeProvider Time { get; }

    /// <summary>SQLite has one writer; waiting here costs microseconds, being turned away and trying again costs milliseconds.</summary>
    internal Lock Writing { get; } = new();

    /// <summary>Opens or creates the file, if that has not been done.</summary>
    internal string Open()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, typeof(SqliteFile));
        if (_connectionString is { } opened)
        {
            return opened;
        }

        lock (_opening)
        {
            return _connectionString ??= SqliteSchema.PrepareFile(_path);
        }
    }

    internal Rental Rent()
    {
        var connectionString = Open();
        return new(this, _idle.TryTake(out var session) ? session : new(connectionString));
    }

    /// <summary>Writes what the log holds to the file and empties it, waiting a while for readers that still see the old state.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Where earlier content may still be.</returns>
    internal async ValueTask<ProfileCopies> EmptyLogAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var pending = TryEmptyLog();
            if (pending == ProfileCopies.None || attempt == Attempts || cancellationToken.IsCancellationRequested)
            {
                return pending;
            }

            var delay = TimeSpan.FromMilliseconds(FirstDelayMilliseconds << (attempt - 1));
            await Task.Delay(delay, Time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Writes what the log holds to the file and empties it, if nobody reads.</summary>
    internal ProfileCopies TryEmptyLog()
    {
        using var rental = Rent();
        lock (Writing)
        {
            using var reader = rental.Session.Command("PRAGMA wal_checkpoint(TRUNCATE)").ExecuteReader();
            reader.Read();
            var (isBusy, inLog, written) = (reader.GetInt64(0) != 0, reader.GetInt64(1), reader.GetInt64(2));
            return !isBusy ? ProfileCopies.None
                : inLog >= 0 && inLog == written ? ProfileCopies.WriteAheadLog
                : ProfileCopies.StoreFile | ProfileCopies.WriteAheadLog;
        }
    }

    /// <summary>Closes the connections, those in use when their call ends.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        CloseIdle();
        if (_connectionString is { } opened)
        {
            using var connection = new SqliteConnection(opened);
            SqliteConnection.ClearPool(connection);
        }
    }

    private void CloseIdle()
    {
        while (_idle.TryTake(out var session))
        {
            session.Dispose();
        }
    }

    /// <summary>A session until the end of one call, which finds no parameters in it and leaves none.</summary>
    internal readonly struct Rental(SqliteFile file, SqliteSession session) : IDisposable
    {
        public SqliteSession Session => session;

        public void Dispose()
        {
            session.Clear();
            file._idle.Add(session);
            if (file._isDisposed)
            {
                file.CloseIdle();
            }
        }
    }
}
