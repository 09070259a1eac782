using Microsoft.Data.Sqlite;

namespace FakeProfileDetector.Sqlite;

/// <summary>A connection that keeps its statements prepared: reading their text takes longer than running them.</summary>
/// <threadsafety>For one thread at a time.</threadsafety>
internal sealed class SqliteSession(string connectionString) : IDisposable
{
    // NORMAL in the mode of a write-ahead log: no damage and no lost order when the power fails. The log is copied back after
    // so many pages of 4 KB: a page that many rows changed is then copied once.
    private const string Settings = "PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON; PRAGMA wal_autocheckpoint = 8192;";

    private readonly SqliteConnection _connection = Open(connectionString);
    private readonly Dictionary<string, SqliteCommand> _commands = [];

    /// <summary>A connection with the settings that every one of a store has.</summary>
    internal static SqliteConnection Open(string connectionString)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            using var settings = connection.CreateCommand();
            settings.CommandText = Settings;
            settings.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>The statement with this text, without parameters. Texts are constants, so that there are few.</summary>
    internal SqliteCommand Command(string text)
    {
        if (!_commands.TryGetValue(text, out var command))
        {
            command = _connection.CreateCommand();
            command.CommandText = text;
            _commands.Add(text, command);
        }

        return command;
    }

    /// <summary>Does all of something, or nothing.</summary>
    internal T InTransaction<T>(Func<SqliteSession, T> work)
    {
        Command("BEGIN IMMEDIATE").ExecuteNonQuery();
        try
        {
            var result = work(this);
            Command("COMMIT").ExecuteNonQuery();
            return result;
        }
        catch
        {
            RollBack();
            throw;
        }
    }

    /// <summary>Forgets whom the statements were about.</summary>
    internal void Clear()
    {
        foreach (var command in _commands.Values)
        {
            command.Parameters.Clear();
        }
    }

    private void RollBack()
    {
        try
        {
            Command("ROLLBACK").ExecuteNonQuery();
        }
        catch (SqliteException)
        {
            // After some failures, a full disk among them, SQLite has done so by itself.
        }
    }

    public void Dispose()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }

        _connection.Dispose();
    }
}
