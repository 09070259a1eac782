using CsCheck;
using FakeProfileDetector.Names;
using FakeProfileDetector.Reviews;
using FakeProfileDetector.SharedPhotos;
using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests.SharedPhotos;

public sealed class SharedPhotoGroupTests
{
    private static readonly string?[] Pool = ["Ana Horvat", "A. Horvat", "Ana Kovac", "Boris Kovac", "Ana", "Petra Horvat", "x_88", null];

    private static readonly string[] Strangers = ["Ana Horvat", "Boris Kovac", "Carla Tamm"];

    private static readonly Gen<Holder[]> Holders = Gen.Select(Gen.OneOf(Pool), Gen.Int[0, 3]).Array[1, 6].Select(
        members => members.Select((member, i) => People.Holder($"m{i}", member.Item1, isFake: member.Item2 == 0)).ToArray());

    /// <summary>Names of confirmed fakes contradict only where there are no others; a fake's own name is held against all.</summary>
    [Fact]
    public void Conflict_AnyNames_IsTheWorstOfTheHonestOrElseOfThoseThatContradict() => Holders.Sample(holders =>
    {
        var group = SharedPhotoGroup.ByCompatibleNames(holders, new NameRelations(), DecisionLookup.None);
        var others = holders.Where(holder => group.PersonOf.GetValueOrDefault(holder.Id) != 0).ToArray();
        var honest = holders[0].IsConfirmedFake ? [] : others.Where(other => !other.IsConfirmedFake).ToArray();
        var heard = honest.Length > 0 ? honest : [.. others.Where(other => Relation(other) is not NameRelation.NotComparable and var relation && !relation.IsCompatible())];
        var comparable = heard.Where(other => Relation(other) != NameRelation.NotComparable).ToArray();

        Assert.Equal(
            group.People.Count == 0 || comparable.Length == 0 ? NameRelation.NotComparable : Relation(comparable.MaxBy(other => Compare(other).WeightBits)!),
            group.Conflict.Relation);

        NameComparison Compare(Holder other) => holders[0].Names.Compare(other.Names);

        NameRelation Relation(Holder other) => Compare(other).Relation;
    });

    /// <summary>Complete linkage: nobody shares a person with a name that contradicts his, and a fake is always alone.</summary>
    [Fact]
    public void People_AnyNames_HoldNoContradictionAndFakesAlone() => Holders.Sample(holders =>
    {
        var group = SharedPhotoGroup.ByCompatibleNames(holders, new NameRelations(), DecisionLookup.None);
        foreach (var person in holders.Where(holder => group.PersonOf.ContainsKey(holder.Id)).GroupBy(holder => group.PersonOf[holder.Id]))
        {
            Holder[] members = [.. person];
            Assert.All(members, a => Assert.All(members.Where(b => b != a), b =>
                Assert.True(a.Names.Compare(b.Names).Relation is NameRelation.NotComparable or NameRelation.Identical or NameRelation.Nickname or NameRelation.Compatible)));
            Assert.True(members.Length == 1 || !members.Any(member => member.IsConfirmedFake));
            Assert.Equal(members[0].IsConfirmedFake, group.People[person.Key].IsConfirmedFake);
        }

        Assert.Equal(group.People.Count, group.PersonOf.Values.Distinct().Count());
        Assert.Equal(0, group.PersonOf.GetValueOrDefault("m0"));
    });

    [Fact]
    public void IsDecidedByReview_FakeItselfOrAllOthersOrApart_IsTrue()
    {
        Assert.False(Group(false, false, false).IsDecidedByReview);
        Assert.False(Group(false, true, false).IsDecidedByReview);
        Assert.True(Group(true, false, false).IsDecidedByReview);
        Assert.True(Group(false, true, true).IsDecidedByReview);

        var apart = SharedPhotoGroup.ByCompatibleNames(
            [People.Holder("a", "Ana Horvat"), People.Holder("b", "Ana Horvat"), People.Holder("c", "Boris Kovac")],
            new NameRelations(),
            DecisionLookup.Of([ReviewDecision.DifferentPeople("a", "b", Now)]));
        Assert.True(apart is { IsDecidedApart: true, IsDecidedByReview: true, People.Count: 3 });

        static SharedPhotoGroup Group(params bool[] fakes) => SharedPhotoGroup.ByCompatibleNames(
            [.. fakes.Select((isFake, i) => People.Holder($"m{i}", Strangers[i], isFake: isFake))], new NameRelations(), DecisionLookup.None);
    }

    [Fact]
    public void PersonOf_NamesThatCompareWithNobodys_AreLeftOut()
    {
        var group = SharedPhotoGroup.ByCompatibleNames(
            [People.Holder("a", "Ana Horvat"), People.Holder("b", "Boris Kovac"), People.Holder("c", name: null)], new NameRelations(), DecisionLookup.None);
        var unnamed = SharedPhotoGroup.ByCompatibleNames(
            [People.Holder("c", name: null), People.Holder("a", "Ana Horvat"), People.Holder("b", "Boris Kovac")], new NameRelations(), DecisionLookup.None);

        Assert.Equal(["a", "b"], group.PersonOf.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((0, 1), (group.PersonOf["a"], group.PersonOf["b"]));
        Assert.True(unnamed is { People.Count: 0, PersonOf.Count: 0, IsDecidedApart: false });
    }
}
