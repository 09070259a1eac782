using FakeProfileDetector.Reviews;
using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests.Reviews;

public sealed class ReviewDecisionTests
{
    [Fact]
    public void SamePerson_EitherOrder_IsTheSameDecision() =>
        Assert.Equal(ReviewDecision.SamePerson("a", "b", Now), ReviewDecision.SamePerson("b", "a", Now));

    [Fact]
    public void SamePerson_OfOneProfile_IsRefused()
    {
        var exception = Assert.Throws<ArgumentException>(() => ReviewDecision.SamePerson("a", "a", Now));

        Assert.Contains("another", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void Decision_BlankIdentifier_IsRefused(string? id)
    {
        Assert.ThrowsAny<ArgumentException>(() => ReviewDecision.Authentic(id!, Now));
        Assert.ThrowsAny<ArgumentException>(() => ReviewDecision.ConfirmedFake(id!, Now));
        Assert.ThrowsAny<ArgumentException>(() => ReviewDecision.SamePerson(id!, "a", Now));
        Assert.ThrowsAny<ArgumentException>(() => ReviewDecision.SamePerson("a", id!, Now));
    }

    [Fact]
    public void ToString_NamesTheKindOnly()
    {
        var decision = ReviewDecision.SamePerson("member-1", "member-2", Now) with { Reviewer = "moderator-7", Note = "a secret" };

        Assert.Equal("ReviewDecision: SamePerson", decision.ToString());
    }
}
