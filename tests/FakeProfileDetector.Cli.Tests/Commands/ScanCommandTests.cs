using System.Text.Json;

namespace FakeProfileDetector.Cli.Tests.Commands;

public sealed class ScanCommandTests
{
    private const string Header = "id,display_name,photo,observed_at,created_at,connections,following,posts,bio_length,has_url,faces";
    private const string Rich = "2026-11-01,2014-05-01,900,300,400,120,1,1";
    private const string Thin = "2026-11-01,2026-01-05,2,700,0,0,0,1";

    [Fact]
    public async Task Scan_ReportLine_HasTheFieldsOfTheContract()
    {
        using var workspace = new Workspace();

        var outcome = await ScanTheftAsync(workspace);

        var line = outcome.Profiles[1].Line;
        Assert.Equal(
            [
                "profileId", "verdict", "probability", "recommendedAction", "scoringVersion",

                // What a reader needs to draw the waterfall, and to know which hashes were compared and whether to act.
                "hashAlgorithm", "priorBits", "coverage", "mode",
                "signals",

                // What would be said without each signal.
                "ablation",

                // So that a report is equal when it is read again; no time, so that equal members give equal lines.
                "posteriorBits",
            ],
            NamesOf(line));
        Assert.All(line.GetProperty("signals").EnumerateArray(), signal =>
        {
            Assert.Equal(["name", "outcome", "weightBits", "reasons", "matches"], NamesOf(signal));
            Assert.All(signal.GetProperty("reasons").EnumerateArray(), reason => Assert.Equal(["code", "text", "facts"], NamesOf(reason)));
            Assert.All(signal.GetProperty("matches").EnumerateArray(), match =>
                Assert.Equal(["profileId", "distance", "transform", "person", "alteration"], NamesOf(match)));
        });
        Assert.All(line.GetProperty("ablation").EnumerateArray(), ablation =>
            Assert.Equal(["without", "verdict", "probability", "text"], NamesOf(ablation)));
        Assert.Contains(line.GetProperty("ablation").EnumerateArray(), ablation =>
            ablation.GetProperty("text").GetString() == $"without image-reuse: {ablation.GetProperty("verdict").GetString()}");
        Assert.Equal("LikelyFake", line.GetProperty("verdict").GetString());
        Assert.Equal("Report", line.GetProperty("recommendedAction").GetString());
        Assert.InRange(line.GetProperty("probability").GetDouble(), 0.5, 1);
        Assert.NotEmpty(line.GetProperty("scoringVersion").GetString()!);
        Assert.Equal(
            ["image-reuse", "name-mismatch", "sparse-history"],
            line.GetProperty("signals").EnumerateArray().Select(signal => signal.GetProperty("name").GetString()!));
        var found = Assert.Single(outcome.Profiles[1].ImageReuse.GetProperty("matches").EnumerateArray());
        Assert.Equal("owner", found.GetProperty("profileId").GetString());
        Assert.Equal(0, found.GetProperty("distance").GetInt32());
        Assert.Equal("None", found.GetProperty("transform").GetString());
    }

    [Fact]
    public async Task Scan_Evidence_AddsUpToTheProbability()
    {
        using var workspace = new Workspace();

        var outcome = await ScanTheftAsync(workspace);

        Assert.All(outcome.Profiles, profile =>
        {
            var bits = profile.Line.GetProperty("priorBits").GetDouble()
                + profile.Line.GetProperty("signals").EnumerateArray().Sum(signal => signal.GetProperty("weightBits").GetDouble());
            Assert.Equal(1 / (1 + Math.Pow(2, -bits)), profile.Probability, 2e-3);
        });
    }

    [Theory]
    [InlineData("Holm, Greta")]
    [InlineData("Mara Quist; Greta Holm")]
    [InlineData("Mara Quist|Greta Holm| ")]
    public async Task Scan_OtherNames_ReconcileMembersWhoShareAPhoto(string otherNames)
    {
        using var workspace = new Workspace();
        workspace.Paint("portrait.jpg", 7);
        var header = Header.Replace("display_name", "display_name,other_names", StringComparison.Ordinal);
        var owner = $"owner,Greta Holm,,portrait.jpg,{Rich}";

        var apart = await workspace.ScanAsync(header, owner, $"second,Greta Kowal,Mara Quist,portrait.jpg,{Thin}");
        var reconciled = await workspace.ScanAsync(header, owner, $"second,Greta Kowal,\"{otherNames}\",portrait.jpg,{Thin}");

        Assert.DoesNotContain("duplicate-account", apart.Profiles[1].Codes);
        Assert.All(reconciled.Profiles, profile => Assert.Contains("duplicate-account", profile.Codes));
        Assert.DoesNotContain("members.csv:", reconciled.Messages, StringComparison.Ordinal);
        Assert.DoesNotContain("Greta", reconciled.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scan_NoOut_PrintsLinesInInputOrder()
    {
        using var workspace = new Workspace();
        string[] ids = [.. Enumerable.Range(0, 300).Select(i => $"m{i * 7919 % 1000}")];

        var outcome = await workspace.ScanAsync(["id", .. ids]);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(ids, outcome.Profiles.Select(profile => profile.Id));
        Assert.Contains("300 profiles in", outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scan_Out_TakesTheLinesAndLeavesStandardOutputEmpty()
    {
        using var workspace = new Workspace();
        var printed = await workspace.ScanAsync("id,posts", "a,1", "b,2");

        var outcome = await Workspace.RunAsync("scan", workspace.PathOf("members.csv"), "--out", workspace.PathOf("new/folder/report.jsonl"));

        Assert.Equal(0, outcome.ExitCode);
        Assert.Empty(outcome.Data);
        Assert.Equal(printed.DataLines, File.ReadAllLines(workspace.PathOf("new/folder/report.jsonl")));
    }

    [Fact]
    public async Task Scan_OutIsAFolder_ExitsWithOne()
    {
        using var workspace = new Workspace();

        var outcome = await Workspace.RunAsync("scan", workspace.Write("members.csv", "id", "a"), "--out", workspace.Folder);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(workspace.Folder, outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scan_Photos_AreRelativeToTheFolderGiven()
    {
        using var workspace = new Workspace();
        workspace.Paint("elsewhere/a.jpg", 1);
        var members = workspace.Write("members.csv", "id,photo", "a,a.jpg");

        var found = await Workspace.RunAsync("scan", members, "--photos", workspace.PathOf("elsewhere"));
        var absent = await Workspace.RunAsync("scan", members);

        Assert.Contains("photo-unique", found.Profiles[0].Codes);
        Assert.DoesNotContain("members.csv:", found.Messages, StringComparison.Ordinal);
        Assert.Contains("photo-unusable", absent.Profiles[0].Codes);
    }

    [Fact]
    public async Task Scan_UnusablePhotos_AreNamedByLineAndHarmNobodyElse()
    {
        using var workspace = new Workspace();
        var whole = File.ReadAllBytes(workspace.Paint("good.jpg", 1));
        workspace.WriteBytes("cut.jpg", whole[..(whole.Length / 2)]);
        workspace.WriteBytes("header.jpg", whole[..20]);
        workspace.WriteText("text.jpg", "this is no picture");
        workspace.WriteBytes("empty.jpg", []);
        Directory.CreateDirectory(workspace.PathOf("folder.jpg"));
        string[] bad = ["absent.jpg", "no/such/folder.jpg", "cut.jpg", "header.jpg", "text.jpg", "empty.jpg", "folder.jpg", "nul\0.jpg"];

        var outcome = await workspace.ScanAsync(["id,photo", "first,good.jpg", .. bad.Select((photo, i) => $"bad{i},{photo}"), "last,good.jpg"]);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(bad.Length + 2, outcome.Profiles.Length);
        Assert.Equal(["last"], outcome.Profiles[0].Matches);
        Assert.Equal(["first"], outcome.Profiles[^1].Matches);
        foreach (var (i, photo) in bad.Index())
        {
            // Two do not exist and two end too early: each is one complaint.
            Assert.Equal(i is not (1 or 3), outcome.MessageLines.Any(line => line.StartsWith($"members.csv:{i + 3}: photo \"{photo.Replace("\0", "⟨U+0000⟩", StringComparison.Ordinal)}\": ", StringComparison.Ordinal)));
            var signal = outcome.Profiles[i + 1].ImageReuse;
            Assert.Equal("Abstained", signal.GetProperty("outcome").GetString());
            Assert.Equal(["photo-unusable"], ScannedProfile.CodesOf(signal));
        }

        Assert.Contains($"{bad.Length} unusable photos", outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scan_NoPhotoGiven_IsNotAnUnusablePhoto()
    {
        using var workspace = new Workspace();

        var outcome = await workspace.ScanAsync("id,photo", "a,");

        Assert.Contains("no-photo", outcome.Profiles[0].Codes);
        Assert.Contains("0 unusable photos", outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scan_PhotoHashes_AreComparedLikeThePhotosTheyAreOf()
    {
        using var workspace = new Workspace();
        var outcome = await ScanTheftAsync(workspace);
        var hash = (await Workspace.RunAsync("hash", workspace.PathOf("portrait.jpg"))).DataLines[0].Split(',')[0];

        var given = await workspace.ScanAsync(
            Header.Replace("photo", "photo_hash", StringComparison.Ordinal),
            $"owner,Greta Holm,{hash},{Rich}",
            $"thief,Pavel Kowal,{hash.ToUpperInvariant()},{Thin}");

        Assert.Equal(outcome.Profiles.Select(profile => profile.Verdict), given.Profiles.Select(profile => profile.Verdict));
        Assert.Equal(["owner"], given.Profiles[1].Matches);
        Assert.DoesNotContain("members.csv:", given.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scan_PhotoHashBesidePhoto_IsTakenAndThePhotoNotRead()
    {
        using var workspace = new Workspace();
        var portrait = workspace.Paint("a.jpg", 1);
        var hash = (await Workspace.RunAsync("hash", portrait)).DataLines[0].Split(',')[0];

        var outcome = await workspace.ScanAsync("id,photo,photo_hash", $"hash,absent.jpg,{hash}", "photo,a.jpg,");

        Assert.Equal(["photo"], outcome.Profiles[0].Matches);
        Assert.Equal(["hash"], outcome.Profiles[1].Matches);
        Assert.Contains("0 unusable photos", outcome.Messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("ACDC")]
    [InlineData("zz8dd9c4a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1")]
    public async Task Scan_MalformedPhotoHash_IsNamedByLineAndHarmsNobodyElse(string cut)
    {
        using var workspace = new Workspace();
        var hash = new string('5', 60) + "abcd";
        var bad = cut.Length == 0 ? hash[1..] : cut;

        var outcome = await workspace.ScanAsync("id,photo_hash", $"a,{hash}", $"bad,{bad}", $"b,{hash}");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains(outcome.MessageLines, line => line.StartsWith("members.csv:3: photo_hash: ", StringComparison.Ordinal));
        Assert.Equal(["photo-unusable"], ScannedProfile.CodesOf(outcome.Profiles[1].ImageReuse));
        Assert.Equal(["b"], outcome.Profiles[0].Matches);
        Assert.Contains("1 unusable photos", outcome.Messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", true, false)]
    [InlineData("50", true, false)]
    [InlineData("49", false, false)]
    [InlineData("101", true, true)]
    [InlineData("-1", true, true)]
    [InlineData("good", true, true)]
    public async Task Scan_PhotoQuality_BelowFiftyIsNotCompared(string quality, bool isCompared, bool isComplainedAbout)
    {
        using var workspace = new Workspace();
        var hash = new string('5', 60) + "abcd";

        var outcome = await workspace.ScanAsync("id,photo_hash,photo_quality", $"a,{hash},{quality}", $"b,{hash},100");

        Assert.Equal(isCompared ? ["b"] : [], outcome.Profiles[0].Matches);
        Assert.Equal(isComplainedAbout, outcome.Messages.Contains("members.csv:2: photo_quality", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("LikelyFake", 3)]
    [InlineData("Suspicious", 3)]
    [InlineData(null, 0)]
    public async Task Scan_FailOnWithLikelyFake_ExitsWithThree(string? limit, int expected)
    {
        using var workspace = new Workspace();

        var outcome = await ScanTheftAsync(workspace, limit is null ? [] : ["--fail-on", limit]);

        Assert.Equal(expected, outcome.ExitCode);
        Assert.Equal(["owner", "thief"], outcome.Profiles.Select(profile => profile.Id));
    }

    [Theory]
    [InlineData("LikelyFake", 0)]
    [InlineData("Suspicious", 3)]
    public async Task Scan_FailOnWithSuspiciousAtMost_ExitsWithThreeOnlyForSuspicious(string limit, int expected)
    {
        using var workspace = new Workspace();
        workspace.Paint("own.jpg", 1);

        var outcome = await Workspace.RunAsync(
            "scan", workspace.Write("members.csv", Header, $"a,Elin Holm,,{Thin}"), "--fail-on", limit);

        Assert.Equal("Suspicious", outcome.Profiles[0].Verdict);
        Assert.Equal(expected, outcome.ExitCode);
    }

    [Theory]
    [InlineData("LikelyFake")]
    [InlineData("Suspicious")]
    public async Task Scan_FailOnWithNothingAdverse_ExitsWithZero(string limit)
    {
        using var workspace = new Workspace();

        var outcome = await Workspace.RunAsync(
            "scan", workspace.Write("members.csv", Header, $"a,Elin Holm,,{Rich}"), "--fail-on", limit);

        Assert.Equal(0, outcome.ExitCode);
    }

    [Fact]
    public async Task Scan_RepeatedRuns_PrintTheSame()
    {
        using var workspace = new Workspace();

        // One picture on many profiles makes matches at one distance, whose order no thread may decide.
        workspace.Paint("shared.jpg", 1);
        string[] rows = [Header, .. Enumerable.Range(0, 60).Select(i => $"m{i},{(char)('A' + (i % 26))}elin {(char)('A' + (i % 19))}ovik,shared.jpg,{Thin}")];
        var first = await workspace.ScanAsync(rows);

        for (var run = 0; run < 4; run++)
        {
            Assert.Equal(first.Data, (await workspace.ScanAsync(rows)).Data);
        }
    }

    [Fact]
    public async Task Scan_IdWithMarkup_IsPrintedAsItIs()
    {
        using var workspace = new Workspace();

        var outcome = await ScanTheftAsync(workspace, [], thief: "[red]{0}<b>");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal("[red]{0}<b>", outcome.Profiles[1].Id);
        Assert.Contains("[red]{0}<b>", outcome.Messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Scan_CroppedPhoto_IsFoundUnlessWholePhotosAreAskedFor(bool wholePhotos)
    {
        using var workspace = new Workspace();
        workspace.Paint("portrait.jpg", 1);
        workspace.Crop("portrait.jpg", "cropped.jpg");
        var members = workspace.Write("members.csv", Header, $"owner,Greta Holm,portrait.jpg,{Rich}", $"thief,Pavel Kowal,cropped.jpg,{Thin}");
        var page = workspace.PathOf("report.html");

        var outcome = await Workspace.RunAsync(["scan", members, "--html", page, .. wholePhotos ? (string[])["--whole-photos"] : []]);

        Assert.Equal(wholePhotos ? "Suspicious" : "LikelyFake", outcome.Profiles[1].Verdict);
        var matches = outcome.Profiles[1].ImageReuse.GetProperty("matches").EnumerateArray().ToArray();
        Assert.Equal(wholePhotos ? 0 : 1, matches.Length);
        Assert.All(matches, match =>
        {
            var alteration = match.GetProperty("alteration");
            Assert.Equal(
                [
                    "grade", "text", "isMirrored", "keptShare", "ownShare", "scale", "rotationDegrees", "matchedPatches",
                    "matchedShare", "correlation", "kept", "isNegative",
                ],
                NamesOf(alteration));
            Assert.Equal(("Exact", "cropped to 80 %"), (alteration.GetProperty("grade").GetString(), alteration.GetProperty("text").GetString()));
            Assert.InRange(alteration.GetProperty("keptShare").GetDouble(), 0.55, 0.75);
            Assert.Contains("cropped to 80 %", File.ReadAllText(page), StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("--out")]
    [InlineData("--html")]
    [InlineData("--store")]
    public async Task Scan_WritingToTheMembersFile_IsRefused(string option)
    {
        using var workspace = new Workspace();
        var members = workspace.Write("members.csv", "id", "a");

        var outcome = await Workspace.RunAsync("scan", members, option, members);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("is the file of the members", outcome.Messages, StringComparison.Ordinal);
        Assert.Equal(["id", "a"], await File.ReadAllLinesAsync(members, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Scan_PhotoOutsideTheFolder_IsNotOpened()
    {
        using var workspace = new Workspace();
        workspace.Paint("other/portrait.jpg", 1);
        Directory.CreateDirectory(workspace.PathOf("export"));

        var outcome = await Workspace.RunAsync("scan", workspace.Write("export/members.csv", "id,photo", "a,../other/portrait.jpg"));

        Assert.Contains("leads out of the folder of the photos", outcome.Messages, StringComparison.Ordinal);
        Assert.Contains("photo-unusable", outcome.Profiles[0].Codes);
    }

    [Fact]
    public async Task Scan_ControlCharactersInAnId_DoNotReachTheTerminal()
    {
        using var workspace = new Workspace();

        var outcome = await workspace.ScanAsync("id,posts", "a\u001b[2J,none");

        Assert.DoesNotContain('\u001b', outcome.Messages);
    }

    internal static Task<Outcome> ScanTheftAsync(Workspace workspace, string[]? options = null, string thief = "thief")
    {
        workspace.Paint("portrait.jpg", 1);
        return Workspace.RunAsync(
            [
                "scan",
                workspace.Write("members.csv", Header, $"owner,Greta Holm,portrait.jpg,{Rich}", $"{thief},Pavel Kowal,portrait.jpg,{Thin}"),
                .. options ?? [],
            ]);
    }

    private static IEnumerable<string> NamesOf(JsonElement element) => element.EnumerateObject().Select(property => property.Name);
}
