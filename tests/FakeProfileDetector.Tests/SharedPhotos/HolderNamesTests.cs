using CsCheck;
using FakeProfileDetector.Names;
using FakeProfileDetector.SharedPhotos;

namespace FakeProfileDetector.Tests.SharedPhotos;

public sealed class HolderNamesTests
{
    private static readonly string[] Pool =
    [
        "Elizabeth Novak", "Liz Novak", "E. Novak", "Elizabeht Novak", "Novak Elizabeth", "Boris Kovac", "Elizabeth Kovac", "Petra Novak", "Ana", "novak_88e", "",
    ];

    /// <summary>Of two compatible names the surest pair counts, wherever it stands; without one the shown names, or the first that can be compared.</summary>
    [Fact]
    public void Compare_AnyNamesOfTwoProfiles_TakesTheSurestCompatiblePair()
    {
        var names = Gen.Int[0, Pool.Length - 1].Select(i => Pool[i]).Array[1, 4];
        Gen.Select(names, names).Sample((a, b) =>
        {
            var relation = Of(a).Compare(Of(b)).Relation;
            var pairs = Kept(a).SelectMany(_ => Kept(b), (x, y) => NameComparer.Compare(x, y).Relation).ToArray();
            var shown = NameComparer.Compare(a[0], b[0]).Relation;
            var expected = pairs.Any(pair => pair.IsCompatible()) ? pairs.Where(pair => pair.IsCompatible()).Min()
                : shown != NameRelation.NotComparable ? shown
                : pairs.FirstOrDefault(pair => pair != NameRelation.NotComparable);

            Assert.Equal(expected, relation);
        });
    }

    [Theory]
    [InlineData("Liz Novak", "Elizabeth Novak", NameRelation.Identical)]
    [InlineData("Elizabeth Novak", "Liz Novak", NameRelation.Identical)]
    [InlineData("Elizabeht Novak", "E. Novak", NameRelation.Compatible)]
    [InlineData("Elizabeht Novak", "Liz Novak", NameRelation.Nickname)]
    public void Compare_TwoCompatibleNames_TheSurerCounts(string shown, string other, NameRelation expected) =>
        Assert.Equal(expected, Of([shown, other]).Compare(Of(["Elizabeth Novak"])).Relation);

    [Theory]
    [InlineData("LinkedIn Member", "LinkedIn Member", NameRelation.NotComparable)]
    [InlineData("LinkedIn Member", "Nora Lindqvist", NameRelation.NotComparable)]
    [InlineData("Contoso Ltd", "Contoso Ltd", NameRelation.Identical)]
    public void Compare_NamesOfNobody_HiddenNamesAreNotOnePersons(string a, string b, NameRelation expected) =>
        Assert.Equal(expected, Of([a]).Compare(Of([b])).Relation);

    private static HolderNames Of(string[] names) => HolderNames.Of(names[0], [.. names[1..]]);

    /// <summary>The shown name stays even when it is blank, other blank names do not.</summary>
    private static IEnumerable<string> Kept(string[] names) => names[1..].Where(name => name.Length > 0).Prepend(names[0]);
}
