using FakeProfileDetector.Cli.Files;

namespace FakeProfileDetector.Cli.Tables;

/// <summary>How well a row does as the names of the columns.</summary>
/// <param name="Known">Cells that name a column.</param>
/// <param name="IsComplete">Whether every column that must be there is named.</param>
internal readonly record struct HeaderFit(int Known, bool IsComplete);

/// <summary>
/// Rows under named columns, in whatever form exports come: cells separated by commas, semicolons, tabs or bars, below
/// notes, or JSON objects.
/// </summary>
/// <param name="Header">The names of the columns.</param>
/// <param name="Rows">All further rows.</param>
internal sealed record Table(TableRow Header, IEnumerable<TableRow> Rows)
{
    // Notes above the columns, as LinkedIn writes them, are a few lines.
    private const int MaximumNotes = 50;

    private static readonly char[] Separators = [',', ';', '\t', '|'];

    /// <summary>Reads a file; null where it holds nothing.</summary>
    /// <param name="file">The file.</param>
    /// <param name="remedy">What should have been named, such as "name the CSV file of the members".</param>
    /// <param name="fit">Judges what may be the names of the columns.</param>
    /// <param name="complain">Takes complaints about rows that cannot be read, and guesses.</param>
    /// <exception cref="CliException">No file, or JSON that is none.</exception>
    internal static Table? Read(FileInfo file, string remedy, Func<string[], HeaderFit> fit, Action<string> complain)
    {
        InputFile.Require(file, remedy);
        var lines = TextFile.ReadLines(file, complain);
        var start = Array.FindIndex(lines, static line => !string.IsNullOrWhiteSpace(line));
        if (start < 0)
        {
            return null;
        }

        if (lines[start].TrimStart()[0] is '{' or '[')
        {
            return JsonTable.Read(file, lines, complain);
        }

        var separators = Separators;
        if (StatedSeparator(lines[start]) is { } stated)
        {
            separators = [stated];
            start++;
        }

        var (line, separator) = FindHeader(lines, start, separators, fit);
        var rows = TableRow.ReadAll(lines, separator, line).SkipWhile(static row => row.IsBlank).GetEnumerator();
        return rows.MoveNext() ? new(rows.Current, Rest(rows)) : null;
    }

    /// <summary>Excel's first line "sep=;".</summary>
    private static char? StatedSeparator(string line)
    {
        var text = line.Trim('"', ' ', '\uFEFF');
        return text.Length == 5 && text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) ? text[4]
            : line.TrimEnd('\r', '\n').Equals("sep=\t", StringComparison.OrdinalIgnoreCase) ? '\t' : null;
    }

    /// <summary>
    /// The first line that names all columns that must be there; failing that the first that names several, or the first line.
    /// </summary>
    private static (int Line, char Separator) FindHeader(string[] lines, int start, char[] separators, Func<string[], HeaderFit> fit)
    {
        var end = Math.Min(lines.Length, start + MaximumNotes);
        for (var line = start; line < end; line++)
        {
            var complete = separators.Select(separator => (Fit: Fit(lines, line, separator, fit).Fit, Separator: separator))
                .Where(static item => item.Fit.IsComplete).OrderByDescending(static item => item.Fit.Known).FirstOrDefault();
            if (complete.Fit.IsComplete)
            {
                return (line, complete.Separator);
            }
        }

        // One known name may be a word of the notes.
        var likely = Enumerable.Range(start, end - start).FirstOrDefault(line => separators.Any(separator => Fit(lines, line, separator, fit).Fit.Known > 1), start);
        return (likely, separators.MaxBy(separator => Fit(lines, likely, separator, fit) is var (known, cells) ? (known.Known, cells) : default));
    }

    private static (HeaderFit Fit, int Cells) Fit(string[] lines, int line, char separator, Func<string[], HeaderFit> fit)
    {
        var row = TableRow.ReadAll([lines[line]], separator).First();
        return row.BadQuotes ? default : (fit(row.Cells), row.Cells.Length);
    }

    private static IEnumerable<TableRow> Rest(IEnumerator<TableRow> rows)
    {
        using (rows)
        {
            while (rows.MoveNext())
            {
                yield return rows.Current;
            }
        }
    }
}
