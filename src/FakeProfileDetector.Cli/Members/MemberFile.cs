using System.Globalization;
using FakeProfileDetector.Cli.Tables;

namespace FakeProfileDetector.Cli.Members;

/// <summary>Reads a member export. A bad row is complained about by its line, bad cells once a column; neither stops the reading.</summary>
/// <param name="file">The file.</param>
/// <param name="complain">Takes the complaints.</param>
/// <param name="form">What the user says of the file's form; null for nothing.</param>
/// <param name="more">Further columns that are read as they stand; null for none.</param>
internal sealed class MemberFile(FileInfo file, Action<string> complain, ExportForm? form = null, IReadOnlyCollection<string>? more = null)
{
    private readonly ExportForm _form = form ?? ExportForm.Unknown;
    private readonly IReadOnlyCollection<string> _more = more ?? [];

    /// <summary>The further column without which the file is refused; null when none is needed.</summary>
    internal string? Required { get; init; }

    /// <summary>Tells which dates lie in the future.</summary>
    internal TimeProvider Time { get; init; } = TimeProvider.System;

    /// <exception cref="CliException">The file cannot be read, lacks the ids, or has a column that cannot be read.</exception>
    internal IReadOnlyList<Member> Read()
    {
        var table = Table.Read(file, "name the CSV file of the members", header => MemberColumns.Fit(header, _form.Columns), complain)
            ?? throw new CliException($"{file.Name} is empty; its first line must name the columns, id among them.");
        var columns = ReadHeader(table.Header);
        var rows = table.Rows.Where(row => IsGood(row, table.Header.Cells.Length)).ToArray();
        var complaints = new CellComplaints(file.Name);
        var cells = new MemberCells(columns, new ColumnForms(file.Name, columns, rows, _form.Dates), complaints, Time.GetUtcNow());
        var members = new List<Member>(rows.Length);
        var lineOfId = new Dictionary<string, int>(rows.Length, StringComparer.Ordinal);
        foreach (var row in rows)
        {
            cells.Open(row);
            if (ReadMember(cells) is not { } member)
            {
                continue;
            }

            if (lineOfId.TryAdd(member.Id, row.Line))
            {
                members.Add(member);
            }
            else
            {
                Complain(row.Line, $"id \"{member.Id}\" stands already on line {lineOfId[member.Id]}; the row is left out. Give every member an id of its own.");
            }
        }

        cells.Finish();
        complaints.Report(complain);
        return members;
    }

    private MemberColumns ReadHeader(TableRow header)
    {
        if (header.BadQuotes)
        {
            throw new CliException($"{file.Name}:{header.Line}: a quotation mark stands where none may among the names of the columns; remove it.");
        }

        var columns = new MemberColumns(file.Name, header.Cells, _form.Columns, _more);
        if (!columns.Has(MemberField.Id) || (Required is not null && columns.PositionOf(Required) < 0))
        {
            var missing = columns.Has(MemberField.Id) ? Required : "id";
            var hint = missing == "id" ? " Say which of them identifies a member: --columns COLUMN=id." : string.Empty;
            var names = string.Join(", ", header.Cells.Where(name => name.Length > 0));
            throw new CliException($"{file.Name} has no column {missing}; its columns are: {names}.{hint}");
        }

        foreach (var ignored in columns.Ignored)
        {
            Complain(header.Line, ignored);
        }

        return columns;
    }

    private bool IsGood(TableRow row, int width)
    {
        if (row.BadQuotes)
        {
            Complain(row.Line, "a quotation mark stands where none may; the row is left out. Double quotation marks inside quoted cells.");
            return false;
        }

        if (row.Cells.Length > width && !row.Cells.AsSpan(width).ContainsAnyExcept(string.Empty))
        {
            return !row.IsBlank;
        }

        if (row.Cells.Length > width)
        {
            Complain(row.Line, $"{row.Cells.Length} cells under {width} columns; the row is left out. Quote cells that hold what separates them, such as commas.");
            return false;
        }

        return !row.IsBlank;
    }

    private Member? ReadMember(MemberCells cells)
    {
        if (cells.Id() is not { } id)
        {
            Complain(cells.Line, "the id is missing; the row is left out. Give every member an id.");
            return null;
        }

        var observedAt = cells.Date(MemberField.ObservedAt);
        return new(cells.Line, id, cells.DisplayName(), cells.Text(MemberField.Handle), cells.Text(MemberField.Photo), cells.Fingerprint(), new()
        {
            CreatedAt = cells.Date(MemberField.CreatedAt, observedAt),
            ObservedAt = observedAt,
            Connections = cells.Number(MemberField.Connections),
            Following = cells.Number(MemberField.Following),
            Posts = cells.Number(MemberField.Posts),
            BioLength = cells.SmallNumber(MemberField.BioLength),
            HasUrl = cells.Flag(MemberField.HasUrl),
            HasPhoto = cells.Flag(MemberField.HasPhoto),
            SectionsFilled = cells.SmallNumber(MemberField.SectionsFilled),
            SectionsOffered = cells.SmallNumber(MemberField.SectionsOffered),
            LastActiveAt = cells.Date(MemberField.LastActiveAt, observedAt),
            IsPrivate = cells.Flag(MemberField.IsPrivate),
            IsVerified = cells.Flag(MemberField.IsVerified),
        })
        {
            More = _more.Count == 0 ? null : _more.ToDictionary(column => column, cells.More, StringComparer.OrdinalIgnoreCase),
            OtherNames = cells.OtherNames(),
            PhotoSince = cells.Date(MemberField.PhotoSince, observedAt),
            Organization = cells.Cleaned(MemberField.Organization),
            Faces = cells.Faces(),
            EmailLocalPart = cells.Text(MemberField.Email)?.Split('@')[0],
        };
    }

    private void Complain(int line, string text) => complain($"{file.Name}:{line.ToString(CultureInfo.InvariantCulture)}: {text}");
}
