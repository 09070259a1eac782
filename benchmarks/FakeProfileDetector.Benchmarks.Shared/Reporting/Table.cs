namespace FakeProfileDetector.Benchmarks.Shared.Reporting;

/// <summary>A table in Markdown: the first column to the left, figures to the right.</summary>
internal sealed class Table(string title, params string[] columns)
{
    private readonly List<string[]> _rows = [columns];

    internal void Add(params string[] cells) => _rows.Add(cells);

    internal void Print()
    {
        var widths = columns.Select((_, column) => _rows.Max(row => row[column].Length)).ToArray();
        Console.WriteLine();
        Console.WriteLine($"## {title}");
        Console.WriteLine();
        for (var row = 0; row < _rows.Count; row++)
        {
            Print(_rows[row].Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column])));
            if (row == 0)
            {
                Print(widths.Select((width, column) => column == 0 ? new string('-', width) : new string('-', width - 1) + ':'));
            }
        }
    }

    private static void Print(IEnumerable<string> cells) => Console.WriteLine($"| {string.Join(" | ", cells)} |");
}
