using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace FakeProfileDetector.Cli.Tables;

/// <summary>One row of a table, which may span lines of its file.</summary>
/// <param name="Line">Line of the file that it starts on, from 1.</param>
/// <param name="Cells">Its cells, without quotation marks.</param>
/// <param name="BadQuotes">Whether a quotation mark stands where none may; the cells are then unreliable.</param>
internal readonly record struct TableRow(int Line, string[] Cells, bool BadQuotes)
{
    internal bool IsBlank => !BadQuotes && Cells.All(string.IsNullOrWhiteSpace);

    /// <summary>
    /// All rows from a line on. A quotation mark that is never closed would swallow every row down to the next one or to the end, so after
    /// a row with bad quotes reading resumes on the line after its first.
    /// </summary>
    internal static IEnumerable<TableRow> ReadAll(IReadOnlyList<string> lines, char separator = ',', int start = 0)
    {
        var badQuotes = false;
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            BadDataFound = _ => badQuotes = true,
            Delimiter = separator.ToString(),
            TrimOptions = TrimOptions.Trim,

            // A skipped line would not be counted.
            IgnoreBlankLines = false,
        };
        var linesRead = start;
        while (linesRead < lines.Count)
        {
            var skipped = linesRead;
            using var parser = new CsvParser(new LinesReader(lines, skipped), configuration);
            while (parser.Read())
            {
                var first = linesRead;
                linesRead = skipped + parser.RawRow;
                badQuotes = false;
                var cells = parser.Record!;
                var resumes = badQuotes && linesRead > first + 1;
                yield return new(first + 1, cells, badQuotes);
                if (resumes)
                {
                    linesRead = first + 1;
                    break;
                }
            }
        }
    }

    /// <summary>The text from a line on.</summary>
    private sealed class LinesReader(IReadOnlyList<string> lines, int line) : TextReader
    {
        private int _line = line;
        private int _position;

        public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

        public override int Read(Span<char> buffer)
        {
            var written = 0;
            while (written < buffer.Length && _line < lines.Count)
            {
                var rest = lines[_line].AsSpan(_position);
                if (rest.Length < buffer.Length - written)
                {
                    rest.CopyTo(buffer[written..]);
                    written += rest.Length;
                    buffer[written++] = '\n';
                    _line++;
                    _position = 0;
                }
                else
                {
                    rest = rest[..(buffer.Length - written)];
                    rest.CopyTo(buffer[written..]);
                    written += rest.Length;
                    _position += rest.Length;
                }
            }

            return written;
        }
    }
}
