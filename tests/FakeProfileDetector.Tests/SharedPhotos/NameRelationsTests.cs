using FakeProfileDetector.SharedPhotos;

namespace FakeProfileDetector.Tests.SharedPhotos;

public sealed class NameRelationsTests
{
    private static readonly string?[] Some =
    [
        "Ana Horvat", "Horvat, Ana", "Boris Kovac", "B. Kovac", "Ana", null, "Chen Wei", "陈伟", "Dora Lind", "Dora Lind-Berg", "Emil Novak", "Emilia Novak", "Deleted user",
        "Fatima Zahra", "Фатима Захра", "Goran Horvat",
    ];

    [Fact]
    public void Between_NamesThatWereCompared_AreAsIfComparedAnew()
    {
        var names = new NameRelations();
        var first = Holders(Some);
        names.Between(first);
        var kept = names.Count;
        var again = names.Between(Holders(Some));

        Assert.True(kept > 0);
        Assert.Equal(kept, names.Count);
        for (var i = 0; i < first.Length; i++)
        {
            for (var j = 0; j < first.Length; j++)
            {
                var (a, b) = (first[Math.Min(i, j)], first[Math.Max(i, j)]);
                Assert.Equal(i == j ? default : a.Names.Compare(b.Names), again[i, j]);
            }
        }
    }

    [Fact]
    public void Between_FewHolders_KeepsNothing()
    {
        var names = new NameRelations();
        names.Between(Holders(Some[..3]));

        Assert.Equal(0, names.Count);
    }

    [Fact]
    public void Between_MorePairsThanAreKept_ForgetsAndStaysRight()
    {
        var names = new NameRelations();
        for (var group = 0; group < 15; group++)
        {
            var holders = Holders([.. Enumerable.Range(0, 100).Select(i => $"Ana Horvat{group}x{i}")]);
            var relations = names.Between(holders);

            Assert.InRange(names.Count, 1, NameRelations.Capacity);
            Assert.Equal(holders[3].Names.Compare(holders[97].Names), relations[97, 3]);
        }
    }

    [Fact]
    public void Text_NamesSplitOtherwise_Differs()
    {
        string[] texts =
        [
            HolderNames.Of("Ana", ["Horvat"]).Text, HolderNames.Of("Ana\nHorvat", []).Text, HolderNames.Of(null, ["Ana", "Horvat"]).Text,
            HolderNames.Of("", ["Ana", "Horvat"]).Text, HolderNames.Of("Ana6:Horvat", []).Text,
        ];

        Assert.Distinct(texts);
    }

    private static Holder[] Holders(string?[] names) => [.. names.Select((name, i) => People.Holder($"m{i}", name))];
}
