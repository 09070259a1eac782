using System.Globalization;

namespace FakeProfileDetector.Cli.Members;

/// <summary>What cannot be read in the cells of a file: said once a column, with the first example and how many more there are.</summary>
/// <param name="fileName">Names the file.</param>
internal sealed class CellComplaints(string fileName)
{
    // Of a column that cannot be read as a whole, nothing is known of anybody: a scan of the rest would look like an answer.
    private const int RefusedPercent = 90;

    // One bad cell is a slip, however few rows there are.
    private const int FewestRefused = 2;

    private readonly Dictionary<(string Column, string Kind), Complaint> _complaints = [];
    private readonly Dictionary<string, int> _filled = new(StringComparer.Ordinal);

    /// <summary>Counts a cell that is not blank.</summary>
    internal void Count(string column, int cells) => _filled[column] = cells;

    /// <summary>Notes a cell that counts as unknown.</summary>
    /// <param name="column">The column's name in the file.</param>
    /// <param name="kind">What is wrong: equal for cells that are counted together.</param>
    /// <param name="line">The line.</param>
    /// <param name="text">The sentence about the first of them.</param>
    /// <param name="example">The cell.</param>
    /// <param name="remedy">What to write instead, where the cell could not be read at all; null where it was read and cannot be true.</param>
    internal void Add(string column, string kind, int line, string text, string example, string? remedy)
    {
        if (_complaints.TryGetValue((column, kind), out var complaint))
        {
            complaint.Cells++;
        }
        else
        {
            _complaints.Add((column, kind), new(line, text, example, remedy));
        }
    }

    /// <summary>Says what was noted.</summary>
    /// <exception cref="CliException">Almost no cell of a column could be read.</exception>
    internal void Report(Action<string> complain)
    {
        foreach (var ((column, _), complaint) in _complaints)
        {
            var filled = _filled.GetValueOrDefault(column);
            if (complaint.Remedy is not null && complaint.Cells >= FewestRefused && complaint.Cells * 100L >= filled * (long)RefusedPercent)
            {
                throw new CliException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{fileName}:{complaint.Line}: {complaint.Cells} of the {filled} cells of {column} cannot be read, such as \"{complaint.Example}\": {complaint.Remedy}, or leave the column out."));
            }
        }

        foreach (var complaint in _complaints.Values.OrderBy(static complaint => complaint.Line))
        {
            var more = complaint.Cells switch
            {
                1 => string.Empty,
                2 => " So does 1 more of its cells.",
                _ => string.Create(CultureInfo.InvariantCulture, $" So do {complaint.Cells - 1} more of its cells."),
            };
            complain(string.Create(CultureInfo.InvariantCulture, $"{fileName}:{complaint.Line}: {complaint.Text}{more}"));
        }
    }

    private sealed class Complaint(int line, string text, string example, string? remedy)
    {
        internal int Line { get; } = line;

        internal string Text { get; } = text;

        internal string Example { get; } = example;

        internal string? Remedy { get; } = remedy;

        internal int Cells { get; set; } = 1;
    }
}
