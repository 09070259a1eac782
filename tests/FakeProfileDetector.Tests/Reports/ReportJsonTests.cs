using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Reasons;
using FakeProfileDetector.Reports;
using FakeProfileDetector.Tests.Support;

namespace FakeProfileDetector.Tests.Reports;

public sealed class ReportJsonTests
{
    /// <summary>The contract, letter by letter: readers depend on names, order and rounding.</summary>
    private static readonly string Golden = """
        {"profileId":"m-2","verdict":"LikelyFake","probability":0.876543,"recommendedAction":"Report","scoringVersion":"1",
        "hashAlgorithm":"pdq","priorBits":-5.616,"coverage":0.667,"mode":"Enforce","signals":[{"name":"image-reuse",
        "outcome":"Adverse","weightBits":9.123,"reasons":[{"code":"photo-shared","text":"It’s “shared” & <more>.",
        "facts":{"people":"2","uses":"3"}}],"matches":[{"profileId":"m-1","distance":12,"transform":"Mirror","person":null,
        "alteration":null},{"profileId":"m-3","distance":40,"transform":"None","person":1,"alteration":{"grade":"Exact",
        "text":"mirrored, cropped to 75 %, turned by 3°","isMirrored":true,"keptShare":0.562,"ownShare":null,"scale":1.334,
        "rotationDegrees":3.1,"matchedPatches":31,"matchedShare":0.9,"correlation":0.988,"kept":{"left":0.1,"top":0.2,
        "right":0.85,"bottom":0.95},"isNegative":false}}]}],"ablation":[{"without":"image-reuse","verdict":"NoAdverseEvidence","probability":0.012346,
        "text":"without image-reuse: NoAdverseEvidence"}],"posteriorBits":2.828,"checkedAt":"2026-11-01T12:00:00.5+00:00"}
        """.ReplaceLineEndings(string.Empty);

    private static readonly AuthenticityReport Example = new("m-2")
    {
        Verdict = AuthenticityVerdict.LikelyFake,
        RecommendedAction = RecommendedAction.Report,
        Probability = 0.87654321,
        PriorBits = -5.61647,
        PosteriorBits = 2.8279,
        Coverage = 2.0 / 3,
        ScoringVersion = "1",
        HashAlgorithm = "pdq",
        CheckedAt = new(2026, 11, 1, 12, 0, 0, 500, TimeSpan.Zero),
        Signals =
        [
            new(
                "image-reuse",
                SignalOutcome.Adverse,
                9.1234,
                [new Reason("photo-shared", "It’s “shared” & <more>.") { Facts = new Reason("", "").Facts.Add("uses", "3").Add("people", "2") }],
                [
                    new("m-1", 12, DihedralTransform.Mirror),
                    new("m-3", 40, DihedralTransform.None)
                    {
                        Person = 1,
                        Alteration = new()
                        {
                            IsMirrored = true,
                            Kept = new(0.1, 0.2, 0.85, 0.95),
                            KeptShare = 0.5624,
                            Scale = 1.3339,
                            RotationDegrees = 3.14,
                            MatchedPatches = 31,
                            MatchedShare = 0.9,
                            Correlation = 0.98765,
                            Grade = PhotoCopyGrade.Exact,
                        },
                    },
                ]),
        ],
        Ablations = [new("image-reuse", AuthenticityVerdict.NoAdverseEvidence, 0.0123456)],
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Serialize_Example_IsTheContract() => Assert.Equal(Golden, ReportJson.Serialize(Example));

    [Fact]
    public void Serialize_ByAnySerializer_IsTheSameContract()
    {
        var web = new JsonSerializerOptions(JsonSerializerDefaults.Web) { WriteIndented = true };
        var other = new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseUpper };

        Assert.All(
            [JsonSerializer.Serialize(Example), JsonSerializer.Serialize(Example, web), JsonSerializer.Serialize(Example, other)],
            json => Assert.Equal(Golden, Normal(json)));
        Assert.Equal(Golden, Normal(JsonDocument.Parse(JsonSerializer.Serialize(new { report = Example }, web)).RootElement.GetProperty("report").GetRawText()));
        Assert.Equal(Golden, ReportJson.Serialize(JsonSerializer.Deserialize<AuthenticityReport>(Golden, other)!));
    }

    [Fact]
    public void Deserialize_WhatWasSerialized_IsEqualAndLosesNothingButDigits() => RandomReports.Report.Sample(report =>
    {
        var json = ReportJson.Serialize(report);
        var read = ReportJson.Deserialize(json);

        Assert.Equal(json, ReportJson.Serialize(read));
        Assert.Equal(report.Probability, read.Probability, 5.1e-7);
        Assert.Equal(report.PosteriorBits, read.PosteriorBits, 5.1e-4);
        Assert.Equal(report.CheckedAt, read.CheckedAt);
        Assert.Equal(report.Signals.SelectMany(signal => signal.Reasons).Select(Content), read.Signals.SelectMany(signal => signal.Reasons).Select(Content));
        Assert.Equal(report.ToString(), read.ToString());

        static (string, string, string) Content(Reason reason) => (reason.Code, reason.Text, string.Join("\n", reason.Facts));
    });

    [Fact]
    public void Serialize_OneDifference_IsAnotherText() => Assert.All(
        [
            new(Example) { Verdict = AuthenticityVerdict.Suspicious },
            new(Example) { RecommendedAction = RecommendedAction.None },
            new(Example) { Mode = DetectorMode.Observe },
            new(Example) { Probability = double.NaN },
            new(Example) { PriorBits = 0 },
            new(Example) { PosteriorBits = 0 },
            new(Example) { Coverage = 0 },
            new(Example) { Signals = [] },
            new(Example) { Ablations = [] },
            new(Example) { CheckedAt = default },
            new(Example) { ScoringVersion = "2" },
            new(Example) { HashAlgorithm = "other" },
            new(Example) { Signals = [new("image-reuse", SignalOutcome.Adverse, 9.1234, Example.Signals[0].Reasons, [])] },
            new(Example) { Signals = [new("image-reuse", SignalOutcome.Adverse, 9.1234, [], Example.Signals[0].Matches)] },
        ],
        (AuthenticityReport other) => Assert.NotEqual(Golden, ReportJson.Serialize(other)));

    [Theory]
    [InlineData(ReportAudience.Subject)]
    [InlineData(ReportAudience.Member)]
    [InlineData(ReportAudience.Application)]
    [InlineData(ReportAudience.Moderator)]
    public void Serialize_RedactedReport_IsEqualAfterwards(ReportAudience audience) => RandomReports.Report.Sample(report =>
    {
        var redacted = report.RedactFor(audience);
        var json = ReportJson.Serialize(redacted);

        Assert.Equal(json, ReportJson.Serialize(ReportJson.Deserialize(json)));
        Assert.Equal(json.Contains("\"probability\":null", StringComparison.Ordinal), audience != ReportAudience.Moderator);
    });

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"m\"")]
    [InlineData("{}")]
    [InlineData("""{"profileId":"b"}""")]
    [InlineData("""{"profileId":7,"verdict":"LikelyFake"}""")]
    [InlineData("""{"profileId":"b","verdict":"Guilty"}""")]
    [InlineData("""{"profileId":"b","verdict":"likelyfake"}""")]
    [InlineData("""{"profileId":"b","verdict":"300"}""")]
    [InlineData("""{"profileId":"b","verdict":300}""")]
    [InlineData("""{"profileId":"b","verdict":"LikelyFake" """)]
    [InlineData("""{"profileId":"b","verdict":"LikelyFake"} {}""")]
    [InlineData("""{"profileId":"b","verdict":"LikelyFake","probability":1.5}""")]
    [InlineData("""{"profileId":"b","verdict":"LikelyFake","probability":1e999}""")]
    [InlineData("""{"profileId":"b","verdict":"LikelyFake","probability":"NaN"}""")]
    [InlineData("""{"profileId":"b","verdict":"LikelyFake","coverage":-0.1}""")]
    [InlineData("""{"profileId":"b","verdict":"LikelyFake","mode":"Off"}""")]
    [InlineData("""{"profileId":"b","verdict":"LikelyFake","checkedAt":"yesterday"}""")]
    [InlineData("""{"profileId":"b","verdict":"LikelyFake","signals":{}}""")]
    [InlineData("""{"profileId":"b","verdict":"LikelyFake","signals":[null]}""")]
    [InlineData("""{"profileId":"b","verdict":"LikelyFake","signals":[{"name":"s"}]}""")]
    [InlineData("""{"profileId":"b","verdict":"LikelyFake","signals":[{"name":"s","outcome":"Neutral","reasons":[{"code":"c","text":"t","facts":[]}]}]}""")]
    [InlineData("""{"profileId":"b","verdict":"LikelyFake","signals":[{"name":"s","outcome":"Neutral","reasons":[{"code":"c","text":"t","facts":{"a":1}}]}]}""")]
    [InlineData("""{"profileId":"b","verdict":"LikelyFake","signals":[{"name":"s","outcome":"Neutral","matches":[{"profileId":"a","distance":1.5,"transform":"None"}]}]}""")]
    [InlineData("""{"profileId":"b","verdict":"LikelyFake","signals":[{"name":"s","outcome":"Neutral","matches":[{"profileId":"a","transform":"None"}]}]}""")]
    public void Deserialize_NoReport_Throws(string json) => Assert.Throws<JsonException>(() => ReportJson.Deserialize(json));

    [Fact]
    public void Deserialize_AnyDamage_ThrowsJsonExceptionOnly() => Gen.Select(Gen.Int[0, Golden.Length - 1], Gen.Char[' ', '~']).Sample((place, character) =>
    {
        var damaged = Golden[..place] + character + Golden[(place + 1)..];
        var thrown = Record.Exception(() => ReportJson.Deserialize(damaged));
        Assert.True(thrown is null or JsonException, $"{thrown?.GetType()}: {damaged}");
    });

    [Fact]
    public void Deserialize_OlderReport_ReadsWhatItHolds()
    {
        var report = ReportJson.Deserialize("""{"profileId":"b","later":[1,{"x":null}],"verdict":"LikelyFake","probability":0.9,"signals":[]}""");

        Assert.Equal(("b", AuthenticityVerdict.LikelyFake, 0.9), (report.ProfileId, report.Verdict, report.Probability));
        Assert.True(double.IsNaN(report.PriorBits) && double.IsNaN(report.PosteriorBits) && double.IsNaN(report.Coverage));
        Assert.Equal(("", ""), (report.ScoringVersion, report.HashAlgorithm));
        Assert.Empty(report.Ablations);
    }

    [Fact]
    public async Task ReadAllAsync_WhatWasWritten_IsEqual()
    {
        AuthenticityReport[] reports = [Example, Example.RedactFor(ReportAudience.Member), new("李雷")];
        using var stream = new MemoryStream();

        await ReportJson.WriteAllAsync(stream, reports.ToAsyncEnumerable(), Token);

        Assert.Equal(string.Concat(reports.Select(report => ReportJson.Serialize(report) + "\n")), Encoding.UTF8.GetString(stream.ToArray()));
        stream.Position = 0;
        Assert.Equal(reports.Select(ReportJson.Serialize), (await ReportJson.ReadAllAsync(stream, Token).ToListAsync(Token)).Select(ReportJson.Serialize));
        Assert.True(stream.CanRead);
    }

    [Fact]
    public async Task ReadAllAsync_BadLine_NamesIt()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes($"{Golden}\n\n{{}}\n"));

        var thrown = await Assert.ThrowsAsync<JsonException>(async () => await ReportJson.ReadAllAsync(stream, Token).ToListAsync(Token));

        Assert.Equal(2, thrown.LineNumber);
        Assert.Contains("Line 3", thrown.Message, StringComparison.Ordinal);
    }

    /// <summary>The same fields in the same order on one line, letters beyond ASCII as they are.</summary>
    private static string Normal(string json) =>
        JsonNode.Parse(json)!.ToJsonString(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
