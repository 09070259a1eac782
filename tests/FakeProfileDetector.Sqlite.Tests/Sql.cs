using Microsoft.Data.Sqlite;

namespace FakeProfileDetector.Sqlite.Tests;

/// <summary>What other programs do to a store's file.</summary>
internal static class Sql
{
    internal static object? Execute(string path, string sql)
    {
        using var connection = Connect(path);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    internal static SqliteConnection Connect(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    /// <summary>A reader that holds the state of now until it is disposed of.</summary>
    internal static SqliteDataReader StartReading(SqliteConnection connection)
    {
        var reader = new SqliteCommand("SELECT * FROM profiles", connection).ExecuteReader();
        reader.Read();
        return reader;
    }
}
