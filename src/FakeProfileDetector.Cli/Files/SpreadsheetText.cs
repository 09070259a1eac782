namespace FakeProfileDetector.Cli.Files;

/// <summary>
/// Cells that a spreadsheet takes for text: what begins like a formula is written after an apostrophe, as OWASP advises against
/// CSV injection, and read back without it.
/// </summary>
internal static class SpreadsheetText
{
    private const char Apostrophe = '\'';

    // The full-width forms run in East Asian editions.
    private const string Formula = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    /// <summary>A cell as it is written.</summary>
    internal static string Guard(string text) => IsFormula(text.AsSpan().TrimStart(Apostrophe)) ? Apostrophe + text : text;

    /// <summary>The cell that <see cref="Guard"/> was given.</summary>
    internal static string Unguard(string text) =>
        text.StartsWith(Apostrophe) && IsFormula(text.AsSpan().TrimStart(Apostrophe)) ? text[1..] : text;

    /// <summary>A path as it is written: still a path, for those who open it.</summary>
    internal static string GuardPath(string path) => IsFormula(path) ? $".{Path.DirectorySeparatorChar}{path}" : path;

    private static bool IsFormula(ReadOnlySpan<char> text) => !text.IsEmpty && Formula.Contains(text[0], StringComparison.Ordinal);
}
