using FakeProfileDetector.Names;

namespace FakeProfileDetector.Tests.Names;

/// <summary>What of two names goes into a weight. What the weights make of it is in <see cref="NameWeightsTests"/>.</summary>
public sealed class NameJudgmentTests
{
    /// <summary>Each example differs from the first two in what is named.</summary>
    public static TheoryData<string, string, string> Examples => new()
    {
        { "Ana Horvat", "Petra Horvat", "" },
        { "Horvat Ana", "Horvat Petra", "" },
        { "Zoltrina Horvat", "Zembla Horvat", "BeginAlike" },
        { "Patricia Horvat", "Peter Horvat", "" },
        { "Pzembla Horvat", "Peter Horvat", "BeginAlike" },
        { "Ana Horvat", "B. Horvat", "InvolvesInitial" },
        { "K. Horvat", "B. Horvat", "InvolvesInitial" },
        { "Ana Mirko Horvat", "Petra M. Horvat", "HasInitials" },
        { "Ana Lena Horvat", "Petra Karl Horvat", "AreSeveral" },
        { "Ana Lena Horvat", "Petra Horvat", "LeavesOut" },
        { "Ana Lena Karl Horvat", "Petra Boris Horvat", "AreSeveral LeavesOut" },
        { "Horvat Ana Lena", "Horvat Petra", "LeavesOut" },
        { "Ana Zoran Lena Horvat", "Ana Petra Horvat", "LeavesOut" },
        { "Jeremy Zhang", "Jianjun Zhang", "BeginAlike MayBeAdopted" },
    };

    [Theory]
    [MemberData(nameof(Examples))]
    public void Facts_OfAPair_AreNamedWhicheverComesFirst(string a, string b, string expected)
    {
        Assert.Equal(expected, Named(Facts(a, b)));
        Assert.Equal(expected, Named(Facts(b, a)));
    }

    [Theory]
    [InlineData("Ana Horvat", "Petra Horvat", "Horvat")]
    [InlineData("Ana Maria Horvat", "Petra Maria Horvat", "Horvat", "Maria")]
    [InlineData("Ana Maria Pfeifenberger", "Petra Maria Pfeifenberger", "Pfeifenberger", "Maria")]
    public void Facts_SharedWords_TheRarestAndTheOthersUpToTenBits(string a, string b, string rarest, string? further = null)
    {
        var facts = Facts(a, b);

        Assert.Equal(SharedBits(rarest), facts.RarityBits);
        Assert.Equal(further is null ? 0 : Math.Min(SharedBits(further, asFamilyName: false), 10), facts.FurtherBits, 9);
    }

    [Fact]
    public void Facts_ManySharedWords_CountTenBitsAtMostBesideTheRarest() =>
        Assert.Equal(10, Facts("Ana Pfeifenberger Quillfeather Horvat", "Petra Pfeifenberger Quillfeather Horvat").FurtherBits);

    /// <summary>Of all pairs of words that contradict, the most alike one; between −10 and 20 bits.</summary>
    [Theory]
    [InlineData("Ana Horvat", "Petra Horvat")]
    [InlineData("Lena Ana Horvat", "Lana Petra Horvat")]
    [InlineData("Ana Lena Horvat", "Petra Lana Horvat")]
    [InlineData("Lena Ana Horvat", "Petra Lana Horvat")]
    [InlineData("Christian Jensen", "Christina Jensen")]
    [InlineData("Ana Horvat", "Wolfgang Horvat")]
    public void Facts_Similarity_IsThatOfTheMostAlikeWords(string a, string b)
    {
        var (first, second) = (PersonName.Parse(a), PersonName.Parse(b));
        var expected = first.Tokens[..^1].SelectMany(_ => second.Tokens[..^1], Likeness).Max();

        Assert.Equal(Math.Clamp(expected, -10, 20), Facts(a, b).SimilarityBits);
        static double Likeness(NameToken x, NameToken y) =>
            NameWeights.Likeness(TokenComparer.SimilarityBits(x, y), x.IsNameOfItsOwn && y.IsNameOfItsOwn);
        Assert.Equal(Math.Clamp(expected, -10, 20), Facts(b, a).SimilarityBits);
    }

    /// <summary>An initial fits too many words to show that two names are one, or that a single word is a name's.</summary>
    [Theory]
    [InlineData("A. Tamm H.", "Ana Horvat", NameRelation.Disjoint, 4.8)]
    [InlineData("A. Tamm", "Ana Horvat", NameRelation.Disjoint, 5.3)]
    [InlineData("Ana", "A. Horvat", NameRelation.NotComparable, 0.0)]
    [InlineData("Ana", "Horvat Ana", NameRelation.NotComparable, null)]
    public void Compare_InitialsAlone_ShowNoAgreement(string a, string b, NameRelation relation, double? bits)
    {
        foreach (var comparison in new[] { NameComparer.Compare(a, b), NameComparer.Compare(b, a) })
        {
            Assert.Equal(relation, comparison.Relation);
            Assert.True(bits is { } expected ? Math.Abs(comparison.WeightBits - expected) < 1e-9 : comparison.WeightBits < 0, $"{comparison.WeightBits}");
        }
    }

    /// <summary>Between the same neighbors two words contradict, elsewhere each name leaves out a word of the other.</summary>
    [Theory]
    [InlineData("Ana Maria Ruiz", "Ana Ruiz Vega", NameRelation.Compatible)]
    [InlineData("Lena Ana Ruiz", "Ana Ruiz Vega", NameRelation.Compatible)]
    [InlineData("Ana Maria Ruiz", "Ana Lena Ruiz", NameRelation.PartialConflict)]
    [InlineData("Maria Ana Ruiz", "Lena Ana Ruiz", NameRelation.SharesFamilyName)]
    [InlineData("Ana Ruiz Vega", "Ana Ruiz Tamm", NameRelation.SharesGivenName)]
    [InlineData("Ana Maria Ruiz", "Ruiz Ana Lena", NameRelation.SharesGivenName)]
    [InlineData("Ha-eun Maria Yoon", "Haeun Lena Yoon", NameRelation.PartialConflict)]
    [InlineData("Maria Ha-eun Yoon", "Haeun Yoon Lena", NameRelation.Compatible)]
    [InlineData("Jan van Maria Berg", "Jan Berg Lena", NameRelation.Compatible)]
    public void Compare_WordsLeftOver_ContradictOnlyAtTheSamePlace(string a, string b, NameRelation expected)
    {
        Assert.Equal(expected, NameComparer.Compare(a, b).Relation);
        Assert.Equal(expected, NameComparer.Compare(b, a).Relation);
    }

    private static NameConflictFacts Facts(string a, string b) => new NameJudgment(PersonName.Parse(a), PersonName.Parse(b)).Facts();

    private static double SharedBits(string word, bool asFamilyName = true) => PersonName.Parse($"Ana {word}").Tokens[1].SharedBits(asFamilyName);

    private static string Named(NameConflictFacts facts)
    {
        (bool Holds, string Name)[] all =
        [
            (facts.BeginAlike, nameof(facts.BeginAlike)),
            (facts.InvolvesInitial, nameof(facts.InvolvesInitial)),
            (facts.AreSeveral, nameof(facts.AreSeveral)),
            (facts.HasInitials, nameof(facts.HasInitials)),
            (facts.LeavesOut, nameof(facts.LeavesOut)),
            (facts.MayBeAdopted, nameof(facts.MayBeAdopted)),
        ];
        return string.Join(' ', all.Where(fact => fact.Holds).Select(fact => fact.Name));
    }
}
