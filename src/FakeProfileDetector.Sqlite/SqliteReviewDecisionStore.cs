using System.Runtime.CompilerServices;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Reviews;
using Microsoft.Data.Sqlite;

namespace FakeProfileDetector.Sqlite;

/// <summary>Keeps reviewers' decisions in the file of a <see cref="SqliteProfileStore"/>, for one process at a time.</summary>
/// <remarks>
/// The file is opened, or created, by <see cref="OpenAsync"/> or else by the first call. What is removed is overwritten with
/// zeros on disk, and the write-ahead log is emptied as soon as nobody reads; where it matters,
/// <see cref="ErasureReceipt"/> tells. Decisions, reviewers and notes are personal data: protect the file.
/// The first call and every later one may throw <see cref="InvalidDataException"/> where the file is no store, another
/// program's, or one of a newer version, and <see cref="SqliteException"/> where it cannot be opened or created.
/// </remarks>
/// <threadsafety>Safe for many readers and writers; writers take turns, also with those of profiles.</threadsafety>
public sealed class SqliteReviewDecisionStore : IReviewDecisionStore, IDisposable
{
    private readonly SqliteFile _file;

    /// <summary>Names a store, without opening it.</summary>
    /// <param name="path">The file's path; the same as that of the profiles.</param>
    /// <param name="time">The clock; null takes the system's.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null, empty, white space, or names no file (<c>:memory:</c>).</exception>
    public SqliteReviewDecisionStore(string path, TimeProvider? time = null) => _file = new(path, time);

    /// <summary>Opens or creates a store, not on the caller's thread.</summary>
    /// <param name="path">The file's path; the same as that of the profiles.</param>
    /// <param name="time">The clock; null takes the system's.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The store, open.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null, empty, white space, or names no file (<c>:memory:</c>).</exception>
    /// <exception cref="InvalidDataException">The file is no store, another program's, or one of a newer version.</exception>
    /// <exception cref="SqliteException">The file cannot be opened or created.</exception>
    public static async Task<SqliteReviewDecisionStore> OpenAsync(
        string path, TimeProvider? time = null, CancellationToken cancellationToken = default)
    {
        var store = new SqliteReviewDecisionStore(path, time);
        await Task.Run(store._file.Open, cancellationToken).ConfigureAwait(false);
        return store;
    }

    /// <inheritdoc/>
    public ValueTask RecordAsync(ReviewDecision decision, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(decision);
        cancellationToken.ThrowIfCancellationRequested();
        Write(SqliteDecisionSchema.Upsert, parameters => DecisionRow.Bind(parameters, decision));

        // Also after a decision was replaced: its reviewer and note should not stay behind in the log.
        _file.TryEmptyLog();
        return default;
    }

    /// <inheritdoc/>
    public ValueTask<bool> WithdrawAsync(ReviewDecision decision, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(decision);
        cancellationToken.ThrowIfCancellationRequested();
        var stood = Write(SqliteDecisionSchema.Withdraw, parameters => DecisionRow.BindKey(parameters, decision));
        _file.TryEmptyLog();
        return new(stood);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ReviewDecision>> FindAsync(
        IReadOnlyCollection<string> profileIds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(profileIds);
        cancellationToken.ThrowIfCancellationRequested();
        using var rental = _file.Rent();
        var find = rental.Session.Command(SqliteDecisionSchema.Find);
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
        using var rental = _file.Rent();
        using var reader = await rental.Session.Command(SqliteDecisionSchema.Select).ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return DecisionRow.Read(reader);
        }
    }

    /// <inheritdoc/>
    /// <remarks>Where others read the file, it waits up to 0.6 seconds for them.</remarks>
    public async ValueTask<ErasureReceipt> EraseAsync(string profileId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(profileId);
        cancellationToken.ThrowIfCancellationRequested();
        var wasStored = Write(SqliteDecisionSchema.Erase, parameters => parameters.AddWithValue("$id", profileId));
        var pending = await _file.EmptyLogAsync(cancellationToken).ConfigureAwait(false);
        return new(wasStored, _file.Time.GetUtcNow(), pending);
    }

    /// <summary>Closes the connections, so that the file can be moved or deleted; every later call throws.</summary>
    public void Dispose() => _file.Dispose();

    private bool Write(string text, Action<SqliteParameterCollection> bind)
    {
        using var rental = _file.Rent();
        var command = rental.Session.Command(text);
        bind(command.Parameters);
        lock (_file.Writing)
        {
            return command.ExecuteNonQuery() > 0;
        }
    }
}
