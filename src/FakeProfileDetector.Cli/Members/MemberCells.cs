using System.Collections.Frozen;
using System.Globalization;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Profiles;

namespace FakeProfileDetector.Cli.Members;

/// <summary>The cells of a row by column name; blank and unreadable ones are unknown.</summary>
internal sealed class MemberCells(IReadOnlyDictionary<string, int> columns, string[] cells, Action<string> complain)
{
    internal static readonly FrozenSet<string> Columns = new[]
    {
        "id", "display_name", "other_names", "handle", "email", "photo", "photo_hash", "photo_quality", "photo_since", "faces", "organization", "created_at", "observed_at", "connections", "following",
        "posts", "bio_length", "has_url", "has_photo", "sections_filled", "sections_offered", "last_active_at", "is_private", "is_verified",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Exports of hashes rarely carry their quality, and a photo of quality below 50 would not be compared.
    private const int QualityIfUnknown = 100;

    internal string? Text(string column)
    {
        if (!columns.TryGetValue(column, out var position) || position >= cells.Length || string.IsNullOrWhiteSpace(cells[position]))
        {
            return null;
        }

        var text = cells[position].Trim();
        if (text.Contains('\uFFFD', StringComparison.Ordinal))
        {
            complain($"{column} is not valid UTF-8 and counts as unknown. Export the file as UTF-8.");
            return null;
        }

        return text;
    }

    /// <summary>Names with a semicolon or a bar between two.</summary>
    internal NameList Names(string column) => [.. (Text(column) ?? string.Empty).Split([';', '|'])];

    internal long? Number(string column) =>
        Read<long>(column, "a whole number", static text => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null);

    internal int? SmallNumber(string column) =>
        Read<int>(column, "a whole number", static text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null);

    internal int? Count(string column) =>
        Read<int>(column, "a whole number, 0 or more", static text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null);

    internal bool? Flag(string column) => Read<bool>(column, "0 or 1", static text => text.ToUpperInvariant() switch
    {
        "1" or "TRUE" or "YES" => true,
        "0" or "FALSE" or "NO" => false,
        _ => null,
    });

    // The year comes first: a text without a year would take this machine's, and 03/04/2026 means two days.
    internal DateTimeOffset? Date(string column) => Read<DateTimeOffset>(column, "a date such as 2026-01-31", static text =>
        text.Length > 4 && !text.AsSpan(0, 4).ContainsAnyExceptInRange('0', '9')
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var value) ? value : null);

    /// <summary>The fingerprint that the row gives in place of a photo, the failure of a hash that is none, or null.</summary>
    internal PhotoFingerprintResult? Fingerprint()
    {
        if (Text("photo_hash") is not { } text)
        {
            return null;
        }

        var quality = Read<int>("photo_quality", "a whole number from 0 to 100", static text =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= 100 ? value : null);
        return PhotoHash.TryParse(text, CultureInfo.InvariantCulture, out var hash)
            ? PhotoFingerprintResult.Usable(new(hash, quality ?? QualityIfUnknown))
            : PhotoFingerprintResult.Unusable(new(
                PhotoUnusableReason.Corrupt, "The hash of the photo is not 64 hexadecimal digits; take those that fakeprofile hash prints."));
    }

    private T? Read<T>(string column, string expected, Func<string, T?> parse)
        where T : struct
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        if (parse(text) is { } value)
        {
            return value;
        }

        complain($"{column} is \"{text}\" where {expected} is expected; it counts as unknown.");
        return null;
    }
}
