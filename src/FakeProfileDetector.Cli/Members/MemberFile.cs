using System.Globalization;
using System.Text;
using FakeProfileDetector.Cli.Files;

namespace FakeProfileDetector.Cli.Members;

/// <summary>Reads a member export. A bad row or cell is complained about by its line and never stops the reading.</summary>
/// <param name="file">The file.</param>
/// <param name="complain">Takes the complaints.</param>
/// <param name="more">Further columns that are read as they stand; null for none.</param>
internal sealed class MemberFile(FileInfo file, Action<string> complain, IReadOnlyCollection<string>? more = null)
{
    /// <summary>The further column without which the file is refused; null when none is needed.</summary>
    internal string? Required { get; init; }

    internal IReadOnlyList<Member> Read()
    {
        InputFile.Require(file, "name the CSV file of the members");

        // Bytes that are no UTF-8 become U+FFFD, which the cells are searched for.
        var rows = MemberRow.ReadAll(File.ReadAllLines(file.FullName, Encoding.UTF8)).SkipWhile(row => row.IsBlank);
        Dictionary<string, int>? columns = null;
        var width = 0;
        var members = new List<Member>();
        var lineOfId = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var (line, cells, badQuotes) = row;
            if (columns is null)
            {
                columns = ReadHeader(line, cells, badQuotes);
                width = cells.Length;
            }
            else if (badQuotes)
            {
                Complain(line, "a quotation mark stands where none may; the row is left out. Double quotation marks inside quoted cells.");
            }
            else if (cells.Length > width)
            {
                Complain(line, $"{cells.Length} cells under {width} columns; the row is left out. Quote cells that hold commas.");
            }
            else if (!row.IsBlank && ReadMember(new MemberCells(columns, cells, text => Complain(line, text)), line) is { } member)
            {
                if (lineOfId.TryAdd(member.Id, line))
                {
                    members.Add(member);
                }
                else
                {
                    Complain(line, $"id \"{member.Id}\" stands already on line {lineOfId[member.Id]}; the row is left out. Give every member an id of its own.");
                }
            }
        }

        return columns is null
            ? throw new CliException($"{file.Name} is empty; its first line must name the columns, id among them.")
            : members;
    }

    private Dictionary<string, int> ReadHeader(int line, string[] cells, bool badQuotes)
    {
        if (badQuotes)
        {
            throw new CliException($"{file.Name}:{line}: a quotation mark stands where none may among the names of the columns; remove it.");
        }

        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (position, name) in cells.Index())
        {
            if (name.Length > 0 && !columns.TryAdd(name, position))
            {
                throw new CliException($"{file.Name} names the column {name} twice; rename one of them.");
            }
        }

        RequireColumn("id", columns, cells);
        if (Required is not null)
        {
            RequireColumn(Required, columns, cells);
        }

        foreach (var unknown in columns.Keys.Where(name => !MemberCells.Columns.Contains(name) && more?.Contains(name, StringComparer.OrdinalIgnoreCase) != true))
        {
            Complain(line, $"the column {unknown} is unknown and ignored.");
        }

        return columns;
    }

    private void RequireColumn(string name, Dictionary<string, int> columns, string[] cells)
    {
        if (!columns.ContainsKey(name))
        {
            var hint = columns.Count == 1 && cells[0].AsSpan().IndexOfAny(";\t|") >= 0 ? " Separate them by commas." : string.Empty;
            throw new CliException($"{file.Name} has no column {name}; its columns are: {string.Join(", ", columns.Keys)}.{hint}");
        }
    }

    private Member? ReadMember(MemberCells cells, int line)
    {
        if (cells.Text("id") is not { } id)
        {
            Complain(line, "the id is missing; the row is left out. Give every member an id.");
            return null;
        }

        return new(line, id, cells.Text("display_name"), cells.Text("handle"), cells.Text("photo"), cells.Fingerprint(), new()
        {
            CreatedAt = cells.Date("created_at"),
            ObservedAt = cells.Date("observed_at"),
            Connections = cells.Number("connections"),
            Following = cells.Number("following"),
            Posts = cells.Number("posts"),
            BioLength = cells.SmallNumber("bio_length"),
            HasUrl = cells.Flag("has_url"),
            HasPhoto = cells.Flag("has_photo"),
            SectionsFilled = cells.SmallNumber("sections_filled"),
            SectionsOffered = cells.SmallNumber("sections_offered"),
            LastActiveAt = cells.Date("last_active_at"),
            IsPrivate = cells.Flag("is_private"),
            IsVerified = cells.Flag("is_verified"),
        })
        {
            More = more?.ToDictionary(column => column, cells.Text, StringComparer.OrdinalIgnoreCase),
            OtherNames = cells.Names("other_names"),
            PhotoSince = cells.Date("photo_since"),
            Organization = cells.Text("organization"),
            Faces = cells.Count("faces"),
            EmailLocalPart = cells.Text("email")?.Split('@')[0],
        };
    }

    private void Complain(int line, string text) => complain($"{file.Name}:{line.ToString(CultureInfo.InvariantCulture)}: {text}");
}
