using System.Globalization;
using Microsoft.Data.Sqlite;

namespace FakeProfileDetector.Sqlite;

/// <summary>The table, its version, and the statements that name all of its columns.</summary>
internal static class SqliteSchema
{
    internal const string Select = "SELECT key, " + Columns + " FROM profiles";

    internal const string Upsert =
        "INSERT INTO profiles (" + Columns + ") VALUES ($profile_id, $display_name, $handle, $created_at, $observed_at, "
        + "$connections, $following, $posts, $bio_length, $has_url, $has_photo, $sections_filled, $sections_offered, $is_verified, "
        + "$hash, $quality, $second_hash, $width, $height, $has_colour, $photo_since) "
        + "ON CONFLICT (profile_id) DO UPDATE SET display_name = excluded.display_name, handle = excluded.handle, "
        + "created_at = excluded.created_at, observed_at = excluded.observed_at, connections = excluded.connections, "
        + "following = excluded.following, posts = excluded.posts, bio_length = excluded.bio_length, has_url = excluded.has_url, "
        + "has_photo = excluded.has_photo, sections_filled = excluded.sections_filled, "
        + "sections_offered = excluded.sections_offered, is_verified = excluded.is_verified, hash = excluded.hash, "
        + "quality = excluded.quality, second_hash = excluded.second_hash, width = excluded.width, height = excluded.height, "
        + "has_colour = excluded.has_colour, "
        + "photo_since = excluded.photo_since RETURNING key";

    // Raised with every change of the table; a store of a newer version is refused.
    private const long Version = 1;

    private const string Columns =
        "profile_id, display_name, handle, created_at, observed_at, connections, following, posts, bio_length, has_url, has_photo, "
        + "sections_filled, sections_offered, is_verified, hash, quality, second_hash, width, height, has_colour, photo_since";

    internal static void Prepare(SqliteConnection connection, string path)
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

        command.CommandText = """
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
                photo_since TEXT NOT NULL);
            PRAGMA user_version = 1;
            """;
        command.ExecuteNonQuery();
    }
}
