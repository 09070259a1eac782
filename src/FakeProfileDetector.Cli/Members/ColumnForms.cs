using FakeProfileDetector.Cli.Members.Cells;
using FakeProfileDetector.Cli.Tables;

namespace FakeProfileDetector.Cli.Members;

/// <summary>What only a column as a whole tells of its cells: whether 03/04/2026 is a day in April or in March, and whether 1.234 is a fraction.</summary>
internal sealed class ColumnForms
{
    private static readonly MemberField[] Dates = [MemberField.CreatedAt, MemberField.ObservedAt, MemberField.LastActiveAt, MemberField.PhotoSince];
    private static readonly MemberField[] Counts = [MemberField.Connections, MemberField.Following, MemberField.Posts, MemberField.BioLength];

    private readonly DateOrder?[] _orders = new DateOrder?[Enum.GetValues<MemberField>().Length];
    private readonly string[] _decimals = [.. Enum.GetValues<MemberField>().Select(static _ => string.Empty)];

    /// <param name="fileName">Names the file.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="order">The order of all dates in figures, where it was said.</param>
    /// <exception cref="CliException">Dates that may mean two days each, or of both orders in one column.</exception>
    internal ColumnForms(string fileName, MemberColumns columns, IReadOnlyList<TableRow> rows, DateOrder? order)
    {
        foreach (var field in Counts.Where(columns.Has))
        {
            _decimals[(int)field] = string.Concat(Cells(field).Select(static cell => CountCell.DecimalsOf(cell.Text)).Distinct(StringComparer.Ordinal));
        }

        if (order is not null)
        {
            Array.Fill(_orders, order);
            return;
        }

        // One program writes all dates of a file alike: where a column does not tell, the others do.
        var shapes = Dates.Where(columns.Has).Select(field => (Field: field, Shape: ShapeOf(field))).ToArray();
        var ofFile = shapes.Select(static item => item.Shape.Order).OfType<DateOrder>().Distinct().ToArray();
        foreach (var (field, shape) in shapes)
        {
            _orders[(int)field] = shape.Order ?? (ofFile is [var only] ? only : null);
            if (_orders[(int)field] is null && shape.Doubtful is { } doubtful)
            {
                var others = shape.HasBoth ? "others of the column have the day first, and others the month" : "no other date of the column tells which";
                throw new CliException(
                    $"{fileName}:{doubtful.Line}: {columns.NameOf(field)} is \"{doubtful.Text}\", which may mean two days, and {others}. "
                    + "Say which is meant: --dates day-first or --dates month-first.");
            }
        }

        IEnumerable<(int Line, string Text)> Cells(MemberField field)
        {
            var position = columns.PositionOf(field);
            return rows.Where(row => position < row.Cells.Length).Select(row => (row.Line, row.Cells[position].Trim()));
        }

        Shape ShapeOf(MemberField field)
        {
            var shape = new Shape();
            foreach (var cell in Cells(field))
            {
                if (DateCell.Ambiguous(cell.Text) is var (first, second))
                {
                    shape.HasDayFirst |= first > 12;
                    shape.HasMonthFirst |= second > 12;
                    shape.Doubtful ??= first <= 12 && second <= 12 && first != second ? cell : null;
                }
            }

            return shape;
        }
    }

    /// <summary>How dates in figures are meant.</summary>
    internal DateOrder? OrderOf(MemberField field) => _orders[(int)field];

    /// <summary>Which of "." and "," are decimal points.</summary>
    internal string DecimalsOf(MemberField field) => _decimals[(int)field];

    private sealed class Shape
    {
        internal bool HasDayFirst { get; set; }

        internal bool HasMonthFirst { get; set; }

        /// <summary>The first cell that means two days.</summary>
        internal (int Line, string Text)? Doubtful { get; set; }

        internal bool HasBoth => HasDayFirst && HasMonthFirst;

        internal DateOrder? Order => HasDayFirst == HasMonthFirst ? null : HasDayFirst ? DateOrder.DayFirst : DateOrder.MonthFirst;
    }
}
