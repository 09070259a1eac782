using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Registry;
using Microsoft.Data.Sqlite;

namespace FakeProfileDetector.Sqlite;

/// <summary>Keeps profiles in one SQLite file: the embedded store, for one process at a time.</summary>
/// <remarks>
/// The file is opened, or created, by <see cref="OpenAsync"/> or else by the first call. Erased profiles are overwritten with
/// zeros on disk, and the write-ahead log is emptied; <see cref="ErasureReceipt"/> tells whether somebody still read it.
/// The file holds names and photo fingerprints: protect it as personal data.
/// The first call and every later one may throw <see cref="InvalidDataException"/> where the file is no store, another
/// program's, or one of a newer version, and <see cref="SqliteException"/> where it cannot be opened or created.
/// </remarks>
/// <threadsafety>Safe for many readers and writers; writers take turns.</threadsafety>
public sealed class SqliteProfileStore : IProfileStore, IDisposable
{
    private readonly SqliteFile _file;
    private readonly ConcurrentDictionary<string, bool> _unreadable = new(StringComparer.Ordinal);

    /// <summary>Names a store, without opening it.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="time">The clock; null takes the system's.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null, empty, white space, or names no file (<c>:memory:</c>).</exception>
    public SqliteProfileStore(string path, TimeProvider? time = null) => _file = new(path, time);

    /// <inheritdoc/>
    public IReadOnlyCollection<string> UnreadableProfileIds => (IReadOnlyCollection<string>)_unreadable.Keys;

    /// <summary>Opens or creates a store, not on the caller's thread.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="time">The clock; null takes the system's.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The store, open.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null, empty, white space, or names no file (<c>:memory:</c>).</exception>
    /// <exception cref="InvalidDataException">The file is no store, another program's, or one of a newer version.</exception>
    /// <exception cref="SqliteException">The file cannot be opened or created.</exception>
    public static async Task<SqliteProfileStore> OpenAsync(
        string path, TimeProvider? time = null, CancellationToken cancellationToken = default)
    {
        var store = new SqliteProfileStore(path, time);
        await Task.Run(store._file.Open, cancellationToken).ConfigureAwait(false);
        return store;
    }

    /// <inheritdoc/>
    public ValueTask<long> SaveAsync(RegisteredProfile profile, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(profile);
        cancellationToken.ThrowIfCancellationRequested();
        using var rental = _file.Rent();
        var command = rental.Session.Command(SqliteSchema.Upsert);
        ProfileRow.Bind(command.Parameters, profile);
        lock (_file.Writing)
        {
            return new(Upsert(command, profile.ProfileId));
        }
    }

    /// <inheritdoc/>
    /// <remarks>All are stored, or none.</remarks>
    public ValueTask<IReadOnlyList<long>> SaveManyAsync(
        IReadOnlyList<RegisteredProfile> profiles, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        cancellationToken.ThrowIfCancellationRequested();
        using var rental = _file.Rent();
        var session = rental.Session;
        var upsert = session.Command(SqliteSchema.Upsert);
        var keys = new long[profiles.Count];
        lock (_file.Writing)
        {
            session.Command("BEGIN IMMEDIATE").ExecuteNonQuery();
            try
            {
                for (var i = 0; i < keys.Length; i++)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    upsert.Parameters.Clear();
                    ProfileRow.Bind(upsert.Parameters, profiles[i]);
                    keys[i] = Upsert(upsert, profiles[i].ProfileId);
                }

                session.Command("COMMIT").ExecuteNonQuery();
            }
            catch
            {
                RollBack(session);
                throw;
            }
        }

        return new(keys);
    }

    /// <inheritdoc/>
    public ValueTask<StoredProfile?> FindAsync(string profileId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(profileId);
        cancellationToken.ThrowIfCancellationRequested();
        using var rental = _file.Rent();
        var command = rental.Session.Command(SqliteSchema.FindById);
        command.Parameters.AddWithValue("$profile_id", profileId);
        using var reader = command.ExecuteReader();
        return new(reader.Read() ? ReadOrSkip(reader) : null);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredProfile>> FindManyAsync(
        IReadOnlyCollection<long> keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        cancellationToken.ThrowIfCancellationRequested();
        using var rental = _file.Rent();
        if (keys.Count == 0)
        {
            return new([]);
        }

        var command = rental.Session.Command(SqliteSchema.FindByKeys);
        command.Parameters.AddWithValue("$keys", $"[{string.Join(',', keys.Select(key => key.ToString(CultureInfo.InvariantCulture)))}]");
        using var reader = command.ExecuteReader();
        var found = new List<StoredProfile>(keys.Count);
        while (reader.Read())
        {
            if (ReadOrSkip(reader) is { } stored)
            {
                found.Add(stored);
            }
        }

        return new(found);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredProfile> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var rental = _file.Rent();
        using var reader = await rental.Session.Command(SqliteSchema.Select).ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (ReadOrSkip(reader) is { } stored)
            {
                yield return stored;
            }
        }
    }

    /// <inheritdoc/>
    /// <remarks>Where others read the file, it waits up to 0.6 seconds for them.</remarks>
    public async ValueTask<ErasureReceipt> EraseAsync(string profileId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(profileId);
        cancellationToken.ThrowIfCancellationRequested();
        var wasStored = Delete(profileId);
        var pending = await _file.EmptyLogAsync(cancellationToken).ConfigureAwait(false);
        return new(wasStored, _file.Time.GetUtcNow(), pending);
    }

    /// <summary>Closes the connections, so that the file can be moved or deleted; every later call throws.</summary>
    public void Dispose() => _file.Dispose();

    private static void RollBack(SqliteSession session)
    {
        try
        {
            session.Command("ROLLBACK").ExecuteNonQuery();
        }
        catch (SqliteException)
        {
            // After some failures, a full disk among them, SQLite has done so by itself.
        }
    }

    private bool Delete(string profileId)
    {
        using var rental = _file.Rent();
        var command = rental.Session.Command(SqliteSchema.Delete);
        command.Parameters.AddWithValue("$profile_id", profileId);
        lock (_file.Writing)
        {
            var wasStored = command.ExecuteNonQuery() > 0;
            _unreadable.TryRemove(profileId, out _);
            return wasStored;
        }
    }

    private long Upsert(SqliteCommand command, string profileId)
    {
        var key = (long)command.ExecuteScalar()!;
        _unreadable.TryRemove(profileId, out _);
        return key;
    }

    /// <summary>One row that is damaged must not keep all others from being read.</summary>
    private StoredProfile? ReadOrSkip(SqliteDataReader row)
    {
        var stored = ProfileRow.TryRead(row);
        if (stored is null)
        {
            _unreadable[ProfileRow.IdOf(row)] = true;
        }

        return stored;
    }
}
