namespace FakeProfileDetector.Cli.Members.Cells;

/// <summary>How dates such as 03/04/2026 are meant.</summary>
internal enum DateOrder
{
    /// <summary>3 April.</summary>
    DayFirst = 1,

    /// <summary>4 March.</summary>
    MonthFirst,
}
