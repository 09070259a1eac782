using System.Text;
using FakeProfileDetector.Cli.Files;
using FakeProfileDetector.Cli.Tables;
using FakeProfileDetector.Web;

namespace FakeProfileDetector.Cli.Pages;

/// <summary>Addresses and titles of pages in a file, read row by row. A bad row is complained about by its line and left out.</summary>
/// <param name="file">The file: tab-separated where its header holds a tab, else CSV.</param>
/// <param name="complain">Takes the complaints.</param>
internal sealed class PageFile(FileInfo file, Action<string> complain)
{
    private static readonly string[] Added = ["site", "kind", "name", "handle"];

    /// <summary>The lines to be written: the header and each row, with the columns that are added.</summary>
    /// <exception cref="CliException">The header lacks a column or has one that is added.</exception>
    internal IEnumerable<string> Read()
    {
        var lines = File.ReadAllLines(file.FullName, Encoding.UTF8);
        if (lines.Length == 0)
        {
            throw new CliException($"{file.Name} is empty; it needs a header with url and title.");
        }

        var isTabbed = lines[0].Contains('\t', StringComparison.Ordinal);
        var rows = isTabbed ? lines.Select((line, index) => new TableRow(index + 1, line.Split('\t'), BadQuotes: false)) : TableRow.ReadAll(lines);
        var (url, title, width) = (0, 0, 0);
        foreach (var row in rows)
        {
            if (width == 0)
            {
                width = row.Cells.Length;
                url = ColumnOf(row.Cells, "url");
                title = ColumnOf(row.Cells, "title");
                yield return Join([.. row.Cells, .. Added], isTabbed);
            }
            else if (!row.IsBlank && Read(row, url, title, width, isTabbed) is { } subject)
            {
                string[] added = [subject.Site, subject.Kind.ToCode(), subject.Name ?? string.Empty, subject.Handle ?? string.Empty];
                yield return Join([.. row.Cells, .. added.Select(SpreadsheetText.Guard)], isTabbed);
            }
        }
    }

    private WebPageSubject? Read(TableRow row, int url, int title, int width, bool isTabbed)
    {
        if (row.BadQuotes)
        {
            Complain(row, "a quotation mark stands where none may; the row is left out. Double quotation marks inside quoted cells.");
        }
        else if (row.Cells.Length != width)
        {
            Complain(row, $"{row.Cells.Length} cells under {width} columns; the row is left out. {(isTabbed ? "Replace tabs in titles by spaces" : "Quote cells that hold commas")}, and write empty cells, too.");
        }
        else if (!Uri.TryCreate(row.Cells[url], UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
        {
            Complain(row, "url is no address of a web page; the row is left out. Write it whole, beginning with https:// or http://.");
        }
        else
        {
            return WebPageReader.Read(address, row.Cells[title]);
        }

        return null;
    }

    private void Complain(TableRow row, string text) => complain($"{file.Name}:{row.Line}: {text}");

    private int ColumnOf(string[] columns, string name)
    {
        if (Array.Find(Added, columns.Contains) is { } taken)
        {
            throw new CliException($"{file.Name} has a column {taken} already; rename it.");
        }

        var index = Array.IndexOf(columns, name);
        return index >= 0 ? index : throw new CliException($"{file.Name} has no column {name}; its columns are: {string.Join(", ", columns)}.");
    }

    private static string Join(IEnumerable<string> cells, bool isTabbed) =>
        isTabbed ? string.Join('\t', cells) : string.Join(',', cells.Select(Quote));

    private static string Quote(string cell) =>
        cell.AsSpan().ContainsAny(",\"\r\n") || cell.StartsWith(' ') || cell.EndsWith(' ') ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
