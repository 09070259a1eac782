using FakeProfileDetector.Testing;

namespace FakeProfileDetector.Cli.Tests.Scanning;

/// <summary>The main job on real portraits under invented names: who is accused, who is not, and why.</summary>
public sealed class NetworkTests
{
    private static readonly string[] PlainTheft =
    [
        "stolen-copy", "stolen-edit:q35", "stolen-edit:half", "stolen-edit:bright", "stolen-edit:grey", "stolen-edit:mirror",
    ];

    private static readonly Lazy<Task<Case[]>> Network = new(ScanAsync);

    [Fact]
    public async Task Scan_EveryMember_IsReported()
    {
        var cases = await CasesAsync();

        Assert.Equal(510, cases.Length);
    }

    [Fact]
    public async Task Scan_PlainTheftAndRings_AreCalledLikelyFake()
    {
        // The photo of one ring shows a gravestone: a picture without a person reports nobody by itself.
        const string Gravestone = "D1_uk_mps:20293";
        var fakes = (await CasesAsync())
            .Where(item => (item.Truth.Case == "ring" && item.Truth.Owner != Gravestone) || PlainTheft.Contains(item.Truth.Case))
            .ToArray();

        AssertShare(fakes, item => item.Profile.Verdict == "LikelyFake", 0.93);
    }

    [Fact]
    public async Task Scan_GenuineMembers_AreHardlyEverCalledLikelyFake()
    {
        var genuine = (await CasesAsync()).Where(item => !item.Truth.IsFake).ToArray();

        AssertShare(genuine, item => item.Profile.Verdict != "LikelyFake", 0.99);
    }

    [Theory]
    [InlineData("default-avatar")]
    [InlineData("duplicate")]
    [InlineData("newcomer")]
    public async Task Scan_InnocentCase_IsNeverCalledLikelyFake(string kind) =>
        AssertShare(await CasesAsync(kind), item => item.Profile.Verdict != "LikelyFake", 1);

    [Fact]
    public async Task Scan_Duplicates_AreNamedSoAndNeverHeldAgainstThem() =>
        AssertShare(
            await CasesAsync("duplicate"),
            item => item.Profile.Codes.Contains("duplicate-account") && OutcomeOf(item.Profile) != "Adverse",
            1);

    [Fact]
    public async Task Scan_DefaultAvatars_AreRecognizedAndSayNothing() =>
        AssertShare(
            await CasesAsync("default-avatar"),
            item => OutcomeOf(item.Profile) == "Abstained"
                && item.Profile.Codes.Any(code => code is "default-avatar" or "shared-stock-image" or "photo-unusable"),
            1);

    [Fact]
    public async Task Scan_RingMembers_AreNamedARing()
    {
        var ring = await CasesAsync("ring");

        AssertShare(ring, item => item.Profile.Codes.Contains("photo-reused-under-other-name"), 1);
        AssertShare(ring, item => item.Profile.Codes.Contains("photo-ring"), 0.8);
    }

    [Fact]
    public async Task Scan_Thieves_PointAtTheirVictims() =>
        AssertShare(
            [.. (await CasesAsync()).Where(item => PlainTheft.Contains(item.Truth.Case))],
            item => item.Profile.Codes.Contains("photo-reused-under-other-name") && item.Profile.Matches.Contains(item.Truth.Owner),
            0.95);

    [Fact]
    public async Task Scan_Victims_GetTheReasonTooAndMostlyCountAsOwners()
    {
        var robbed = (await CasesAsync()).Where(item => PlainTheft.Contains(item.Truth.Case)).Select(item => item.Truth.Owner).ToHashSet();

        // Of those robbed of a crop alone the copy is not found, so there is nothing to tell them.
        var victims = (await CasesAsync("victim")).Where(item => robbed.Contains(item.Profile.Id)).ToArray();

        AssertShare(victims, item => item.Profile.Codes.Contains("photo-reused-under-other-name"), 0.95);
        AssertShare(victims, item => item.Profile.Codes.Contains("photo-likely-original"), 0.9);
    }

    [Fact]
    public async Task Scan_Newcomers_AreCalledNewAndTheirThinHistoryWeighsLittle() =>
        AssertShare(
            await CasesAsync("newcomer"),
            item => item.Profile.Codes.Contains("account-new")
                && item.Profile.Signal("sparse-history").GetProperty("weightBits").GetDouble() <= 0.5,

            // The allowance is for accounts younger than 60 days; one of the newcomers is 60 days old.
            0.95);

    [Fact]
    public async Task Scan_MembersWithAPhotoOfTheirOwn_AreTrulyUnique() =>
        AssertShare(await CasesAsync("unique"), item => item.Profile.Codes.Contains("photo-unique") && !item.Profile.Matches.Any(), 1);

    private static async Task<Case[]> CasesAsync()
    {
        SharedData.PathOf("network");
        return await Network.Value;
    }

    private static async Task<Case[]> CasesAsync(string kind) => [.. (await CasesAsync()).Where(item => item.Truth.Case == kind)];

    private static async Task<Case[]> ScanAsync()
    {
        var folder = SharedData.PathOf("network");
        var truths = TruthTable.Read(Path.Combine(folder, "truth.csv"));
        var outcome = await Workspace.RunAsync("scan", Path.Combine(folder, "members.csv"));
        Assert.Equal(0, outcome.ExitCode);
        return [.. outcome.Profiles.Select(profile => new Case(profile, truths[profile.Id]))];
    }

    private static string? OutcomeOf(ScannedProfile profile) => profile.ImageReuse.GetProperty("outcome").GetString();

    private static void AssertShare(Case[] cases, Predicate<Case> holds, double share)
    {
        Assert.NotEmpty(cases);
        var broken = cases.Where(item => !holds(item)).ToArray();
        Assert.True(
            broken.Length <= (1 - share) * cases.Length,
            $"{broken.Length} of {cases.Length}: {string.Join("; ", broken.Select(item => $"{item.Profile.Id} {item.Profile.Verdict} {string.Join(' ', item.Profile.Codes)}"))}");
    }

    private sealed record Case(ScannedProfile Profile, TruthRow Truth);
}
