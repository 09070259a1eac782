using System.Text.Json;

namespace FakeProfileDetector.Cli.Tests;

/// <summary>One line of a report, read without the tool's own code: the field names are a contract with other readers.</summary>
internal sealed class ScannedProfile(JsonElement line)
{
    internal JsonElement Line { get; } = line;

    internal string Id => Line.GetProperty("profileId").GetString()!;

    internal string Verdict => Line.GetProperty("verdict").GetString()!;

    internal double Probability => Line.GetProperty("probability").GetDouble();

    internal IEnumerable<string> Codes => Line.GetProperty("signals").EnumerateArray().SelectMany(CodesOf);

    internal JsonElement ImageReuse => Signal("image-reuse");

    internal IEnumerable<string> Matches =>
        ImageReuse.GetProperty("matches").EnumerateArray().Select(match => match.GetProperty("profileId").GetString()!);

    internal static ScannedProfile[] Parse(IEnumerable<string> lines) =>
        [.. lines.Select(line => new ScannedProfile(JsonDocument.Parse(line).RootElement))];

    internal static ScannedProfile[] Read(string path) => Parse(File.ReadAllLines(path));

    internal static IEnumerable<string> CodesOf(JsonElement signal) =>
        signal.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetProperty("code").GetString()!);

    internal JsonElement Signal(string name) =>
        Line.GetProperty("signals").EnumerateArray().Single(signal => signal.GetProperty("name").GetString() == name);
}
