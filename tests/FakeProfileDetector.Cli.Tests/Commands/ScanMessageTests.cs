using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;

namespace FakeProfileDetector.Cli.Tests.Commands;

/// <summary>What a scan says to people on standard error: that it agrees with the lines, and claims no certainty.</summary>
public sealed partial class ScanMessageTests
{
    private const string Header = "id,display_name,photo,observed_at,created_at,connections,following,posts,bio_length,has_url,faces";
    private const string Rich = "2026-11-01,2014-05-01,900,300,400,120,1,1";

    [Fact]
    public async Task Summary_Verdicts_AreCountedAsInTheLines()
    {
        using var workspace = new Workspace();
        workspace.Paint("unique.jpg", 9);

        var outcome = await ScanAsync(
            workspace, [$"unique,Elin Tamm,unique.jpg,{Rich}", "unknown,,,,,,,,,", "thin,Leo Rossen,,2026-11-01,2026-01-05,2,700,0,0,0,1"]);

        var counts = CountRow().Matches(outcome.Messages).ToDictionary(match => match.Groups[1].Value, match => int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture));
        Assert.Equal(["LikelyFake", "Suspicious", "NoAdverseEvidence", "InsufficientEvidence"], counts.Keys);
        Assert.All(counts, count => Assert.True(count.Value > 0, count.Key));
        Assert.All(counts, count => Assert.Equal(outcome.Profiles.Count(profile => profile.Verdict == count.Key), count.Value));
        Assert.Contains($"{outcome.Profiles.Length} profiles in", outcome.Messages, StringComparison.Ordinal);
        Assert.Contains("0 unusable photos", outcome.Messages, StringComparison.Ordinal);
        Assert.DoesNotContain("unfinished", outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Summary_StrongestFindings_AreTheTenLikeliestInOrder()
    {
        using var workspace = new Workspace();

        var outcome = await ScanAsync(workspace, []);

        var shown = FindingRow().Matches(outcome.Messages).Select(match => match.Groups[1].Value).ToArray();
        var flagged = outcome.Profiles.Where(profile => profile.Verdict is "LikelyFake" or "Suspicious").ToArray();
        Assert.True(flagged.Length > 10);
        Assert.Equal(10, shown.Length);
        var probabilities = shown.Select(id => flagged.Single(profile => profile.Id == id).Probability).ToArray();
        Assert.Equal(probabilities.OrderDescending(), probabilities);
        Assert.Equal(flagged.Select(profile => profile.Probability).OrderDescending().Take(10), probabilities);
        Assert.True(probabilities[0] > flagged.Min(profile => profile.Probability));
    }

    [Fact]
    public async Task Summary_Probability_IsNeverCertain()
    {
        using var workspace = new Workspace();

        var outcome = await ScanAsync(
            workspace, [], static builder => builder.Services.AddSingleton<IProfileSignal>(new StubSignal("stub", static () => { }, bits: 4)));
        var page = await File.ReadAllTextAsync(workspace.PathOf("page.html"));

        Assert.Contains(outcome.Profiles, profile => profile.Probability > 0.99);
        Assert.Contains("> 99 %", outcome.Messages, StringComparison.Ordinal);
        Assert.Contains("&gt; 99 % fake", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\b100(\.0)? ?%", outcome.Messages);
        Assert.DoesNotMatch(@"(, |\b)100(\.0)? % fake", page);
    }

    [Fact]
    public async Task Summary_NothingFound_ShowsNoFindings()
    {
        using var workspace = new Workspace();

        var outcome = await workspace.ScanAsync(Header, $"a,Elin Holm,,{Rich}");

        Assert.DoesNotContain("Strongest findings", outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Summary_ReasonOfAFinding_IsThatOfItsHeaviestSignal()
    {
        using var workspace = new Workspace();

        var outcome = await ScanCommandTests.ScanTheftAsync(workspace);

        var heaviest = outcome.Profiles[1].Line.GetProperty("signals").EnumerateArray().MaxBy(signal => signal.GetProperty("weightBits").GetDouble());
        var why = heaviest.GetProperty("reasons")[0].GetProperty("text").GetString()!;
        var printed = string.Join(' ', Words().Matches(outcome.Messages).Select(match => match.Value));
        Assert.Contains(string.Join(' ', Words().Matches(why).Take(4).Select(match => match.Value)), printed, StringComparison.Ordinal);
    }

    /// <summary>Twelve owners and a thief of each picture, with histories from empty to thin.</summary>
    private static Task<Outcome> ScanAsync(Workspace workspace, string[] more, Action<IFakeProfileDetectorBuilder>? configure = null)
    {
        string[] given = ["Greta", "Pavel", "Mara", "Nils", "Rosa", "Hugo"];
        string[] family = ["Kowal", "Moretti", "Salonen", "Farkas", "Quist", "Ivanek", "Bianchi", "Drobny", "Ostrow", "Castell", "Grabow", "Petrik"];
        var rows = new List<string>();
        for (var i = 0; i < family.Length; i++)
        {
            workspace.Paint($"p{i}.jpg", i + 1);
            rows.Add($"owner{i},{given[i % 6]} {family[i]},p{i}.jpg,{Rich}");
            rows.Add($"thief{i},{given[(i + 3) % 6]} {family[(i + 5) % 12]},p{i}.jpg,2026-11-01,2026-01-05,{2 + (3 * i)},{700 - (40 * i)},{i},{3 * i},{i % 2}");
        }

        return Workspace.RunAsync(
            ["scan", workspace.Write("members.csv", [Header, .. rows, .. more]), "--html", workspace.PathOf("page.html")], configure);
    }

    [GeneratedRegex(@"^\W*(LikelyFake|Suspicious|NoAdverseEvidence|InsufficientEvidence)\W+(\d+)\W*$", RegexOptions.Multiline)]
    private static partial Regex CountRow();

    [GeneratedRegex(@"^\W*(\w+)\W+(?:LikelyFake|Suspicious)\W+\d+ %", RegexOptions.Multiline)]
    private static partial Regex FindingRow();

    [GeneratedRegex(@"[A-Za-z]+")]
    private static partial Regex Words();
}
