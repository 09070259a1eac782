using System.Text;
using FakeProfileDetector.Names;

namespace FakeProfileDetector.Tests.Names;

public sealed class EastAsianNamesTests
{
    [Theory]
    [InlineData("王伟", 1)]
    [InlineData("王小明", 1)]
    [InlineData("李", 1)]
    [InlineData("欧阳娜", 2)]
    [InlineData("欧阳娜娜", 2)]
    [InlineData("田中太郎", 2)]
    [InlineData("田中一", 2)]
    [InlineData("长谷川润", 3)]
    [InlineData("佐々木希", 3)]
    [InlineData("王龙马太", 1)]
    [InlineData("勅使河原", 2)]
    [InlineData("김민수", 1)]
    [InlineData("남궁민수", 2)]
    [InlineData("田中", 2)]
    [InlineData("欧阳", 2)]
    public void FamilyLength_NameWithoutSpaces_SplitsOffTheFamilyName(string native, int expected) =>
        Assert.Equal(expected, EastAsianNames.FamilyLength(native));

    [Theory]
    [InlineData("田中")]
    [InlineData("欧陽")]
    [InlineData("王")]
    [InlineData("김")]
    public void Compare_FamilyNameAlone_AccusesNobody(string family) =>
        Assert.Equal((NameRelation.NotComparable, 0.0), Judge(family, "鈴木 花子"));

    [Theory]
    [InlineData("\u1100\u1175\u11B7 \u1106\u1175\u11AB\u1109\u116E", "김 민수")]
    [InlineData("\u1100\u1175\u11B7\u1106\u1175\u11AB\u1109\u116E", "김민수")]
    public void Parse_HangulOfSingleLetters_EqualsItsSyllables(string letters, string syllables)
    {
        Assert.Equal(
            PersonName.Parse(syllables).Tokens.Select(token => token.Native), PersonName.Parse(letters).Tokens.Select(token => token.Native));
        Assert.True(NameComparer.Compare(letters, syllables).Relation.IsCompatible());
    }

    [Fact]
    public void Append_EverySyllableDecomposed_IsComposedAsUnicodeDoes()
    {
        // The runtime's normalization judges the library's own arithmetic.
        for (var syllable = '\uAC00'; syllable <= '\uD7A3'; syllable++)
        {
            var native = new StringBuilder();
            foreach (var rune in syllable.ToString().Normalize(NormalizationForm.FormD).EnumerateRunes())
            {
                EastAsianNames.Append(rune, native);
            }

            Assert.Equal(syllable.ToString(), native.ToString());
        }
    }

    [Fact]
    public void Append_SyllableWithAFinal_TakesNoSecondOne()
    {
        var native = new StringBuilder("각");
        EastAsianNames.Append(new Rune('\u11AB'), native);

        Assert.Equal("각\u11AB", native.ToString());
    }

    [Theory]
    [InlineData("tanaka")]
    [InlineData("suzuki")]
    [InlineData("kenji")]
    [InlineData("shinichi")]
    [InlineData("kyoko")]
    [InlineData("hattori")]
    [InlineData("tsubasa")]
    [InlineData("ken")]
    [InlineData("jun")]
    [InlineData("anna")]
    [InlineData("aoi")]
    [InlineData("")]
    public void IsJapaneseSounding_SyllablesOfJapanese_Fit(string word) => Assert.True(EastAsianNames.IsJapaneseSounding(word));

    [Theory]
    [InlineData("wang")]
    [InlineData("smith")]
    [InlineData("horvat")]
    [InlineData("carlo")]
    [InlineData("luis")]
    [InlineData("kim")]
    [InlineData("zhou")]
    [InlineData("boris")]
    [InlineData("t")]
    public void IsJapaneseSounding_OtherSyllables_DoNot(string word) => Assert.False(EastAsianNames.IsJapaneseSounding(word));

    private static (NameRelation Relation, double Bits) Judge(string a, string b)
    {
        var comparison = NameComparer.Compare(a, b);
        return (comparison.Relation, comparison.WeightBits);
    }
}
