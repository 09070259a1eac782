using CsCheck;
using FakeProfileDetector.Names;
using FakeProfileDetector.Testing;

namespace FakeProfileDetector.Tests.Names;

public sealed class NameComparerTests
{
    [Theory]
    [InlineData("Ana Horvat", "Ana Horvat", NameRelation.Identical)]
    [InlineData("Ana Horvat", "ANA HORVAT", NameRelation.Identical)]
    [InlineData("Ana Horvat", "Horvat, Ana", NameRelation.Identical)]
    [InlineData("Ana Horvat", "Horvat Ana", NameRelation.Identical)]
    [InlineData("Žofia Čechová", "Zofia Cechova", NameRelation.Identical)]
    [InlineData("Łukasz Żak", "Lukasz Zak", NameRelation.Identical)]
    [InlineData("Ana Horvat", "Dr. Ana Horvat, MBA", NameRelation.Identical)]
    [InlineData("Ana Horvat", "Ana Horvat 🌸", NameRelation.Identical)]
    [InlineData("Ana Horvat", "Ana\u200BHorvat", NameRelation.Identical)]
    [InlineData("Ana Horvat", "\u202EAna\u202C Horvat", NameRelation.Identical)]
    [InlineData("Ha-eun Yoon", "Haeun Yoon", NameRelation.Identical)]
    [InlineData("Sean O'Dell", "Sean O’Dell", NameRelation.Identical)]
    [InlineData("Ana Horvat", "A. Horvat", NameRelation.Compatible)]
    [InlineData("Ana Horvat", "Ana M. Horvat", NameRelation.Compatible)]
    [InlineData("Ana Horvat", "Ana Maria Horvat", NameRelation.Compatible)]
    [InlineData("Jan van der Berg", "Jan Berg", NameRelation.Identical)]
    [InlineData("Elizabeth Novak", "Liz Novak", NameRelation.Nickname)]
    [InlineData("Henry Meyer", "Hal Meyer", NameRelation.Nickname)]
    [InlineData("Dmitry Sokolov", "Dmitriy Sokolov", NameRelation.Nickname)]
    [InlineData("Giulia Grasso", "Gulia Grasso", NameRelation.SpellingVariant)]
    [InlineData("Дмитрий Соколов", "Dmitriy Sokolov", NameRelation.Identical)]
    [InlineData("Ana Horvat", "Ana Horvat | We are hiring", NameRelation.Identical)]
    [InlineData("Ana Horvat (she/her)", "Ana Horvat - Sales", NameRelation.Identical)]
    [InlineData("Ana Horvat, PhD Student", "Ana Horvat", NameRelation.Identical)]
    [InlineData("van der Berg, Jan", "Jan van der Berg", NameRelation.Identical)]
    [InlineData("Boris Kovac 2", "Boris Kovac", NameRelation.Identical)]
    [InlineData("Boris_ Kovac", "Boris Kovac", NameRelation.Identical)]
    [InlineData("Boris Kovac 2", "Ana Horvat", NameRelation.Disjoint)]
    [InlineData("Dr. Horvat", "Ana Horvat", NameRelation.NotComparable)]
    [InlineData("E. Horvat", "Ana Horvat", NameRelation.SharesFamilyName)]
    [InlineData("Ben Novak", "Al Novak", NameRelation.SharesFamilyName)]
    [InlineData("Ben Novak", "Robert Novak", NameRelation.SharesFamilyName)]
    [InlineData("Rahul Das", "Rahul Iyer", NameRelation.SharesGivenName)]
    [InlineData("Di Wu", "Anna Wu", NameRelation.SharesFamilyName)]
    [InlineData("Le Van Do", "Pham Thi Ha", NameRelation.Disjoint)]
    [InlineData("Karl Frank", "Karl Francis", NameRelation.SharesGivenName)]
    [InlineData("Anna Jack", "Anna John", NameRelation.SharesGivenName)]
    [InlineData("Mina Hansen", "Minna Jansen", NameRelation.Disjoint)]
    [InlineData("Daniel Hansen", "Daniela Hansen", NameRelation.SharesFamilyName)]
    [InlineData("Christian Jensen", "Christina Jensen", NameRelation.SharesFamilyName)]
    [InlineData("Harry Novak", "Hank Novak", NameRelation.SharesFamilyName)]
    [InlineData("김 민수", "박 지영", NameRelation.Disjoint)]
    [InlineData("佐藤 健", "鈴木 花子", NameRelation.Disjoint)]
    [InlineData("佐藤 健", "佐藤健", NameRelation.Identical)]
    [InlineData("佐藤 健", "佐藤 花子", NameRelation.SharesFamilyName)]
    [InlineData("张伟", "章伟", NameRelation.SharesGivenName)]
    [InlineData("张伟", "Zhang Wei", NameRelation.Identical)]
    [InlineData("Ana Horvat", "Petra Horvat", NameRelation.SharesFamilyName)]
    [InlineData("Ana Horvat", "B. Horvat", NameRelation.SharesFamilyName)]
    [InlineData("Ana Horvat", "Ana Kovac", NameRelation.SharesGivenName)]
    [InlineData("Ana Maria Horvat", "Ana Lena Horvat", NameRelation.PartialConflict)]
    [InlineData("Ana Horvat", "Boris Kovac", NameRelation.Disjoint)]
    [InlineData("Дмитрий Соколов", "Павел Волков", NameRelation.Disjoint)]
    [InlineData("Дмитрий Соколов", "Boris Kovac", NameRelation.NotComparable)]
    [InlineData("张伟", "Boris Kovac", NameRelation.NotComparable)]
    [InlineData("Ana", "Boris Kovac", NameRelation.NotComparable)]
    [InlineData("Ana", "Ana Horvat", NameRelation.NotComparable)]
    [InlineData("A. B.", "Boris Kovac", NameRelation.NotComparable)]
    [InlineData("ana_horvat88", "Boris Kovac", NameRelation.NotComparable)]
    [InlineData("", "Boris Kovac", NameRelation.NotComparable)]
    [InlineData(null, null, NameRelation.NotComparable)]
    public void Compare_Pair_GivesRelationWhicheverComesFirst(string? a, string? b, NameRelation expected)
    {
        Assert.Equal(expected, NameComparer.Compare(a, b).Relation);
        Assert.Equal(expected, NameComparer.Compare(b, a).Relation);
    }

    [Theory]
    [InlineData(NameRelation.Identical, 0)]
    [InlineData(NameRelation.Compatible, -5.8)]
    [InlineData(NameRelation.Nickname, -5.0)]
    [InlineData(NameRelation.SpellingVariant, -4.3)]
    [InlineData(NameRelation.SharesFamilyName, -2.0)]
    [InlineData(NameRelation.SharesGivenName, -1.7)]
    [InlineData(NameRelation.PartialConflict, 3.6)]
    [InlineData(NameRelation.Disjoint, 5.8)]
    [InlineData(NameRelation.NotComparable, 0)]
    public void Weights_OfEveryRelation_ArePinned(NameRelation relation, double bits) =>
        Assert.Equal(bits, NameWeights.Of(relation));

    [Fact]
    public void Codes_OfAllRelations_AreDistinct()
    {
        var codes = Enum.GetValues<NameRelation>().Select(relation => relation.ToCode()).ToArray();

        Assert.Equal(codes.Length, codes.Distinct().Count());
        Assert.Contains("shares-family-name", codes);
    }

    [Fact]
    public void Compare_AnyText_NeverThrowsAndIsSymmetric()
    {
        // Any UTF-16, lone surrogates included.
        var text = Gen.Char.Array[0, 60].Select(characters => new string(characters));
        Gen.Select(text, text).Sample((a, b) =>
            Assert.Equal(NameComparer.Compare(a, b).Relation, NameComparer.Compare(b, a).Relation));
    }

    [Fact]
    public void Parse_VeryLongText_ReadsNoMoreThanTheLimit()
    {
        var name = PersonName.Parse(string.Join(' ', Enumerable.Repeat("anahorvat", 100_000)));

        Assert.True(name.Words.Sum(word => word.Length) <= PersonName.MaximumLength);
    }

    [Fact]
    public void Explanation_OfAnyPair_RepeatsNoPartOfAName()
    {
        var comparison = NameComparer.Compare("Ana Horvat", "Boris Kovac");

        Assert.DoesNotContain("Ana", comparison.Explanation, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Kovac", comparison.Explanation, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A floor under the accuracy on real pairs; the measured figures are in the README.</summary>
    [Fact]
    public void Compare_RealPairs_SeparatesSameFromDifferent()
    {
        var same = Conflicts("names/pairs_dblp_alias.tsv", "dblp_alias");
        var different = Conflicts("names/pairs_negatives.tsv", "neg_random");

        Assert.True(same < 0.05, $"{same:P1} of one person's names conflict");
        Assert.True(different > 0.95, $"{different:P1} of strangers' names conflict");
    }

    private static double Conflicts(string table, string group)
    {
        var relations = SharedData.ReadTable(SharedData.PathOf(table)).Where(row => row["group"] == group)
            .Select(row => NameComparer.Compare(row["name1"], row["name2"]).Relation).ToArray();
        return (double)relations.Count(relation => relation is NameRelation.Disjoint or NameRelation.PartialConflict) / relations.Length;
    }
}
