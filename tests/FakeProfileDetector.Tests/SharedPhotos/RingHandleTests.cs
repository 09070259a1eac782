using FakeProfileDetector.Profiles;
using FakeProfileDetector.Reasons;
using FakeProfileDetector.Signals.ImageReuse;
using FakeProfileDetector.Tests.Support;
using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests.SharedPhotos;

/// <summary>What handles of one pattern say of a group that shares a picture, seen through the checker.</summary>
public sealed class RingHandleTests
{
    private static readonly string[] Names = ["Ana Horvat", "Boris Kovac", "Carla Moretti", "Dario Lindqvist", "Elin Salonen"];
    private static readonly string[] Series = ["promo_girl_01", "promo_girl_02", "promo_girl_03", "promo_girl_04", "promo_girl_05"];
    private static readonly string[] Plan = ["ana.horvat84731", "boris.kovac90213", "carla.moretti55102", "dario.lindqvist67740", "elin.salonen71893"];
    private static readonly string[] Ordinary = ["ana.horvat", "boriskovac84", "c.moretti", "dario.lindqvist1991", "elin_s"];

    [Fact]
    public async Task Check_HandlesOfOneSeries_AreARing()
    {
        var reports = await CheckAll(Group(Series));

        Assert.All(reports.Values, report =>
        {
            Assert.Equal([ReasonCodes.PhotoRingHandleSeries], Patterns(report));
            Assert.Equal(AuthenticityVerdict.LikelyFake, report.Verdict);
        });
    }

    /// <summary>A network may hand out handles of one plan, so they only add to what else speaks for a ring.</summary>
    [Fact]
    public async Task Check_HandlesOfOnePlan_WeighAndReportNobodyAlone()
    {
        var plan = await CheckAll(Group(Plan));

        Assert.All(plan.Values, report => Assert.Equal([ReasonCodes.PhotoRingHandles], Patterns(report)));
        Assert.All(plan.Values, report => Assert.NotEqual(AuthenticityVerdict.LikelyFake, report.Verdict));
        Assert.All(plan.Values, report => Assert.DoesNotContain(ReasonCodes.PhotoRing, report.Signal(ImageReuseSignal.SignalName).Codes()));
        var (none, some, more) = (await RingProbabilityOf(Ordinary), await RingProbabilityOf(Plan), await RingProbabilityOf(Series));
        Assert.True(none < some && some < more, $"{none} {some} {more}");
    }

    [Fact]
    public async Task Check_PlanBesideABurst_GivesBothReasons()
    {
        var reports = await CheckAll([.. Group(Plan).Select(member => member with { History = member.History! with { CreatedAt = Now.AddDays(-20) } })]);

        Assert.All(reports.Values, report => Assert.Equal([ReasonCodes.PhotoRingBurst, ReasonCodes.PhotoRingHandles], Patterns(report).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    public async Task Check_OrdinaryHandles_AreNoPattern(int people)
    {
        var reports = await CheckAll(Group(Ordinary, people));

        Assert.All(reports.Values, report => Assert.Empty(Patterns(report)));
        Assert.All(reports.Values, report => Assert.NotEqual(AuthenticityVerdict.LikelyFake, report.Verdict));
    }

    [Theory]
    [InlineData("user10002345", 1)]
    [InlineData("member_0", 0)]
    [InlineData("guest", 0)]
    public async Task Check_HandlesThatTheNetworkHandsOut_ChangeNothing(string handle, int people)
    {
        var with = await CheckAll(Group([.. Enumerable.Range(1, Names.Length).Select(i => $"{handle}{i}")], people));
        var without = await CheckAll(Group([null, null, null, null, null], people));

        Assert.All(with, entry => Assert.Equal(without[entry.Key].Probability, entry.Value.Probability));
        Assert.All(with.Values, report => Assert.Empty(Patterns(report)));
    }

    /// <summary>Two alike are chance, and a name that many share is no series of one hand.</summary>
    [Fact]
    public async Task Check_LessThanMost_IsNoPattern()
    {
        var two = await CheckAll(Group(["promo_girl_01", "promo_girl_02", "c.moretti", "dario.l", "elin_s"]));
        var pair = await CheckAll(Group(["promo_girl_01", "promo_girl_02"]));

        Assert.All(two.Values.Concat(pair.Values), report => Assert.Empty(Patterns(report)));
    }

    [Fact]
    public async Task Check_AccountsOfOneOrganization_MayHaveASeries()
    {
        var reports = await CheckAll([.. Group(Series).Select(member => member with { Organization = "Contoso" })]);

        Assert.All(reports.Values, report => Assert.Empty(Patterns(report)));
    }

    [Fact]
    public async Task Check_AVerifiedMember_IsNotOfTheRing()
    {
        var members = Group(Series);
        members[0] = members[0] with { History = Established with { IsVerified = true } };

        var reports = await CheckAll(members);

        Assert.Empty(Patterns(reports["m0"]));
        Assert.NotEqual(AuthenticityVerdict.LikelyFake, reports["m0"].Verdict);
    }

    [Fact]
    public async Task Check_OrderOfEnrollment_ChangesNothing()
    {
        // One of the people has two accounts, of which only one is in the series.
        Profile[] members =
        [
            .. Group(["promo_girl_01", "promo_girl_02", "promo_girl_03"]),
            Member("second", Names[1], Photo(1), New) with { Handle = "boris.kovac" },
        ];
        var forwards = await CheckAll(members);
        var backwards = await CheckAll([.. members.Reverse()]);

        Assert.Contains(ReasonCodes.PhotoRingHandleSeries, Patterns(forwards["second"]));
        Assert.All(forwards, entry => Assert.Equal(entry.Value.Probability, backwards[entry.Key].Probability, 12));
        Assert.All(forwards, entry => Assert.Equal(Patterns(entry.Value), Patterns(backwards[entry.Key])));
    }

    [Fact]
    public async Task Enroll_HandleIsKeptFoundChangedAndErased()
    {
        var member = Group(Series)[0];
        using var enrolled = await Enrolled(member);
        var token = TestContext.Current.CancellationToken;
        Assert.Equal("promo_girl_01", (await enrolled.FindAsync("m0", token))!.Handle);
        Assert.Equal("promo_girl_01", Assert.Single((await enrolled.FindPhotoUsesAsync(Photo(1), "other", token)).Uses).Holder.Handle);

        await enrolled.EnrollAsync(member with { Handle = "ana.horvat" }, token);
        Assert.Equal("ana.horvat", (await enrolled.FindAsync("m0", token))!.Handle);

        await enrolled.EraseAsync("m0", token);
        Assert.Null(await enrolled.FindAsync("m0", token));
    }

    /// <summary>Newcomers of different days with one picture and nothing else in common.</summary>
    private static Profile[] Group(string?[] handles, int people = 1) => [.. handles.Select((handle, i) =>
        Member($"m{i}", Names[i], Photo(1, distance: i, people: people), new()
        {
            CreatedAt = Now.AddDays(-1 - (12 * i)),
            ObservedAt = Now,
            Connections = 2 + i,
            Following = 10 * i,
            Posts = 0,
        }) with { Handle = handle })];

    private static async Task<double> RingProbabilityOf(string[] handles)
    {
        var members = Group(handles);
        using var registry = await Enrolled(members);
        return (await ContextOf(members[0], registry)).SharedPhoto!.RingProbability;
    }

    private static IEnumerable<string> Patterns(AuthenticityReport report) =>
        report.Signal(ImageReuseSignal.SignalName).Codes().Where(code => code.StartsWith("photo-ring-", StringComparison.Ordinal));
}
