using FakeProfileDetector.Reasons;
using FakeProfileDetector.Reviews;
using FakeProfileDetector.Signals.ImageReuse;
using FakeProfileDetector.Tests.Support;
using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests.Reviews;

/// <summary>Two profiles that share photo and name, and a reviewer who knows that they are two people.</summary>
public sealed class DifferentPeopleTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Check_SameNameDecidedApart_IsNoDuplicateAndJudgedByWhoOwnsThePhoto()
    {
        var (owner, taker) = (Member("owner", "Ana Horvat", Photo(1), Established), Member("taker", "Ana Horvat", Photo(1), Thin));
        using var network = await ReviewedNetwork.OfAsync(owner, taker);
        var before = await network.CheckAsync(taker);

        await network.Decisions.RecordAsync(ReviewDecision.DifferentPeople("taker", "owner", Now), Token);
        var after = await network.CheckAsync(taker);
        var established = await network.CheckAsync(owner);

        Assert.Contains(ReasonCodes.DuplicateAccount, before.Signal(ImageReuseSignal.SignalName).Codes());
        Assert.Equal(
            [ReasonCodes.PhotoShared, ReasonCodes.PhotoLikelyTaken, ReasonCodes.ConfirmedDifferentPeople],
            after.Signal(ImageReuseSignal.SignalName).Codes());
        Assert.Equal(AuthenticityVerdict.LikelyFake, after.Verdict);
        Assert.Equal(AuthenticityVerdict.NoAdverseEvidence, established.Verdict);
        Assert.Equal([1], after.Signal(ImageReuseSignal.SignalName).Matches.Select(match => match.Person));
    }

    [Fact]
    public async Task Check_ThirdProfileOfTheOnePerson_IsApartFromTheOtherToo()
    {
        using var network = await ReviewedNetwork.OfAsync(
            Member("a", "Ana Horvat", Photo(1), Established),
            Member("b", "Ana Horvat", Photo(1), Thin),
            Member("c", "Ana Horvat", Photo(1), Thin));
        await network.JoinAsync("b", "c");
        await network.Decisions.RecordAsync(ReviewDecision.DifferentPeople("a", "b", Now), Token);

        var report = await network.CheckAsync(Member("c", "Ana Horvat", Photo(1), Thin));

        Assert.Contains(ReasonCodes.ConfirmedDifferentPeople, report.Signal(ImageReuseSignal.SignalName).Codes());
        Assert.Equal(AuthenticityVerdict.LikelyFake, report.Verdict);
    }

    [Fact]
    public async Task Record_OtherDecisionOnThePair_TakesTheFirstOnesPlace()
    {
        using var network = await ReviewedNetwork.OfAsync(
            Member("a", "Ana Horvat", Photo(1), Established), Member("b", "Boris Kovac", Photo(1), Thin));
        await network.Decisions.RecordAsync(ReviewDecision.DifferentPeople("b", "a", Now), Token);
        await network.JoinAsync("a", "b");

        var decisions = await network.Decisions.FindAsync(["a"], Token);

        Assert.Equal(ReviewDecisionKind.SamePerson, Assert.Single(decisions).Kind);
        Assert.Contains(
            ReasonCodes.DuplicateAccount,
            (await network.CheckAsync(Member("b", "Boris Kovac", Photo(1), Thin))).Signal(ImageReuseSignal.SignalName).Codes());
    }
}
