using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests;

public sealed class AuthenticityReportTests
{
    [Fact]
    public async Task RedactFor_Audiences_ShowLessAndLess()
    {
        var reports = await CheckAll(Member("owner", "Ana Horvat", Photo(1), Established), Member("taker", "Boris Kovac", Photo(1), Thin));
        var report = reports["taker"];

        var application = report.RedactFor(ReportAudience.Application);
        var member = report.RedactFor(ReportAudience.Member);

        Assert.Same(report, report.RedactFor(ReportAudience.Moderator));
        Assert.Contains(report.Signals, signal => signal.Matches.Any(match => match.ProfileId == "owner"));
        Assert.All(application.Signals, signal => Assert.Empty(signal.Matches));
        Assert.All(application.Signals.SelectMany(signal => signal.Reasons), reason => Assert.Equal((0, string.Empty), (reason.Facts.Count, reason.Text)));
        Assert.Equal(
            report.Signals.SelectMany(signal => signal.Reasons).Select(reason => reason.Code),
            application.Signals.SelectMany(signal => signal.Reasons).Select(reason => reason.Code));
        Assert.Equal(report.Probability, application.Probability);
        Assert.Empty(member.Signals);
        Assert.Empty(member.Ablations);
        Assert.NotEmpty(report.Ablations);
        Assert.Equal((report.Verdict, report.RecommendedAction), (member.Verdict, member.RecommendedAction));
        Assert.True(double.IsNaN(member.Probability) && double.IsNaN(member.PosteriorBits));
    }

    [Fact]
    public async Task Texts_OfAnyReason_NameNoOtherMember()
    {
        var reports = await CheckAll(Member("owner-77", "Ana Horvat", Photo(1), Established), Member("taker", "Boris Kovac", Photo(1), Thin));

        Assert.All(reports["taker"].Signals.SelectMany(signal => signal.Reasons), reason =>
        {
            Assert.DoesNotContain("owner-77", reason.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Horvat", reason.Text, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public void ToString_OfWhatHoldsPersonalData_GivesNoneAway()
    {
        var member = Member("m1", "Ana Horvat", Photo(1), Established);

        Assert.Equal("Profile m1", member.ToString());
        Assert.DoesNotContain("900", Established.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Photo(1).Hash.ToString(), Photo(1).ToString()!, StringComparison.Ordinal);
    }
}
