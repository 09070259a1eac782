namespace FakeProfileDetector.Cli.Tests;

/// <summary>A row of truth.csv, read without the tool's own code.</summary>
internal sealed record TruthRow(bool IsFake, string Case, string Owner);

internal static class TruthTable
{
    internal static Dictionary<string, TruthRow> Read(string path) => File.ReadLines(path).Skip(1)
        .Select(line => line.Split(','))
        .ToDictionary(cells => cells[0], cells => new TruthRow(cells[1] == "fake", cells[2], cells[3]));
}
