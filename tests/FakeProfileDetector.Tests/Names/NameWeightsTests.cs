using FakeProfileDetector.Names;
using FakeProfileDetector.SharedPhotos;

namespace FakeProfileDetector.Tests.Names;

/// <summary>Every weight at chosen facts, worked out by hand: a change of a weight changes past scores and must be meant.</summary>
public sealed class NameWeightsTests
{
    private static readonly NameConflictFacts Common = new(
        RarityBits: 10, SimilarityBits: -8, BeginAlike: false, InvolvesInitial: false, AreSeveral: false, HasInitials: false, FurtherBits: 0, LeavesOut: false);

    [Fact]
    public void Constants_ArePinned() => Assert.Equal(
        [5.8, 4, 7, 5, 0.45, 0.3, 4.5, 8, 15],
        [
            NameWeights.Cap, NameWeights.InitialBits, NameWeights.ShortFormBits, NameWeights.ShortenedBits, NameWeights.ToleratedShareOfLoss,
            NameWeights.ToleratedShareOfJoinedLoss, NameWeights.ToleratedLossOfKnownNames, NameWeights.TransposedBits, NameWeights.KnownNameBits,
        ]);

    [Theory]
    [InlineData(0, -4)]
    [InlineData(4, -4)]
    [InlineData(12, -6)]
    [InlineData(20, -8)]
    [InlineData(90, -8)]
    public void Compatible_Agreement_IsPinned(double agreement, double bits) => Assert.Equal(bits, NameWeights.Compatible(agreement), 9);

    [Theory]
    [InlineData(0, -4)]
    [InlineData(10, -5)]
    [InlineData(20, -7)]
    [InlineData(90, -7)]
    public void Nickname_Agreement_IsPinned(double agreement, double bits) => Assert.Equal(bits, NameWeights.Nickname(agreement), 9);

    [Theory]
    [InlineData(0, 0, -4.5)]
    [InlineData(10, 5, -5.75)]
    [InlineData(0, 90, -3)]
    [InlineData(90, 0, -7.5)]
    public void Spelling_AgreementAndLoss_IsPinned(double agreement, double loss, double bits) =>
        Assert.Equal(bits, NameWeights.Spelling(agreement, loss), 9);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(8, -2.4)]
    [InlineData(90, -5)]
    public void SingleWord_Agreement_IsPinned(double agreement, double bits) => Assert.Equal(bits, NameWeights.SingleWord(agreement), 9);

    [Theory]
    [InlineData(0, false, 5.8)]
    [InlineData(1, false, 5.3)]
    [InlineData(9, false, 4.8)]
    [InlineData(0, true, 4)]
    public void Disjoint_InitialsAndScripts_ArePinned(int initials, bool acrossScripts, double bits) =>
        Assert.Equal(bits, NameWeights.Disjoint(initials, acrossScripts), 9);

    [Fact]
    public void SharesFamilyName_EachFact_IsPinned() => AssertFacts(
        NameWeights.SharesFamilyName, common: -0.5, rarer: -2.3, alike: -1.7, begin: -3, initial: -1.8, several: 3.5, hasInitials: -1.3, further: -2.1, leavesOut: 0.3);

    [Fact]
    public void SharesFamilyName_NameThatMayBeAdopted_WeighsLess()
    {
        var facts = new NameConflictFacts(10, -8, BeginAlike: false, InvolvesInitial: false, AreSeveral: false, HasInitials: false, 0, LeavesOut: false);

        Assert.Equal(NameWeights.SharesFamilyName(facts) - 1.5, NameWeights.SharesFamilyName(facts with { MayBeAdopted = true }), 9);
    }

    [Fact]
    public void SharesGivenName_FamilyNameThatMayBeChanged_WeighsLess()
    {
        Assert.Equal(-2, NameWeights.SharesGivenName(Common with { MayBeMarried = true }), 9);
        Assert.Equal(-2.5, NameWeights.SharesGivenName(Common with { InitialFits = true }), 9);
    }

    [Theory]
    [InlineData(12, false, 12)]
    [InlineData(12, true, 2)]
    [InlineData(-8, true, -8)]
    public void Likeness_OfTwoKnownNames_IsHalved(double bits, bool areTwoNames, double expected) =>
        Assert.Equal(expected, NameWeights.Likeness(bits, areTwoNames), 9);

    [Fact]
    public void TwoGenerations_Always_SpeakForTwoPeople() => Assert.Equal(2.5, NameWeights.TwoGenerations);

    [Fact]
    public void SharesGivenName_EachFact_IsPinned() => AssertFacts(
        NameWeights.SharesGivenName, common: 0, rarer: -1.48, alike: -1, begin: -0.8, initial: 0, several: 3.5, hasInitials: -2.4, further: -0.4, leavesOut: 1.2);

    [Fact]
    public void PartialConflict_EachFact_IsPinned() => AssertFacts(
        NameWeights.PartialConflict, common: 2.5, rarer: 1.75, alike: 0.5, begin: 1, initial: 2.5, several: 3.5, hasInitials: 2.5, further: 2.1, leavesOut: 2.5);

    [Fact]
    public void Conflicts_ExtremeFacts_StayWithinTheirLimits()
    {
        var forOne = Common with { RarityBits = 16, SimilarityBits = 20, BeginAlike = true, InvolvesInitial = true, HasInitials = true, FurtherBits = 10 };
        var forTwo = Common with { RarityBits = 1, SimilarityBits = -10, AreSeveral = true, LeavesOut = true };

        Assert.Equal([-6.5, -5.5, -5], [NameWeights.SharesFamilyName(forOne), NameWeights.SharesGivenName(forOne), NameWeights.PartialConflict(forOne with { SimilarityBits = 40 })]);
        Assert.Equal([5.8, 5.8, 5.8], [NameWeights.SharesFamilyName(forTwo), NameWeights.SharesGivenName(forTwo), NameWeights.PartialConflict(forTwo)]);
    }

    [Fact]
    public void TransliterationThreshold_ScriptWithoutATable_IsStricter()
    {
        Assert.Equal(-3, NameWeights.TransliterationThreshold(LetterCorrespondence.TableFor(NameScripts.Cyrillic)));
        Assert.Equal(3, NameWeights.TransliterationThreshold(LetterCorrespondence.TableFor(NameScripts.Greek)));
    }

    [Theory]
    [InlineData(NameRelation.Disjoint, 1)]
    [InlineData(NameRelation.PartialConflict, 0.7)]
    [InlineData(NameRelation.SharesFamilyName, 0.3)]
    [InlineData(NameRelation.SharesGivenName, 0.3)]
    [InlineData(NameRelation.Identical, 0)]
    [InlineData(NameRelation.Compatible, 0)]
    [InlineData(NameRelation.NotComparable, 0)]
    public void EvidenceBits_OfAConflict_ArePinned(NameRelation relation, double bits) => Assert.Equal(bits, NameConflict.EvidenceBits(relation));

    private delegate double Weigh(in NameConflictFacts facts);

    private static void AssertFacts(
        Weigh weigh, double common, double rarer, double alike, double begin, double initial, double several, double hasInitials, double further, double leavesOut)
    {
        Assert.Equal(common, weigh(Common), 9);
        Assert.Equal(rarer, weigh(Common with { RarityBits = 14 }), 9);
        Assert.Equal(alike, weigh(Common with { SimilarityBits = 2 }), 9);
        Assert.Equal(begin, weigh(Common with { BeginAlike = true }), 9);
        Assert.Equal(initial, weigh(Common with { InvolvesInitial = true }), 9);
        Assert.Equal(several, weigh(Common with { AreSeveral = true }), 9);
        Assert.Equal(hasInitials, weigh(Common with { HasInitials = true }), 9);
        Assert.Equal(further, weigh(Common with { FurtherBits = 4 }), 9);
        Assert.Equal(leavesOut, weigh(Common with { LeavesOut = true }), 9);
    }
}
