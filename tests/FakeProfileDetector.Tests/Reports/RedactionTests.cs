using System.Reflection;
using CsCheck;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Reasons;
using FakeProfileDetector.Reports;
using FakeProfileDetector.Tests.Support;
using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests.Reports;

/// <summary>What an audience is not to see cannot be computed back from what it sees.</summary>
public sealed class RedactionTests
{
    [Fact]
    public void RedactFor_ReportsThatDifferInWhatIsRemoved_AreEqual() =>
        Gen.Select(RandomReports.Report, RandomReports.Report, Gen.Enum<ReportAudience>().Where(audience => audience != ReportAudience.Moderator))
            .Sample((one, other, audience) =>
            {
                var like = WithWhatIsSeen(one, other, audience);

                Assert.Equal(ReportJson.Serialize(one.RedactFor(audience)), ReportJson.Serialize(like.RedactFor(audience)));
            });

    [Fact]
    public void RedactFor_WhatIsSeen_Stays() => RandomReports.Report.Sample(report =>
    {
        var application = report.RedactFor(ReportAudience.Application);
        var member = report.RedactFor(ReportAudience.Member);

        Assert.Equal((report.Verdict, report.RecommendedAction, report.Mode, report.PriorBits), (application.Verdict, application.RecommendedAction, application.Mode, application.PriorBits));
        Assert.Equal(report.Signals.Select(Seen), application.Signals.Select(Seen));
        Assert.Equal((report.Verdict, report.RecommendedAction, report.Mode), (member.Verdict, member.RecommendedAction, member.Mode));
        Assert.Empty(member.Signals);
        Assert.Equal((report.ProfileId, report.CheckedAt, report.ScoringVersion), (member.ProfileId, member.CheckedAt, member.ScoringVersion));
    });

    /// <summary>Redaction is written as what stays: a number that a later version adds to a report is removed until somebody decides.</summary>
    [Theory]
    [InlineData(ReportAudience.Subject)]
    [InlineData(ReportAudience.Member)]
    [InlineData(ReportAudience.Application)]
    public void RedactFor_Numbers_AreRemoved(ReportAudience audience) => RandomReports.Report.Sample(report =>
    {
        var redacted = report.RedactFor(audience);

        Assert.All(NumbersOf(redacted).Except([audience == ReportAudience.Application ? nameof(report.PriorBits) : ""]), number =>
            Assert.True(double.IsNaN((double)typeof(AuthenticityReport).GetProperty(number)!.GetValue(redacted)!), number));
        Assert.All(redacted.Signals, signal => Assert.True(double.IsNaN(signal.WeightBits)));
        Assert.Empty(redacted.Ablations);
    });

    [Theory]
    [InlineData(AuthenticityVerdict.InsufficientEvidence, RecommendedAction.Review, AuthenticityVerdict.InsufficientEvidence, RecommendedAction.Review)]
    [InlineData(AuthenticityVerdict.NoAdverseEvidence, RecommendedAction.Accept, AuthenticityVerdict.NoAdverseEvidence, RecommendedAction.Accept)]
    [InlineData(AuthenticityVerdict.Suspicious, RecommendedAction.Review, AuthenticityVerdict.InsufficientEvidence, RecommendedAction.Review)]
    [InlineData(AuthenticityVerdict.LikelyFake, RecommendedAction.Report, AuthenticityVerdict.InsufficientEvidence, RecommendedAction.Review)]
    [InlineData(AuthenticityVerdict.LikelyFake, RecommendedAction.None, AuthenticityVerdict.InsufficientEvidence, RecommendedAction.None)]
    public void RedactFor_Subject_TellsOnlyWhetherSomebodyLooks(
        AuthenticityVerdict verdict, RecommendedAction action, AuthenticityVerdict seen, RecommendedAction seenAction)
    {
        var redacted = new AuthenticityReport("a") { Verdict = verdict, RecommendedAction = action }.RedactFor(ReportAudience.Subject);

        Assert.Equal((seen, seenAction), (redacted.Verdict, redacted.RecommendedAction));
    }

    [Fact]
    public void Audience_Zero_SeesTheLeastAndHigherOnesMore()
    {
        Assert.Equal(ReportAudience.Subject, default);
        Assert.Equal(
            [ReportAudience.Subject, ReportAudience.Member, ReportAudience.Application, ReportAudience.Moderator],
            Enum.GetValues<ReportAudience>().Order());
        Assert.Throws<ArgumentOutOfRangeException>(() => new AuthenticityReport("a").RedactFor((ReportAudience)50));
    }

    [Fact]
    public void Verdict_Order_IsRisingSuspicion() => Assert.Equal(
        [AuthenticityVerdict.InsufficientEvidence, AuthenticityVerdict.NoAdverseEvidence, AuthenticityVerdict.Suspicious, AuthenticityVerdict.LikelyFake],
        Enum.GetValues<AuthenticityVerdict>().Order());

    /// <summary>The same check where one and where two others use the photo: an application must not be able to tell.</summary>
    [Fact]
    public async Task RedactFor_Application_DoesNotTellHowManyUseThePhoto()
    {
        var (few, many) = (await ThiefBesideAsync(1), await ThiefBesideAsync(2));

        Assert.NotEqual(few.Probability, many.Probability);
        Assert.Equal(few.Signals.SelectMany(Invented.Codes), many.Signals.SelectMany(Invented.Codes));
        Assert.Equal(ReportJson.Serialize(few.RedactFor(ReportAudience.Application)), ReportJson.Serialize(many.RedactFor(ReportAudience.Application)));
    }

    private static async Task<AuthenticityReport> ThiefBesideAsync(int others)
    {
        Profile[] members =
        [
            .. Enumerable.Range(0, others).Select(i => Member($"owner-{i}", i == 0 ? "Ana Horvat" : "Carla Weiss", Photo(1), Established)),
            Member("taker", "Boris Kovac", Photo(1), Thin),
        ];
        return (await CheckAll(members))["taker"];
    }

    /// <summary>The other report, but for what the audience sees of the first.</summary>
    private static AuthenticityReport WithWhatIsSeen(AuthenticityReport one, AuthenticityReport other, ReportAudience audience) => new(one.ProfileId)
    {
        Verdict = audience == ReportAudience.Subject && one.Verdict != AuthenticityVerdict.NoAdverseEvidence && other.Verdict != AuthenticityVerdict.NoAdverseEvidence
            ? other.Verdict
            : one.Verdict,
        RecommendedAction = one.RecommendedAction,
        Mode = one.Mode,
        CheckedAt = one.CheckedAt,
        ScoringVersion = one.ScoringVersion,
        HashAlgorithm = one.HashAlgorithm,
        Probability = other.Probability,
        PosteriorBits = other.PosteriorBits,
        Coverage = other.Coverage,
        Ablations = other.Ablations,
        PriorBits = audience == ReportAudience.Application ? one.PriorBits : other.PriorBits,
        Signals = audience == ReportAudience.Application ? [.. one.Signals.Select((signal, i) => Like(signal, other.Signals.ElementAtOrDefault(i)))] : other.Signals,
    };

    private static SignalReport Like(SignalReport seen, SignalReport? other) => new(
        seen.Name,
        seen.Outcome,
        other?.WeightBits ?? 1,
        [.. seen.Reasons.Select((reason, i) => new Reason(reason.Code, other?.Reasons.ElementAtOrDefault(i)?.Text ?? "Other."))],
        other?.Matches ?? []);

    private static string Seen(SignalReport signal) => $"{signal.Name} {signal.Outcome} {string.Join(' ', signal.Codes())}";

    private static IEnumerable<string> NumbersOf(AuthenticityReport report) =>
        report.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.PropertyType == typeof(double)).Select(property => property.Name);
}
