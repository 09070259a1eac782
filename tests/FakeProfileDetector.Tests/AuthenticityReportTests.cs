using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests;

public sealed class AuthenticityReportTests
{
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
