using System.Globalization;
using Microsoft.Data.Sqlite;

namespace FakeProfileDetector.Sqlite;

/// <summary>The tables, their version, and the statements that name all of its columns.</summary>
internal static class SqliteSchema
{
    // Raised with every change of what a table holds; a store of a newer version is refused. Version 5 keeps handles, in the column that
    // every version has had: version 4 left it empty, and would empty it again with every update.
    private const long Version = 5;

    // What each version added to the table before it. What older profiles lack is unknown until they are enrolled again.
    private static readonly (long Version, string Column)[] Additions =
    [
        (2, "patches BLOB"),
        (3, "last_active_at TEXT"),
        (3, "is_private INTEGER"),
        (3, "other_names TEXT"),
        (4, "content BLOB"),
        (4, "organization TEXT"),
        (4, "photo_shown_since TEXT"),
    ];

    // In the order in which ProfileRow reads them; each is bound to the parameter of its name.
    private static readonly string[] Columns =
    [
        "profile_id", "display_name", "handle", "created_at", "observed_at", "connections", "following", "posts", "bio_length",
        "has_url", "has_photo", "sections_filled", "sections_offered", "is_verified", "hash", "quality", "second_hash", "width",
        "height", "has_colour", "photo_since", "patches", "last_active_at", "is_private", "other_names",
        "content", "organization", "photo_shown_since",
    ];

    internal static string Select { get; } = $"SELECT key, {string.Join(", ", Columns)} FROM profiles";

    internal static string FindById { get; } = $"{Select} WHERE profile_id = $profile_id";

    /// <summary>One statement for any number of keys, which arrive as a JSON array.</summary>
    internal static string FindByKeys { get; } = $"{Select} WHERE key IN (SELECT value FROM json_each($keys))";

    internal static string Upsert { get; } =
        $"INSERT INTO profiles ({string.Join(", ", Columns)}) VALUES ({string.Join(", ", Columns.Select(column => "$" + column))}) "
        + $"ON CONFLICT (profile_id) DO UPDATE SET {string.Join(", ", Columns.Select(column => $"{column} = excluded.{column}"))} RETURNING key";

    internal const string Delete = "DELETE FROM profiles WHERE profile_id = $profile_id";

    /// <summary>Creates or brings up to date the file of a store; returns the string that connects to it.</summary>
    internal static string PrepareFile(string path)
    {
        var connectionString = new SqliteConnectionStringBuilder { DataSource = path }.ToString();
        try
        {
            using var connection = SqliteSession.Open(connectionString);
            Prepare(connection, path);
            return connectionString;
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 26 or 11)
        {
            // SQLITE_NOTADB, SQLITE_CORRUPT
            throw new InvalidDataException($"\"{path}\" is not a readable profile store; move it away to start a new one.", e);
        }
    }

    private static void Prepare(SqliteConnection connection, string path)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        var version = (long)command.ExecuteScalar()!;
        if (version > Version)
        {
            throw new InvalidDataException(string.Create(
                CultureInfo.InvariantCulture,
                $"\"{path}\" is a profile store of version {version}, newer than this library's {Version}; update the library."));
        }

        command.CommandText = "SELECT count(*) FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'";
        if (version == 0 && (long)command.ExecuteScalar()! > 0)
        {
            throw new InvalidDataException($"\"{path}\" is another program's database; name a file of its own for the profiles.");
        }

        command.CommandText = $"""
            PRAGMA journal_mode = WAL;
            CREATE TABLE IF NOT EXISTS profiles (
                key INTEGER PRIMARY KEY AUTOINCREMENT,
                profile_id TEXT NOT NULL UNIQUE,
                display_name TEXT,
                handle TEXT,
                created_at TEXT,
                observed_at TEXT,
                connections INTEGER,
                following INTEGER,
                posts INTEGER,
                bio_length INTEGER,
                has_url INTEGER,
                has_photo INTEGER,
                sections_filled INTEGER,
                sections_offered INTEGER,
                is_verified INTEGER,
                hash BLOB,
                quality INTEGER,
                second_hash INTEGER,
                width INTEGER,
                height INTEGER,
                has_colour INTEGER,
                photo_since TEXT NOT NULL,
                {string.Join(", ", Additions.Select(addition => addition.Column))});
            {SqliteDecisionSchema.Create}
            {string.Concat(Additions.Where(addition => version > 0 && version < addition.Version).Select(addition => $"ALTER TABLE profiles ADD COLUMN {addition.Column};"))}
            PRAGMA user_version = {Version};
            """;
        command.ExecuteNonQuery();
    }
}
