using FakeProfileDetector.Profiles;
using FakeProfileDetector.SharedPhotos;
using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests.SharedPhotos;

public sealed class OwnerClaimTests
{
    private static readonly AccountHistory Known = new() { Connections = 200, Posts = 20, BioLength = 40 };

    [Theory]
    [InlineData(-2, 1, true, true, "Owner")]
    [InlineData(-2, 1, true, false, "Unknown")]
    [InlineData(-2, 1, false, true, "Unknown")]
    [InlineData(1, -2, true, true, "Taker")]
    [InlineData(1, -2, true, false, "Taker")]
    [InlineData(1, -2, false, false, "Unknown")]
    [InlineData(0.05, 0, true, true, "Unknown")]
    [InlineData(0, 0.05, true, true, "Unknown")]
    [InlineData(0, 0, true, true, "Unknown")]
    [InlineData(0.125, 0, true, true, "Taker")]
    public void RoleOfFirst_TwoStandings_NamesTheOwnerWhereThatMayBeSaid(double own, double other, bool isComparable, bool mayOwn, string role)
    {
        var (named, grounds) = OwnerClaim.RoleOfFirst([ByHistory(own), ByHistory(other), ByHistory(4)], isComparable, mayOwn);

        Assert.Equal(role, named.ToString());
        Assert.Equal(named == HolderRole.Unknown ? OwnerGrounds.None : OwnerGrounds.History, grounds);
    }

    [Fact]
    public void RoleOfFirst_EachThing_IsAGroundOfItsOwn()
    {
        var nothing = new OwnerClaim(3, 0, 0, 0, 0, 0, 0, 0, 0, IsReviewed: false);
        var better = nothing with { Standing = 0 };
        Assert.Equal(OwnerGrounds.History, GroundsOf(better with { History = -0.2 }));
        Assert.Equal(OwnerGrounds.Connections, GroundsOf(better with { Connections = -0.2 }));
        Assert.Equal(OwnerGrounds.Web, GroundsOf(better with { Web = -0.2 }));
        Assert.Equal(OwnerGrounds.LargerCopy, GroundsOf(better with { Size = -0.2 }));
        Assert.Equal(OwnerGrounds.UncutCopy, GroundsOf(better with { Cut = -0.2 }));
        Assert.Equal(OwnerGrounds.ColorCopy, GroundsOf(better with { Color = -0.2 }));
        Assert.Equal(OwnerGrounds.Verified, GroundsOf(better with { Verified = -0.2 }));
        Assert.Equal(OwnerGrounds.Earlier, GroundsOf(better with { Later = -0.2 }));
        Assert.Equal(OwnerGrounds.Reviewed, GroundsOf(better with { History = -0.2, IsReviewed = true }));
        Assert.Equal(OwnerGrounds.History | OwnerGrounds.LargerCopy, GroundsOf(better with { History = -0.2, Size = -0.2, Verified = -0.05 }));
        Assert.Equal(OwnerGrounds.None, GroundsOf(better));
        Assert.Equal(OwnerGrounds.Reviewed, OwnerClaim.RoleOfFirst([better, nothing with { IsReviewed = true }], isComparable: true, mayOwn: true).Grounds);

        OwnerGrounds GroundsOf(OwnerClaim claim) => OwnerClaim.RoleOfFirst([claim, nothing], isComparable: true, mayOwn: true).Grounds;
    }

    [Theory]
    [InlineData(400, 400, 0)]
    [InlineData(400, 600, 0)]
    [InlineData(400, 601, 0.4)]
    [InlineData(600, 400, 0)]
    public void Of_SmallerCopy_CountsBelowTwoThirdsOfTheLargestOnesPixels(int own, int other, double expected)
    {
        var claims = OwnerClaim.Of([People.Person(Known, Photo(1, width: own)), People.Person(Known, Photo(1, width: other))]);

        Assert.Equal(expected, claims[0].Size);
        Assert.Equal(People.Person(Known).Standing + expected, claims[0].Standing, 9);
    }

    [Fact]
    public void Of_SizeOfOneThatIsUnknown_CountsAgainstNobody()
    {
        var claims = OwnerClaim.Of([People.Person(Known, Photo(1, width: null, height: null)), People.Person(Known, Photo(1))]);

        Assert.All(claims, claim => Assert.Equal(0, claim.Size));
    }

    [Fact]
    public void Of_CutCopy_CountsOnlyBesideAnUncutOne()
    {
        Assert.Equal([1.5, 0], Cuts(true, false));
        Assert.Equal([0, 0], Cuts(true, true));
        Assert.Equal([0, 0], Cuts(false, false));

        static IEnumerable<double> Cuts(params bool[] cut) => OwnerClaim.Of([.. cut.Select(isCut => People.Person(Known, isCut: isCut))]).Select(claim => claim.Cut);
    }

    [Fact]
    public void Of_GrayCopy_CountsOnlyBesideAColoredOne()
    {
        Assert.Equal([2.0, 0], Colors(false, true));
        Assert.Equal([0, 0], Colors(false, false));
        Assert.Equal([0, 0], Colors(false, null));
        Assert.Equal([0, 0], Colors(null, true));

        static IEnumerable<double> Colors(params bool?[] colors) =>
            OwnerClaim.Of([.. colors.Select(hasColor => People.Person(Known, Photo(1, hasColor: hasColor)))]).Select(claim => claim.Color);
    }

    [Fact]
    public void Of_Connections_WeighByTheirLogarithmAgainstTheMean()
    {
        var (few, many, hidden) = (Known with { Connections = 90 }, Known with { Connections = 9_990 }, Known with { Connections = null, Following = 5 });
        var claims = OwnerClaim.Of([People.Person(few), People.Person(many), People.Person(hidden)]);

        var mean = 0.35 * Math.Log(10);
        Assert.Equal([mean, -mean, 0], claims.Select(claim => claim.Connections), (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.All(claims.Zip([few, many, hidden]), pair => Assert.Equal(
            Math.Clamp(People.Person(pair.Second).Standing + pair.First.Connections, -4, 5), pair.First.Standing, 9));
    }

    [Fact]
    public void Of_VerifiedOne_WeighsBeyondTheLimitOfStandings()
    {
        var claims = OwnerClaim.Of([People.Person(Known with { IsVerified = true }), People.Person(Known)]);

        Assert.Equal([-5.0, 0], claims.Select(claim => claim.Verified));
        Assert.Equal(People.Person(Known with { IsVerified = true }).Standing - 5, claims[0].Standing, 9);
    }

    [Fact]
    public void Of_Reviewed_StandsInPlaceOfEverythingElse()
    {
        var claims = OwnerClaim.Of(
            [People.Person(Thin, isAuthentic: true), People.Person(Established with { IsVerified = true }, Photo(1, width: 90, height: 90), isFake: true), People.Person(Established, Photo(1))]);

        Assert.Equal(new OwnerClaim(-11, -11, 0, 0, 0, 0, 0, 0, 0, IsReviewed: true), claims[0]);
        Assert.Equal(new OwnerClaim(12, 12, 0, 0, 0, 0, 0, 0, 0, IsReviewed: true), claims[1]);
        Assert.False(claims[2].IsReviewed);
    }

    /// <summary>Where little is known of the first one, nobody else's history speaks for him, and thin ones still speak against.</summary>
    [Fact]
    public void Of_FirstOfWhomLittleIsKnown_IsOutweighedByNobodysHistory()
    {
        var claims = OwnerClaim.Of([People.Person(), People.Person(Established), People.Person(Thin)]);

        Assert.Equal((0.0, 0.0, 0.0), (claims[1].Standing, claims[1].History, claims[1].Connections));
        Assert.True(claims[2] is { Standing: > 0, History: > 0, Connections: 0 });
        Assert.True(OwnerClaim.Of([People.Person(Established), People.Person()])[0] is { Standing: < -1, History: < -1 });
    }

    private static OwnerClaim ByHistory(double standing) => new(standing, standing, 0, 0, 0, 0, 0, 0, 0, IsReviewed: false);
}
