using Microsoft.Data.Sqlite;

namespace FakeProfileDetector.Sqlite;

/// <summary>A connection with the statements that are used for every profile: reading their text takes longer than running them.</summary>
/// <threadsafety>For one thread at a time.</threadsafety>
internal sealed class SqliteSession : IDisposable
{
    // The log is copied back after so many pages of 4 KB: a page that many rows changed is then copied once.
    private const string Settings = "PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON; PRAGMA wal_autocheckpoint = 8192;";

    internal SqliteSession(string connectionString)
    {
        Connection = Open(connectionString);
        Upsert = CommandOf(SqliteSchema.Upsert);
        FindById = CommandOf($"{SqliteSchema.Select} WHERE profile_id = $profile_id");

        // One statement for any number of keys, which arrive as a JSON array.
        ReadByKeys = CommandOf($"{SqliteSchema.Select} WHERE key IN (SELECT value FROM json_each($keys))");
    }

    internal SqliteConnection Connection { get; }

    internal SqliteCommand Upsert { get; }

    internal SqliteCommand FindById { get; }

    internal SqliteCommand ReadByKeys { get; }

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

    /// <summary>Forgets whom the statements were about.</summary>
    internal void Clear()
    {
        Upsert.Parameters.Clear();
        FindById.Parameters.Clear();
        ReadByKeys.Parameters.Clear();
    }

    public void Dispose()
    {
        Upsert.Dispose();
        FindById.Dispose();
        ReadByKeys.Dispose();
        Connection.Dispose();
    }

    private SqliteCommand CommandOf(string text)
    {
        var command = Connection.CreateCommand();
        command.CommandText = text;
        return command;
    }
}
