using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using FakeProfileDetector.Reviews;
using Microsoft.Data.Sqlite;

namespace FakeProfileDetector.Sqlite;

/// <summary>Keeps reviewers' decisions in the file of a <see cref="SqliteProfileStore"/>, for one process at a time.</summary>
/// <remarks>
/// The file is created when it does not exist. What is removed is overwritten with zeros on disk, and the write-ahead log is
/// emptied as soon as nobody reads. Decisions, reviewers and notes are personal data: protect the file.
/// </remarks>
/// <threadsafety>Safe for many readers and writers; writers take turns, also with those of profiles.</threadsafety>
public sealed class SqliteReviewDecisionStore : IReviewDecisionStore, IDisposable
{
    private readonly string _connectionString;
    private readonly Lock _writing = new();
    private readonly ConcurrentBag<DecisionSession> _idle = [];
    private volatile bool _isDisposed;

    /// <summary>Opens or creates a store.</summary>
    /// <param name="path">The file's path; the same as that of the profiles.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null, empty or white space.</exception>
    /// <exception cref="InvalidDataException">The file is no store, another program's, or one of a newer version.</exception>
    /// <exception cref="SqliteException">The file cannot be opened or created.</exception>
    public SqliteReviewDecisionStore(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        _connectionString = SqliteSchema.PrepareFile(path);
    }

    /// <inheritdoc/>
    public ValueTask RecordAsync(ReviewDecision decision, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(decision);
        cancellationToken.ThrowIfCancellationRequested();
        Write(SqliteDecisionSchema.Upsert, parameters => DecisionRow.Bind(parameters, decision));
        return default;
    }

    /// <inheritdoc/>
    public ValueTask<bool> WithdrawAsync(ReviewDecision decision, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(decision);
        cancellationToken.ThrowIfCancellationRequested();
        return new(Write(SqliteDecisionSchema.Withdraw, parameters => DecisionRow.BindKey(parameters, decision)));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ReviewDecision>> FindAsync(
        IReadOnlyCollection<string> profileIds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(profileIds);
        cancellationToken.ThrowIfCancellationRequested();
        using var rental = Rent();
        var find = rental.Session.Find;
        HashSet<ReviewDecision>? found = null;
        foreach (var id in profileIds)
        {
            // The file is in this process: a statement an identifier costs microseconds, and no trip.
            cancellationToken.ThrowIfCancellationRequested();
            find.Parameters.Clear();
            find.Parameters.AddWithValue("$id", id);
            using var reader = find.ExecuteReader();
            while (reader.Read())
            {
                (found ??= []).Add(DecisionRow.Read(reader));
            }
        }

        return new(found is null ? [] : [.. found]);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ReviewDecision> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var rental = Rent();
        using var command = rental.Session.Connection.CreateCommand();
        command.CommandText = SqliteDecisionSchema.Select;
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return DecisionRow.Read(reader);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> EraseAsync(string profileId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(profileId);
        cancellationToken.ThrowIfCancellationRequested();
        return new(Write(
            $"DELETE FROM decisions {SqliteDecisionSchema.OfProfile}", parameters => parameters.AddWithValue("$id", profileId)));
    }

    /// <summary>Closes the connections, so that the file can be moved or deleted.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        CloseIdle();
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
    }

    private bool Write(string text, Action<SqliteParameterCollection> bind)
    {
        using var rental = Rent();
        var connection = rental.Session.Connection;
        using var command = connection.CreateCommand();
        command.CommandText = text;
        bind(command.Parameters);
        lock (_writing)
        {
            if (command.ExecuteNonQuery() == 0)
            {
                return false;
            }

            // Also after a decision was replaced: its reviewer and note must not stay behind in the log.
            using var checkpoint = connection.CreateCommand();
            checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            checkpoint.ExecuteNonQuery();
            return true;
        }
    }

    private Rental Rent() => new(this, _idle.TryTake(out var session) ? session : new(_connectionString));

    private void CloseIdle()
    {
        while (_idle.TryTake(out var session))
        {
            session.Dispose();
        }
    }

    /// <summary>A connection with the statement that every check uses.</summary>
    private sealed class DecisionSession : IDisposable
    {
        internal DecisionSession(string connectionString)
        {
            Connection = SqliteSession.Open(connectionString);
            Find = Connection.CreateCommand();
            Find.CommandText = $"{SqliteDecisionSchema.Select} {SqliteDecisionSchema.OfProfile}";
        }

        internal SqliteConnection Connection { get; }

        internal SqliteCommand Find { get; }

        public void Dispose()
        {
            Find.Dispose();
            Connection.Dispose();
        }
    }

    /// <summary>A session until the end of one call.</summary>
    private readonly struct Rental(SqliteReviewDecisionStore store, DecisionSession session) : IDisposable
    {
        public DecisionSession Session => session;

        public void Dispose()
        {
            session.Find.Parameters.Clear();
            store._idle.Add(session);
            if (store._isDisposed)
            {
                store.CloseIdle();
            }
        }
    }
}
