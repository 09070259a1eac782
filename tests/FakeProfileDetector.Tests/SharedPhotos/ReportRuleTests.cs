using CsCheck;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Reasons;
using FakeProfileDetector.Signals.ImageReuse;
using FakeProfileDetector.Tests.Support;
using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests.SharedPhotos;

/// <summary>When one person's portrait under two names makes one of them a likely fake, and when it only asks for a look.</summary>
public sealed class ReportRuleTests
{
    /// <summary>Old, and hardly anybody knows it.</summary>
    private static readonly AccountHistory Quiet = new()
    {
        CreatedAt = Now.AddYears(-5),
        ObservedAt = Now,
        Connections = 60,
        Following = 80,
        Posts = 2,
        BioLength = 0,
        HasUrl = false,
    };

    private static readonly AccountHistory Rich = Established with { CreatedAt = Now.AddYears(-4), Connections = 5000, Posts = 2000 };

    [Fact]
    public async Task Check_NewcomerBesideAnEstablishedMember_IsReported()
    {
        var reports = await CheckAll(Member("owner", "Ana Horvat", Photo(1), Established), Member("thief", "Boris Kovac", Photo(1), New));

        Assert.Equal((AuthenticityVerdict.LikelyFake, RecommendedAction.Report), (reports["thief"].Verdict, reports["thief"].RecommendedAction));
        Assert.Equal(AuthenticityVerdict.NoAdverseEvidence, reports["owner"].Verdict);
    }

    [Theory]
    [InlineData("new")]
    [InlineData("quiet")]
    [InlineData("unknown")]
    public async Task Check_NothingSeparatesTheTwo_ReportsNeither(string what)
    {
        var history = what switch
        {
            "new" => New,
            "quiet" => Quiet,
            _ => null,
        };
        foreach (var size in (int[])[400, 100])
        {
            var reports = await CheckAll(
                Member("a", "Ana Horvat", Photo(1), history), Member("b", "Boris Kovac", Photo(1, width: size, height: size), history));

            Assert.All(reports.Values, report => Assert.NotEqual(AuthenticityVerdict.LikelyFake, report.Verdict));
        }
    }

    [Fact]
    public async Task Check_QuietOwnerAndARichAccount_DoesNotReportTheOwner()
    {
        var reports = await CheckAll(Member("owner", "Ana Horvat", Photo(1), Quiet), Member("thief", "Boris Kovac", Photo(1), Rich));

        Assert.NotEqual(AuthenticityVerdict.LikelyFake, reports["owner"].Verdict);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Check_RichAccountThatShowedThePhotoLater_IsNotAcceptedAndTheOwnerIsNotReported(bool isOwnerNew)
    {
        var owner = Member("owner", "Ana Horvat", Photo(1), isOwnerNew ? New : Quiet) with { PhotoSince = Now.AddDays(-3) };
        var thief = Member("thief", "Boris Kovac", Photo(1), Rich) with { PhotoSince = Now.AddDays(-1) };

        var reports = await CheckAll(owner, thief);

        Assert.NotEqual(AuthenticityVerdict.LikelyFake, reports["owner"].Verdict);
        Assert.NotEqual(AuthenticityVerdict.NoAdverseEvidence, reports["thief"].Verdict);
        Assert.Contains("first", RoleText(reports["owner"]), StringComparison.Ordinal);
    }

    /// <summary>An account whose own history speaks for it, as of most quiet members, is reported only beside one that is far likelier the owner.</summary>
    [Theory]
    [InlineData(150, 40, 3, false)]
    [InlineData(60, 6, 100, true)]
    [InlineData(0, 0, 3, true)]
    public async Task Check_HistoryThatSpeaksForAnAccount_CountsAgainstAFullerOne(int connections, int posts, int timesFuller, bool isReported)
    {
        var own = Established with { CreatedAt = Now.AddYears(-3), Connections = connections, Following = 100, Posts = posts, BioLength = 0, HasUrl = false };
        var other = Established with { CreatedAt = Now.AddYears(-6), Connections = Math.Max(connections, 100) * timesFuller };

        var reports = await CheckAll(Member("a", "Ana Horvat", Photo(1), own), Member("b", "Boris Kovac", Photo(1), other));

        Assert.Equal(isReported, reports["a"].Verdict == AuthenticityVerdict.LikelyFake);
        Assert.NotEqual(AuthenticityVerdict.LikelyFake, reports["b"].Verdict);
    }

    [Fact]
    public async Task Check_FanWithAHistoryOfItsOwn_IsNotReportedBesideAVerifiedFigure()
    {
        var figure = Member("figure", "Ana Horvat", Photo(1), Rich with { IsVerified = true });

        var fan = await CheckAll(figure, Member("fan", "Boris Kovac", Photo(1), Established with { CreatedAt = Now.AddYears(-3) }));
        var newcomer = await CheckAll(figure, Member("fan", "Boris Kovac", Photo(1), New));

        Assert.NotEqual(AuthenticityVerdict.LikelyFake, fan["fan"].Verdict);
        Assert.Equal(AuthenticityVerdict.LikelyFake, newcomer["fan"].Verdict);
    }

    /// <summary>Where the figures would do, the rule still holds back for a fan whose own history speaks for it; a newcomer has none.</summary>
    [Fact]
    public async Task Check_LessFullHistories_TheRuleDecides()
    {
        var middling = Established with { CreatedAt = Now.AddYears(-3), Connections = 120, Following = 100, Posts = 15, BioLength = 0, HasUrl = false };
        var figure = Member("figure", "Ana Horvat", Photo(1), Rich with { IsVerified = true });

        var fan = (await CheckAll(figure, Member("fan", "Boris Kovac", Photo(1), middling)))["fan"];
        var newcomer = (await CheckAll(figure, Member("fan", "Boris Kovac", Photo(1), middling with { CreatedAt = Now.AddDays(-30) })))["fan"];

        Assert.Equal((AuthenticityVerdict.Suspicious, AuthenticityVerdict.LikelyFake), (fan.Verdict, newcomer.Verdict));
    }

    /// <summary>Of two who came within three months neither is clearly the owner, however fast one of them has found friends.</summary>
    [Theory]
    [InlineData(80, false)]
    [InlineData(100, true)]
    public async Task Check_FullerAccountThatIsHardlyOlder_IsNoClearOwner(int days, bool isReported)
    {
        var reports = await CheckAll(
            Member("a", "Ana Horvat", Photo(1), New), Member("b", "Boris Kovac", Photo(1), Established with { CreatedAt = Now.AddDays(-days) }));

        Assert.Equal(isReported, reports["a"].Verdict == AuthenticityVerdict.LikelyFake);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task Check_NewcomersOfDifferentDays_AreNoBurst(int daysApart, bool isBurst)
    {
        string[] names = ["Ana Horvat", "Boris Kovac", "Carla Moretti"];
        var reports = await CheckAll([.. names.Select((name, i) => Member($"m{i}", name, Photo(1), New with { CreatedAt = Now.AddDays(-20 - (daysApart * i)), Connections = i }))]);

        Assert.Equal(isBurst, reports["m1"].Signal(ImageReuseSignal.SignalName).Codes().Contains(ReasonCodes.PhotoRingBurst));
    }

    /// <summary>An account cannot have shown a photo before it was made.</summary>
    [Fact]
    public async Task Check_OwnersDateBeforeTheOtherAccountWasMade_CountsAsFirst()
    {
        var owner = Member("owner", "Ana Horvat", Photo(1), Quiet) with { PhotoSince = Now.AddYears(-5) };

        var reports = await CheckAll(owner, Member("thief", "Boris Kovac", Photo(1), Rich));

        Assert.Contains("first", RoleText(reports["owner"]), StringComparison.Ordinal);
        Assert.NotEqual(AuthenticityVerdict.NoAdverseEvidence, reports["thief"].Verdict);
    }

    /// <summary>Whatever else is known: who is known to have shown the photo first, or is verified, is never a likely fake for it.</summary>
    [Fact]
    public void Check_FirstOrVerified_IsNeverReported()
    {
        var history = Gen.Select(Gen.Int[0, 3000], Gen.Int[0, 9000], Gen.Int[0, 2000]).Select((days, connections, posts) => Established with
        {
            CreatedAt = Now.AddDays(-days),
            Connections = connections,
            Posts = posts,
            BioLength = null,
        });
        Gen.Select(history, history, Gen.Bool).Sample(
            (own, other, isVerified) =>
            {
                var owner = Member("owner", "Ana Horvat", Photo(1), isVerified ? own with { IsVerified = true } : own) with
                {
                    PhotoSince = isVerified ? null : Now.AddDays(-3001),
                };

                var reports = CheckAll(owner, Member("thief", "Boris Kovac", Photo(1), other)).GetAwaiter().GetResult();

                return reports["owner"].Verdict != AuthenticityVerdict.LikelyFake;
            },
            iter: 60);
    }

    [Theory]
    [InlineData(ReasonCodes.PhotoRingBurst)]
    [InlineData(ReasonCodes.PhotoRingEqualHistories)]
    [InlineData(ReasonCodes.PhotoRingNames)]
    [InlineData(null)]
    public async Task Check_NewcomersWithOnePortrait_AreReportedOnlyForWhatOneHandLeaves(string? code)
    {
        string[] names = code == ReasonCodes.PhotoRingNames
            ? ["Ana Horvat", "Ana Kovac", "Ana Moretti", "Ana Lindqvist", "Ana Salonen"]
            : ["Ana Horvat", "Boris Kovac", "Carla Moretti", "Dario Lindqvist", "Elin Salonen"];
        var members = names.Select((name, i) => Member($"m{i}", name, Photo(1, distance: i), new()
        {
            CreatedAt = Now.AddDays(code == ReasonCodes.PhotoRingBurst ? -20 : -1 - (12 * i)),
            ObservedAt = Now,
            Connections = code == ReasonCodes.PhotoRingEqualHistories ? 17 : 2 + i,
            Following = code == ReasonCodes.PhotoRingEqualHistories ? 90 : 10 * i,
            Posts = 0,
        })).ToArray();

        var reports = await CheckAll(members);

        Assert.All(reports.Values, report =>
        {
            var codes = report.Signal(ImageReuseSignal.SignalName).Codes().ToArray();
            Assert.Equal(code is not null, codes.Any(found => found.StartsWith("photo-ring-", StringComparison.Ordinal)));
            Assert.True(code is null || codes.Contains(code), string.Join(", ", codes));
            Assert.True(code is not null || report.Verdict != AuthenticityVerdict.LikelyFake);
        });
    }

    private static string RoleText(AuthenticityReport report) => report.Signal(ImageReuseSignal.SignalName).Reasons
        .First(reason => reason.Code is ReasonCodes.PhotoLikelyOriginal or ReasonCodes.PhotoLikelyTaken or ReasonCodes.PhotoOwnerUnknown).Text;
}
