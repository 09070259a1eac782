using FakeProfileDetector.Cli.Members.Cells;

namespace FakeProfileDetector.Cli.Members;

/// <summary>What the user says of the form of an export, where the export does not tell by itself.</summary>
/// <param name="Columns">Which column holds which field.</param>
/// <param name="Dates">The order of dates in figures; null where the file is to tell.</param>
internal sealed record ExportForm(ColumnMap Columns, DateOrder? Dates)
{
    /// <summary>Nothing said.</summary>
    internal static ExportForm Unknown { get; } = new(ColumnMap.None, Dates: null);
}
