using System.Text.Json;
using FakeProfileDetector.Cli.Scanning;
using FakeProfileDetector.Reasons;
using FakeProfileDetector.Reports;

namespace FakeProfileDetector.Cli.Tests.Scanning;

public sealed class ScanSummaryTests
{
    [Fact]
    public void Strongest_MoreThanAreShown_AreTheLikeliestAndTheLikeliestFirst()
    {
        var summary = new ScanSummary();
        int[] bits = [3, 17, 5, 11, 1, 19, 7, 13, 9, 2, 15, 4];
        foreach (var each in bits)
        {
            summary.Add(Report($"m{each}", AuthenticityVerdict.LikelyFake, each));
        }

        Assert.Equal(bits.OrderDescending().Take(10).Select(each => $"m{each}"), summary.Strongest.Select(report => report.ProfileId));
    }

    [Fact]
    public void Add_NothingAdverse_IsCountedAndNotShown()
    {
        var summary = new ScanSummary();

        summary.Add(Report("a", AuthenticityVerdict.NoAdverseEvidence, 30));
        summary.Add(Report("b", AuthenticityVerdict.InsufficientEvidence, 30));
        summary.Add(Report("c", AuthenticityVerdict.Suspicious, 1));

        Assert.Equal("c", Assert.Single(summary.Strongest).ProfileId);
        Assert.Equal(3, summary.Checked);
        Assert.Equal([1, 1, 1, 0], Enum.GetValues<AuthenticityVerdict>().Order().Select(summary.Count));
    }

    [Theory]
    [InlineData(AuthenticityVerdict.InsufficientEvidence, false, false)]
    [InlineData(AuthenticityVerdict.NoAdverseEvidence, false, false)]
    [InlineData(AuthenticityVerdict.Suspicious, true, false)]
    [InlineData(AuthenticityVerdict.LikelyFake, true, true)]
    public void Reaches_Limit_IsMetFromItOnwards(AuthenticityVerdict verdict, bool suspicious, bool likelyFake)
    {
        var summary = new ScanSummary();
        Assert.False(summary.Reaches(AuthenticityVerdict.InsufficientEvidence));

        summary.Add(Report("a", verdict, 1));

        Assert.Equal((suspicious, likelyFake), (summary.Reaches(AuthenticityVerdict.Suspicious), summary.Reaches(AuthenticityVerdict.LikelyFake)));
    }

    [Fact]
    public void Add_UnusablePhoto_IsCountedOnce()
    {
        var summary = new ScanSummary();
        var unusable = new SignalReport("a", SignalOutcome.Abstained, 0, [new Reason(ReasonCodes.PhotoUnusable, "It is broken.")], []);

        summary.Add(new("a", signals: [unusable, unusable]));
        summary.Add(new("b"));

        Assert.Equal(1, summary.UnusablePhotos);
    }

    private static AuthenticityReport Report(string id, AuthenticityVerdict verdict, double bits) => ReportJson.Deserialize(
        JsonSerializer.Serialize(new { profileId = id, verdict = $"{verdict}", posteriorBits = bits }));
}
