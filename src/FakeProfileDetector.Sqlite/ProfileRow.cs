using FakeProfileDetector.Photos;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Registry;
using Microsoft.Data.Sqlite;

namespace FakeProfileDetector.Sqlite;

/// <summary>A profile as a row, in the order of <see cref="SqliteSchema.Select"/>.</summary>
internal static class ProfileRow
{
    // A line break cannot stand in a name that is shown in one line.
    private const char NameSeparator = '\n';

    private const int OtherNames = 25;

    private static void Bind(SqliteParameterCollection parameters, RegisteredProfile profile)
    {
        void Add(string name, object? value) => parameters.AddWithValue(name, value ?? DBNull.Value);

        var history = profile.History ?? new();
        Add("$profile_id", profile.ProfileId);
        Add("$display_name", profile.DisplayName);
        Add("$other_names", profile.OtherNames.Count == 0 ? null : string.Join(NameSeparator, profile.OtherNames));
        Add("$handle", profile.Handle);
        Add("$created_at", history.CreatedAt);
        Add("$observed_at", history.ObservedAt);
        Add("$connections", history.Connections);
        Add("$following", history.Following);
        Add("$posts", history.Posts);
        Add("$bio_length", history.BioLength);
        Add("$has_url", history.HasUrl);
        Add("$has_photo", history.HasPhoto);
        Add("$sections_filled", history.SectionsFilled);
        Add("$sections_offered", history.SectionsOffered);
        Add("$is_verified", history.IsVerified);
        Add("$hash", profile.Photo is { } photo ? ToBytes(photo.Hash) : null);
        Add("$quality", profile.Photo?.Quality);
        Add("$second_hash", unchecked((long?)profile.Photo?.SecondHash));
        Add("$width", profile.Photo?.Width);
        Add("$height", profile.Photo?.Height);
        Add("$has_colour", profile.Photo?.HasColor);
        Add("$photo_since", profile.PhotoSince);
        Add("$patches", profile.Photo?.Patches?.ToBytes());
        Add("$last_active_at", history.LastActiveAt);
        Add("$is_private", history.IsPrivate);
        Add("$content", profile.Photo?.Content?.ToBytes());
        Add("$organization", profile.Organization);
        Add("$photo_shown_since", profile.PhotoShownSince);
    }

    /// <summary>Inserts or replaces the row of a profile.</summary>
    /// <returns>Its key.</returns>
    internal static long Save(SqliteSession session, RegisteredProfile profile)
    {
        var upsert = session.Command(SqliteSchema.Upsert);
        upsert.Parameters.Clear();
        Bind(upsert.Parameters, profile);
        return (long)upsert.ExecuteScalar()!;
    }

    internal static string IdOf(SqliteDataReader row) => row.GetString(1);

    /// <summary>The profile of a row; null when the row is damaged.</summary>
    internal static StoredProfile? TryRead(SqliteDataReader row)
    {
        try
        {
            return Read(row);
        }
        catch (Exception e) when (e is FormatException or ArgumentException or InvalidCastException or OverflowException or InvalidOperationException)
        {
            return null;
        }
    }

    private static StoredProfile Read(SqliteDataReader row)
    {
        var history = new AccountHistory
        {
            CreatedAt = Date(row, 4),
            ObservedAt = Date(row, 5),
            Connections = Number(row, 6),
            Following = Number(row, 7),
            Posts = Number(row, 8),
            BioLength = checked((int?)Number(row, 9)),
            HasUrl = Flag(row, 10),
            HasPhoto = Flag(row, 11),
            SectionsFilled = checked((int?)Number(row, 12)),
            SectionsOffered = checked((int?)Number(row, 13)),
            IsVerified = Flag(row, 14),
            LastActiveAt = Date(row, 23),
            IsPrivate = Flag(row, 24),
        };
        var profile = new RegisteredProfile(
            IdOf(row),
            displayName: row.IsDBNull(2) ? null : row.GetString(2),
            otherNames: row.IsDBNull(OtherNames) ? null : row.GetString(OtherNames).Split(NameSeparator),
            history: history == new AccountHistory() ? null : history,
            photo: row.IsDBNull(15)
                ? null
                : new(
                    new PhotoHash(row.GetFieldValue<byte[]>(15)),
                    row.GetInt32(16),
                    unchecked((ulong?)Number(row, 17)),
                    checked((int?)Number(row, 18)),
                    checked((int?)Number(row, 19)),
                    Flag(row, 20))
                {
                    Patches = row.IsDBNull(22) ? null : PhotoPatches.FromBytes(row.GetFieldValue<byte[]>(22)),
                    Content = row.IsDBNull(26) ? null : PictureContent.FromBytes(row.GetFieldValue<byte[]>(26)),
                },
            photoSince: row.GetDateTimeOffset(21))
        {
            Handle = row.IsDBNull(3) ? null : row.GetString(3),
            Organization = row.IsDBNull(27) ? null : row.GetString(27),
            PhotoShownSince = Date(row, 28),
        };
        return new(row.GetInt64(0), profile);
    }

    private static byte[] ToBytes(PhotoHash hash)
    {
        var bytes = new byte[PhotoHash.ByteCount];
        hash.CopyTo(bytes);
        return bytes;
    }

    private static long? Number(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    private static bool? Flag(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetBoolean(column);

    private static DateTimeOffset? Date(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetDateTimeOffset(column);
}
