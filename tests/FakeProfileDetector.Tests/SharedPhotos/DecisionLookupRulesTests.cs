using CsCheck;
using FakeProfileDetector.Reviews;
using FakeProfileDetector.SharedPhotos;
using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests.SharedPhotos;

/// <summary>What follows from a set of decisions, by a plain closure over the pairs.</summary>
public sealed class DecisionLookupRulesTests
{
    private static readonly string[] Ids = ["a", "b", "c", "d", "e", "f"];

    [Fact]
    public void Of_AnyPairs_JoinsAndPartsAsThePlainClosureDoes()
    {
        var pair = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5], Gen.Int[0, 3]).Where(pair => pair.Item1 != pair.Item2);
        pair.Array[0, 7].Sample(pairs =>
        {
            var decided = pairs.Select(pair => (A: Ids[pair.Item1], B: Ids[pair.Item2], IsApart: pair.Item3 == 0)).ToArray();
            var lookup = DecisionLookup.Of([.. decided.Select(pair => pair.IsApart
                ? ReviewDecision.DifferentPeople(pair.A, pair.B, Now)
                : ReviewDecision.SamePerson(pair.A, pair.B, Now))]);
            var personOf = Ids.ToDictionary(id => id, id => id);
            foreach (var (a, b, _) in decided.Where(pair => !pair.IsApart))
            {
                var (from, to) = (personOf[a], personOf[b]);
                foreach (var id in Ids.Where(id => personOf[id] == from))
                {
                    personOf[id] = to;
                }
            }

            foreach (var (a, b) in Ids.SelectMany(_ => Ids, (a, b) => (a, b)).Where(pair => pair.a != pair.b))
            {
                var isApart = AreApart(a, b);
                var isJoined = personOf[a] == personOf[b];
                Assert.Equal(isJoined && !isApart, lookup.AreSamePerson(a, b));
                Assert.Equal(isApart || (!isJoined && AreApartByOthers(a, b)), lookup.AreDifferentPeople(a, b));
            }

            bool AreApart(string a, string b) => decided.Any(pair => pair.IsApart && ((pair.A == a && pair.B == b) || (pair.A == b && pair.B == a)));

            bool AreApartByOthers(string a, string b) =>
                Ids.Where(id => personOf[id] == personOf[a]).Any(x => Ids.Where(id => personOf[id] == personOf[b]).Any(y => AreApart(x, y)));
        });
    }

    [Fact]
    public void Of_DecisionsOnOneProfile_AreThatProfilesAlone()
    {
        var lookup = DecisionLookup.Of([ReviewDecision.ConfirmedFake("a", Now), ReviewDecision.Authentic("b", Now), ReviewDecision.SamePerson("c", "d", Now)]);

        Assert.Equal([true, false, false, false], Ids[..4].Select(lookup.IsConfirmedFake));
        Assert.Equal([ReviewDecisionKind.ConfirmedFake, ReviewDecisionKind.Authentic, null, null], Ids[..4].Select(id => lookup.On(id)?.Kind));
        Assert.False(lookup.AreSamePerson("a", "b"));
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void IsAuthentic_PhotoSince_HoldsUpToTheDecision(int seconds, bool holds)
    {
        var lookup = DecisionLookup.Of([ReviewDecision.Authentic("a", Now), ReviewDecision.ConfirmedFake("b", Now)]);

        Assert.Equal(holds, lookup.IsAuthentic("a", Now.AddSeconds(seconds)));
        Assert.False(lookup.IsAuthentic("b", Now.AddSeconds(seconds)));
    }

    [Fact]
    public void None_AnyProfiles_SaysNothing()
    {
        Assert.Same(DecisionLookup.None, DecisionLookup.Of([]));
        Assert.False(DecisionLookup.None.AreSamePerson("a", "a"));
        Assert.False(DecisionLookup.None.AreDifferentPeople("a", "b"));
    }
}
