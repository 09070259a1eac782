using FakeProfileDetector.Names;
using FakeProfileDetector.Testing;

namespace FakeProfileDetector.Tests.Names;

public sealed class NameComparisonTests
{
    private static readonly (string A, string B)[] Examples =
    [
        ("Ana Horvat", "Ana Horvat"), ("Ana Horvat", "A. Horvat"), ("Elizabeth Novak", "Liz Novak"), ("Giulia Grasso", "Gulia Grasso"),
        ("Ana Horvat", "Petra Horvat"), ("Ana Horvat", "Ana Kovac"), ("Ana Maria Horvat", "Ana Lena Horvat"), ("Ana Horvat", "Boris Kovac"),
        ("Ana", "Boris Kovac"), ("Дмитрий Соколов", "Dmitriy Sokolov"), ("김민수", "Kim Min-su"), ("王伟", "Wang Wei"), ("Ha-eun Yoon", "Haeun Yoon"),
        ("中村一", "Nakamura Hajime"), ("张伟", "Boris Kovac"), ("Сhris Меyer", "Chris Meyer"), ("Ana Horvat Kovac", "Ana Horvat-Kovač Ruiz"),
    ];

    [Theory]
    [InlineData("Ana Horvat", "Ana Horvat", 0, 0)]
    [InlineData("Ana Horvat", "A. Horvat", -8, -4)]
    [InlineData("Elizabeth Novak", "Liz Novak", -7, -4)]
    [InlineData("Giulia Grasso", "Gulia Grasso", -7.5, -3)]
    [InlineData("Ana Quillfeather", "Petra Quillfeather", -3, -1)]
    [InlineData("Ana Horvat", "Petra Horvat", 0, 5.8)]
    [InlineData("Anna Smith", "John Smith", 0.5, 5.8)]
    [InlineData("Ana Maria Horvat", "Ana Lena Horvat", -1, 3)]
    [InlineData("Ana Horvat", "Boris Kovac", 5.8, 5.8)]
    [InlineData("Ana M. Horvat", "Boris M. Kovac", 5, 5.5)]
    [InlineData("Дмитрий Соколов", "Boris Kovac", 3.5, 4.5)]
    [InlineData("Ana", "Boris Kovac", 0, 0)]
    [InlineData("Ana", "Ana Horvat", -5, -0.5)]
    [InlineData("Pfeifenberger", "Pfeifenberger", -5, -4)]
    [InlineData("ana_horvat88", "Boris Kovac", 0, 0)]
    public void WeightBits_OfARelation_HasItsSignAndRange(string a, string b, double least, double most)
    {
        Assert.InRange(NameComparer.Compare(a, b).WeightBits, least, most);
        Assert.Equal(NameComparer.Compare(a, b).WeightBits, NameComparer.Compare(b, a).WeightBits, 9);
    }

    [Theory]
    [InlineData("Ana Pfeifenberger", "Petra Pfeifenberger", "Ana Smith", "Petra Smith")]
    [InlineData("Ana Horvat", "Bei Horvat", "Ana Kim", "Bei Kim")]
    [InlineData("Ana Quillfeather", "Bei Quillfeather", "Ana Wang", "Bei Wang")]
    [InlineData("楚民秀", "楚伟", "王民秀", "王伟")]
    [InlineData("Zebediah Kovac", "Zebediah Horvat", "Maria Kovac", "Maria Horvat")]
    public void WeightBits_SharedRareWord_SpeaksMoreForOnePersonThanACommonOne(string rareA, string rareB, string commonA, string commonB)
    {
        var rare = NameComparer.Compare(rareA, rareB);
        var common = NameComparer.Compare(commonA, commonB);

        Assert.Equal(common.Relation, rare.Relation);
        Assert.True(rare.WeightBits < common.WeightBits - 1, $"{rare.WeightBits} {common.WeightBits}");
    }

    [Theory]
    [InlineData("Ana Wang", "王伟")]
    [InlineData("Ana Kim", "김민수")]
    public void RarityBits_OfACommonFamilyName_AreFewInEitherScript(string latin, string native)
    {
        var family = PersonName.Parse(native).Tokens[0];

        Assert.InRange(family.RarityBits, 1, 8);
        Assert.InRange(PersonName.Parse(latin).Tokens[1].RarityBits, 4, 9);
    }

    [Fact]
    public void Default_WasNotCompared_SaysNothing()
    {
        var comparison = default(NameComparison);

        Assert.Equal((NameRelation.NotComparable, 0.0, 0), (comparison.Relation, comparison.WeightBits, comparison.Reasons.Length));
    }

    [Fact]
    public void Compare_NullName_Throws()
    {
        var name = PersonName.Parse("Ana");

        Assert.Throws<ArgumentNullException>("a", () => NameComparer.Compare(null!, name));
        Assert.Throws<ArgumentNullException>("b", () => NameComparer.Compare(name, null!));
    }

    [Fact]
    public void Compare_ParsedNames_AllocatesNothing()
    {
        var names = Examples.Select(pair => (PersonName.Parse(pair.A), PersonName.Parse(pair.B))).ToArray();
        var sum = 0.0;
        var allocated = 0L;
        for (var round = 0; round < 3; round++)
        {
            // The first rounds read the tables.
            var before = GC.GetAllocatedBytesForCurrentThread();
            foreach (var (a, b) in names)
            {
                var comparison = NameComparer.Compare(a, b);
                sum += comparison.WeightBits + comparison.Reasons.Length;
            }

            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.Equal(0, allocated);
        Assert.NotEqual(0, sum);
    }

    [Fact]
    public void ToString_OfEveryPart_RepeatsNoName()
    {
        foreach (var (a, b) in Examples)
        {
            var comparison = NameComparer.Compare(a, b);

            Assert.Equal(comparison.Relation.ToString(), comparison.ToString());
        }
    }

    [Theory]
    [InlineData("pairs_dblp_alias.tsv")]
    [InlineData("pairs_negatives.tsv")]
    [InlineData("pairs_nomenklatura_person.tsv")]
    [InlineData("pairs_un_treated.tsv")]
    [InlineData("pairs_us_congress.tsv")]
    [InlineData("pairs_mailmap.tsv")]
    public void Compare_RealPairs_IsSymmetricAndWithinTheCap(string file)
    {
        foreach (var row in SharedData.ReadTable(SharedData.PathOf($"names/{file}")))
        {
            var forth = NameComparer.Compare(row["name1"], row["name2"]);
            var back = NameComparer.Compare(row["name2"], row["name1"]);

            Assert.True(
                forth.Relation == back.Relation && Math.Abs(forth.WeightBits - back.WeightBits) < 1e-9 && forth.Reasons == back.Reasons,
                $"{row["name1"]} | {row["name2"]}");
            Assert.InRange(forth.WeightBits, -8, NameWeights.Cap);
        }
    }
}
