using System.CommandLine;
using FakeProfileDetector.Cli.Members;
using FakeProfileDetector.Cli.Members.Cells;

namespace FakeProfileDetector.Cli.Commands;

/// <summary>The options of all commands that read an export of members: what its form is, where it does not tell by itself.</summary>
internal sealed class ExportOptions
{
    private const string DayFirst = "day-first";
    private const string MonthFirst = "month-first";

    internal ExportOptions() => Dates.AcceptOnlyFromAmong(DayFirst, MonthFirst);

    internal Option<string[]> Columns { get; } = new("--columns")
    {
        Description = "Which column holds what, as COLUMN=FIELD with commas between: name=display_name,uid=id. FIELD=COLUMN is understood where only one side is a field.",
        HelpName = "COLUMN=FIELD",
        AllowMultipleArgumentsPerToken = false,
    };

    internal Option<string?> Dates { get; } = new("--dates") { Description = "How dates such as 03/04/2026 are meant, where no date of the file tells: day-first or month-first." };

    internal ExportForm FormOf(ParseResult arguments) => new(
        arguments.GetValue(Columns) is { Length: > 0 } columns ? new(columns) : ColumnMap.None,
        arguments.GetValue(Dates) switch
        {
            DayFirst => DateOrder.DayFirst,
            MonthFirst => DateOrder.MonthFirst,
            _ => null,
        });
}
