using System.Text;

namespace FakeProfileDetector.Accuracy.Data;

/// <summary>Comma-separated lines under a line of column names; a cell in quotation marks may hold commas, and no line breaks.</summary>
internal static class CsvFile
{
    internal static IEnumerable<IReadOnlyDictionary<string, string>> Read(string path)
    {
        using var lines = File.ReadLines(path).GetEnumerator();
        if (!lines.MoveNext())
        {
            yield break;
        }

        var columns = Cells(lines.Current);
        for (var number = 2; lines.MoveNext(); number++)
        {
            var cells = Cells(lines.Current);
            if (cells.Count != columns.Count)
            {
                throw new InvalidDataException($"{path}:{number}: {cells.Count} cells under {columns.Count} column names.");
            }

            yield return columns.Zip(cells).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal);
        }
    }

    private static List<string> Cells(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                cell.Append(line[++i]);
            }
            else if (line[i] == '"')
            {
                quoted = !quoted;
            }
            else if (line[i] == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(line[i]);
            }
        }

        cells.Add(cell.ToString());
        return cells;
    }
}
