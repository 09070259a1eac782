namespace FakeProfileDetector.Cli.Tests.Commands;

public sealed class EvaluateCommandTests
{
    [Fact]
    public async Task Evaluate_SmallReport_CountsByCase()
    {
        var outcome = await EvaluateAsync(
            [
                Report("a", "LikelyFake"), Report("b", "Suspicious"), Report("c", "LikelyFake"), Report("d", "NoAdverseEvidence"),
                Report("e", "InsufficientEvidence"), Report("f", "LikelyFake"), Report("stranger", "LikelyFake"),
            ],
            ["id,label,case,owner", "a,fake,copy,d", "b,fake,copy,d", "c,fake,ring,", "d,genuine,victim,", "e,genuine,newcomer,", "f,genuine,newcomer,"]);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Empty(outcome.Messages);
        Assert.Equal(
            [
                "case label profiles LikelyFake Suspicious rate 95 %",
                "copy fake 2 1 1 50.0 % 9.5–90.5",
                "ring fake 1 1 0 100.0 % 20.7–100.0",
                "newcomer genuine 2 1 0 50.0 % 9.5–90.5",
                "victim genuine 1 0 0 0.0 % 0.0–79.3",
                "precision 66.7 % (2 of 3 called LikelyFake are fake), 95 % interval 20.8–93.9",
                "recall 66.7 % (2 of 3 fakes are called LikelyFake), 95 % interval 20.8–93.9",
                "false accusations 33.3 % (1 of 3 genuine profiles are called LikelyFake), 95 % interval 6.1–79.2",
                "not in the truth 1 profiles of the report",
                "precision 75.0 % (3 of 4 called Suspicious or LikelyFake are fake), 95 % interval 30.1–95.4",
                "recall 100.0 % (3 of 3 fakes are called Suspicious or LikelyFake), 95 % interval 43.9–100.0",
                "false accusations 33.3 % (1 of 3 genuine profiles are called Suspicious or LikelyFake), 95 % interval 6.1–79.2",
            ],
            outcome.DataLines.Take(12).Select(Squeeze));
    }

    [Fact]
    public async Task Evaluate_ProfilesMissingFromReport_CountsThemApart()
    {
        var outcome = await EvaluateAsync([Report("a", "LikelyFake")], ["id,label,case", "a,fake,ring", "b,fake,ring", "c,genuine,unique"]);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("ring fake 1 1 0 100.0 % 20.7–100.0", outcome.DataLines.Select(Squeeze));
        Assert.Contains("not in the report 2 profiles of the truth", outcome.DataLines.Select(Squeeze));
    }

    [Fact]
    public async Task Evaluate_IdLabeledTwice_IsRefusedByLine()
    {
        var outcome = await EvaluateAsync([Report("a", "LikelyFake")], ["id,label", "a,fake", "a,genuine"]);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("truth.csv:3: id \"a\" stands already further up", outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evaluate_NothingToDivideBy_SaysNotAvailable()
    {
        var outcome = await EvaluateAsync([Report("a", "NoAdverseEvidence")], ["id,label", "a,genuine"]);

        Assert.Contains("genuine genuine 1 0 0 0.0 % 0.0–79.3", outcome.DataLines.Select(Squeeze));
        Assert.Contains("precision n/a (0 of 0 called LikelyFake are fake)", outcome.DataLines.Select(Squeeze));
        Assert.Contains("recall n/a (0 of 0 fakes are called LikelyFake)", outcome.DataLines.Select(Squeeze));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"profileId":"b"}""")]
    [InlineData("""{"profileId":"b","verdict":"Guilty"}""")]
    [InlineData("""{"profileId":"b","verdict":"7"}""")]
    [InlineData("""{"profileId":"b","verdict":"LikelyFake" """)]
    [InlineData("""{"profileId":"b","verdict":"LikelyFake","probability":1.5}""")]
    [InlineData("""{"profileId":"b","verdict":"LikelyFake","probability":-0.1}""")]
    [InlineData("""{"profileId":"b","verdict":"LikelyFake","probability":1e999}""")]
    [InlineData("""{"profileId":"b","verdict":"LikelyFake","probability":"NaN"}""")]
    public async Task Evaluate_BadReportLine_NamesItAndExitsWithOne(string line)
    {
        var outcome = await EvaluateAsync([Report("a", "LikelyFake"), string.Empty, line], ["id,label,case", "a,fake,ring"]);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Empty(outcome.Data);
        Assert.Contains("report.jsonl:3:", outcome.Messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("b,bogus,ring")]
    [InlineData("b,fakes,ring")]
    [InlineData("b,,ring")]
    [InlineData("b")]
    [InlineData("b,fa\"ke,ring")]
    [InlineData("b,\"fake\"x,ring")]
    public async Task Evaluate_BadLabel_NamesTheLineAndExitsWithOne(string row)
    {
        var outcome = await EvaluateAsync([Report("a", "LikelyFake")], ["id,label,case", "a,fake,ring", row]);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Empty(outcome.Data);
        Assert.Contains("truth.csv:3:", outcome.Messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id,label", "007,fake", "7,genuine")]
    [InlineData("ID;Label", "007;Fake", "7;Genuine")]
    [InlineData("user id\tis_fake", " 007 \tTRUE", "7\tfalse")]
    [InlineData("Notes:\nLabel, Id", "1,007 ", "0,7")]
    [InlineData("label,id", "yes,007", "authentic,7")]
    [InlineData("label,id", "FAKE,007", "real,7")]
    public async Task Evaluate_TruthInOtherForms_ReadsLikeMembers(string header, string fake, string genuine)
    {
        var outcome = await EvaluateAsync([Report("007", "LikelyFake"), Report("7", "NoAdverseEvidence")], [.. header.Split('\n'), fake, genuine]);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("recall 100.0 % (1 of 1 fakes are called LikelyFake)", outcome.DataLines.Select(line => Squeeze(line).Split(", 95 %")[0]));
        Assert.DoesNotContain("not in the", outcome.Data, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("id,case")]
    [InlineData("label,case")]
    public async Task Evaluate_TruthWithoutItsColumns_SaysWhichAreNeeded(string header)
    {
        var outcome = await EvaluateAsync([Report("a", "LikelyFake")], [header]);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("columns id and label", outcome.Messages, StringComparison.Ordinal);
    }

    private static async Task<Outcome> EvaluateAsync(string[] report, string[] truth)
    {
        using var workspace = new Workspace();
        return await Workspace.RunAsync("evaluate", workspace.Write("report.jsonl", report), workspace.Write("truth.csv", truth));
    }

    private static string Report(string id, string verdict) => $$"""{"profileId":"{{id}}","verdict":"{{verdict}}","signals":[]}""";

    private static string Squeeze(string line) => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
