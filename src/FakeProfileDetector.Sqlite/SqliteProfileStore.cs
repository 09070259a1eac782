using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using FakeProfileDetector.Registry;
using Microsoft.Data.Sqlite;

namespace FakeProfileDetector.Sqlite;

/// <summary>Keeps profiles in one SQLite file: the embedded store, for one process at a time.</summary>
/// <remarks>
/// The file is created when it does not exist. Deleted profiles are overwritten with zeros on disk, and the write-ahead
/// log is emptied as soon as nobody reads. The file holds names and photo fingerprints: protect it as personal data.
/// </remarks>
/// <threadsafety>Safe for many readers and writers; writers take turns.</threadsafety>
public sealed class SqliteProfileStore : IProfileStore, IDisposable
{
    private readonly string _connectionString;

    // SQLite has one writer; waiting here costs microseconds, being turned away and trying again costs milliseconds.
    private readonly Lock _writing = new();

    private readonly ConcurrentBag<SqliteSession> _idle = [];
    private volatile bool _isDisposed;

    /// <summary>Opens or creates a store.</summary>
    /// <param name="path">The file's path.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null, empty or white space.</exception>
    /// <exception cref="InvalidDataException">The file is no store, another program's, or one of a newer version.</exception>
    /// <exception cref="SqliteException">The file cannot be opened or created.</exception>
    public SqliteProfileStore(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        _connectionString = SqliteSchema.PrepareFile(path);
    }

    /// <inheritdoc/>
    public ValueTask<long> SaveAsync(RegisteredProfile profile, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(profile);
        cancellationToken.ThrowIfCancellationRequested();
        using var rental = Rent();
        var command = rental.Session.Upsert;
        ProfileRow.Bind(command.Parameters, profile);
        lock (_writing)
        {
            return new((long)command.ExecuteScalar()!);
        }
    }

    /// <inheritdoc/>
    public ValueTask<StoredProfile?> FindAsync(string profileId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(profileId);
        cancellationToken.ThrowIfCancellationRequested();
        using var rental = Rent();
        var command = rental.Session.FindById;
        command.Parameters.AddWithValue("$profile_id", profileId);
        using var reader = command.ExecuteReader();
        return new(reader.Read() ? ProfileRow.Read(reader) : null);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredProfile>> ReadAsync(
        IReadOnlyCollection<long> keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        cancellationToken.ThrowIfCancellationRequested();
        if (keys.Count == 0)
        {
            return new([]);
        }

        using var rental = Rent();
        var command = rental.Session.ReadByKeys;
        command.Parameters.AddWithValue("$keys", $"[{string.Join(',', keys.Select(key => key.ToString(CultureInfo.InvariantCulture)))}]");
        using var reader = command.ExecuteReader();
        var found = new List<StoredProfile>(keys.Count);
        while (reader.Read())
        {
            found.Add(ProfileRow.Read(reader));
        }

        return new(found);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredProfile> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var rental = Rent();
        using var command = rental.Session.Connection.CreateCommand();
        command.CommandText = SqliteSchema.Select;
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return ProfileRow.Read(reader);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> DeleteAsync(string profileId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(profileId);
        cancellationToken.ThrowIfCancellationRequested();
        using var rental = Rent();
        var connection = rental.Session.Connection;
        using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM profiles WHERE profile_id = $profile_id";
        command.Parameters.AddWithValue("$profile_id", profileId);
        lock (_writing)
        {
            if (command.ExecuteNonQuery() == 0)
            {
                return new(false);
            }

            // The write-ahead log still holds what was written. While a reader holds the log this does nothing, and the next
            // deletion or the closing of the file empties it.
            using var checkpoint = connection.CreateCommand();
            checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            checkpoint.ExecuteNonQuery();
            return new(true);
        }
    }

    /// <summary>Closes the connections, so that the file can be moved or deleted.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        CloseIdle();
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
    }

    private Rental Rent() => new(this, _idle.TryTake(out var session) ? session : new(_connectionString));

    private void CloseIdle()
    {
        while (_idle.TryTake(out var session))
        {
            session.Dispose();
        }
    }

    /// <summary>A session until the end of one call, which finds no parameters in it and leaves none.</summary>
    private readonly struct Rental(SqliteProfileStore store, SqliteSession session) : IDisposable
    {
        public SqliteSession Session => session;

        public void Dispose()
        {
            session.Clear();
            store._idle.Add(session);
            if (store._isDisposed)
            {
                store.CloseIdle();
            }
        }
    }
}
