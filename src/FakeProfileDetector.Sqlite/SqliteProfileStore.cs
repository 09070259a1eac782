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
    private readonly GroupCommit _commit;
    private readonly ConcurrentDictionary<string, bool> _unreadable = new(StringComparer.Ordinal);

    /// <summary>Names a store, without opening it.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="time">The clock; null takes the system's.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null, empty, white space, or names no file (<c>:memory:</c>).</exception>
    public SqliteProfileStore(string path, TimeProvider? time = null)
    {
        _file = new(path, time);
        _commit = new(_file);
    }

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
    /// <remarks>Calls that overlap share transactions.</remarks>
    public ValueTask<long> SaveAsync(RegisteredProfile profile, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(profile);
        cancellationToken.ThrowIfCancellationRequested();
        return SavedAsync(_commit.SaveAsync(profile, cancellationToken), profile.ProfileId);
    }

    /// <inheritdoc/>
    /// <remarks>All are stored, or none.</remarks>
    public ValueTask<IReadOnlyList<long>> SaveManyAsync(
        IReadOnlyList<RegisteredProfile> profiles, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        cancellationToken.ThrowIfCancellationRequested();
        using var rental = _file.Rent();
        long[] keys;
        lock (_file.Writing)
        {
            keys = rental.Session.InTransaction(session => SaveAll(session, profiles, cancellationToken));
        }

        foreach (var profile in profiles)
        {
            _unreadable.TryRemove(profile.ProfileId, out _);
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

    /// <summary>Stores what callers still wait for and closes the connections, so that the file can be moved or deleted; every later call throws.</summary>
    public void Dispose()
    {
        _commit.Close();
        _file.Dispose();
    }

    private static long[] SaveAll(SqliteSession session, IReadOnlyList<RegisteredProfile> profiles, CancellationToken cancellationToken)
    {
        var keys = new long[profiles.Count];
        for (var i = 0; i < keys.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            keys[i] = ProfileRow.Save(session, profiles[i]);
        }

        return keys;
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

    private async ValueTask<long> SavedAsync(ValueTask<long> saving, string profileId)
    {
        var key = await saving.ConfigureAwait(false);
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
