using System.Globalization;
using FakeProfileDetector.Cli.Members.Cells;
using FakeProfileDetector.Cli.Tables;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Profiles;

namespace FakeProfileDetector.Cli.Members;

/// <summary>The cells of one row after the other; blank and unreadable ones are unknown.</summary>
/// <param name="columns">The columns.</param>
/// <param name="forms">What they tell as a whole.</param>
/// <param name="complaints">Takes what cannot be read.</param>
/// <param name="now">Later dates cannot be true.</param>
internal sealed class MemberCells(MemberColumns columns, ColumnForms forms, CellComplaints complaints, DateTimeOffset now)
{
    // Exports of hashes rarely carry their quality, and a photo of quality below 50 would not be compared.
    private const int QualityIfUnknown = 100;

    // A day has begun elsewhere already, and a date without a time means all of its day.
    private static readonly TimeSpan Tolerance = TimeSpan.FromDays(1);

    private readonly ColumnForms _forms = forms;
    private readonly int[] _filled = new int[Enum.GetValues<MemberField>().Length];
    private string[] _cells = [];

    /// <summary>The line that the row starts on.</summary>
    internal int Line { get; private set; }

    /// <summary>Goes to a row.</summary>
    internal void Open(TableRow row) => (_cells, Line) = (row.Cells, row.Line);

    /// <summary>The member's identifier, as it stands.</summary>
    internal string? Id() => Raw(MemberField.Id);

    /// <summary>The display name, or what it is composed of.</summary>
    internal string? DisplayName()
    {
        var shown = Name(MemberField.DisplayName, BlankCell.IsNoName);
        if (shown is not null && !columns.NameMayBePart)
        {
            return shown;
        }

        var (first, last) = (Name(MemberField.FirstName, BlankCell.IsNoNamePart), Name(MemberField.LastName, BlankCell.IsNoNamePart));
        if (shown is not null && (first ?? last) is { } other && shown.Contains(other, StringComparison.OrdinalIgnoreCase))
        {
            return shown;
        }

        string?[] parts = [first, Name(MemberField.MiddleName, BlankCell.IsNoNamePart), shown, last];
        return string.Join(' ', parts.OfType<string>()) is { Length: > 0 } joined ? joined : null;
    }

    /// <summary>Names with a semicolon or a bar between two.</summary>
    internal NameList OtherNames() => [.. (Name(MemberField.OtherNames, BlankCell.IsNoName) ?? string.Empty).Split([';', '|'])];

    /// <summary>Text of people, as it was typed.</summary>
    internal string? Cleaned(MemberField field) => Name(field, BlankCell.Is);

    internal string? Text(MemberField field) => Raw(field) is { } text && !IsBlank(field, text, BlankCell.Is) ? text : null;

    /// <summary>A further column, as it stands.</summary>
    internal string? More(string column) => columns.PositionOf(column) is >= 0 and var position ? At(position) : null;

    internal long? Number(MemberField field) => Read(field, CountCell.Expected, CountCell.Remedy, Count);

    internal int? SmallNumber(MemberField field) =>
        Read<int>(field, CountCell.Expected, CountCell.Remedy, static (cells, column, text) => Small(Count(cells, column, text), int.MinValue, int.MaxValue));

    internal int? Faces() =>
        Read<int>(MemberField.Faces, "a whole number, 0 or more", CountCell.Remedy, static (cells, column, text) => Small(Count(cells, column, text), 0, int.MaxValue));

    internal bool? Flag(MemberField field) => Read(field, FlagCell.Expected, "write 0 or 1", static (_, _, text) => FlagCell.Read(text));

    /// <summary>A date; one that cannot be true is unknown.</summary>
    /// <param name="field">The field.</param>
    /// <param name="observedAt">When the account was observed, where the row says so.</param>
    internal DateTimeOffset? Date(MemberField field, DateTimeOffset? observedAt = null)
    {
        var read = Read(field, DateCell.Expected, DateCell.Remedy, static (cells, column, text) => DateCell.Read(text, cells._forms.OrderOf(column)));
        if (read is not { } date)
        {
            return null;
        }

        var wrong = date < DateCell.Earliest ? "before there were networks"
            : date > now + Tolerance ? "which is in the future"
            : observedAt is { } observed && date > observed + Tolerance ? "after the day of observation"
            : null;
        if (wrong is null)
        {
            return date;
        }

        Complain(field, wrong, $"is \"{At(columns.PositionOf(field))}\", {wrong}; it counts as unknown.", remedy: null);
        return null;
    }

    /// <summary>The fingerprint that the row gives in place of a photo, the failure of a hash that is none, or null.</summary>
    internal PhotoFingerprintResult? Fingerprint()
    {
        if (Text(MemberField.PhotoHash) is not { } text)
        {
            return null;
        }

        var quality = Read<int>(
            MemberField.PhotoQuality,
            "a whole number from 0 to 100",
            "write whole numbers from 0 to 100",
            static (cells, column, text) => Small(Count(cells, column, text), 0, 100));
        return PhotoHash.TryParse(text, CultureInfo.InvariantCulture, out var hash)
            ? PhotoFingerprintResult.Usable(new(hash, quality ?? QualityIfUnknown))
            : PhotoFingerprintResult.Unusable(new(
                PhotoUnusableReason.Corrupt, "The hash of the photo is not 64 hexadecimal digits; take those that fakeprofile hash prints."));
    }

    /// <summary>Tells how many cells each column has that are not blank.</summary>
    internal void Finish()
    {
        foreach (var field in Enum.GetValues<MemberField>().Where(columns.Has))
        {
            complaints.Count(columns.NameOf(field), _filled[(int)field]);
        }
    }

    private static long? Count(MemberCells cells, MemberField field, string text) => CountCell.Read(text, cells._forms.DecimalsOf(field));

    private static int? Small(long? count, int least, int most) => count >= least && count <= most ? (int)count.Value : null;

    private string? Name(MemberField field, Func<string, bool> isBlank)
    {
        if (Raw(field) is not { } text || IsBlank(field, text, isBlank))
        {
            return null;
        }

        // What is misread may end with a space that does not break.
        return TextCell.Clean(text).Trim() is { Length: > 0 } cleaned ? cleaned : null;
    }

    private bool IsBlank(MemberField field, string text, Func<string, bool> isBlank)
    {
        var result = isBlank(text);
        _filled[(int)field] -= result ? 1 : 0;
        return result;
    }

    private string? Raw(MemberField field)
    {
        var position = columns.PositionOf(field);
        if (position < 0 || At(position) is not { } text)
        {
            return null;
        }

        _filled[(int)field]++;
        if (!text.Contains('\uFFFD', StringComparison.Ordinal))
        {
            return text;
        }

        Complain(field, "encoding", "is not valid UTF-8 and counts as unknown. Export the file as UTF-8.", "export the file as UTF-8");
        return null;
    }

    private string? At(int position) => position < _cells.Length && _cells[position].Trim() is { Length: > 0 } text ? text : null;

    private T? Read<T>(MemberField field, string expected, string remedy, Func<MemberCells, MemberField, string, T?> parse)
        where T : struct
    {
        if (Text(field) is not { } text)
        {
            return null;
        }

        if (parse(this, field, text) is { } value)
        {
            return value;
        }

        Complain(field, expected, $"is \"{text}\" where {expected} is expected; it counts as unknown.", remedy);
        return null;
    }

    private void Complain(MemberField field, string kind, string text, string? remedy)
    {
        var column = columns.NameOf(field);
        complaints.Add(column, kind, Line, $"{column} {text}", At(columns.PositionOf(field))!, remedy);
    }
}
