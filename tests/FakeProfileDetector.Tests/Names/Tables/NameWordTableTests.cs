using FakeProfileDetector.Names.Tables;

namespace FakeProfileDetector.Tests.Names.Tables;

public sealed class NameWordsTests
{
    [Fact]
    public void Titles_OfManyLanguages_AreKnown() => AssertHas(NameWordTable.Titles, "herr frau mme sra dna pani hanim shri smt datuk dr prof mudr");

    [Fact]
    public void PossibleTitles_WordsThatAreNamesToo_AreNoCertainTitles() => AssertHas(NameWordTable.PossibleTitles, "don sheikh haji bay pan guru major judge");

    [Fact]
    public void Credentials_Set_HasDegreesAndGenerationMarks()
    {
        AssertHas(NameWordTable.Credentials, "phd mba cpa jr iii");
        AssertHas(NameWordTable.GenerationMarks.Keys, "jr sr ii iii filho neto");
        Assert.DoesNotContain("phd", NameWordTable.GenerationMarks.Keys);
    }

    [Fact]
    public void Particles_OfManyLanguages_AreKnown() => AssertHas(NameWordTable.Particles, "van der von zu de da dos della al el ul ibn bin bint abu ben bat mac mc ni af av oglu");

    [Fact]
    public void Particles_BeginningOfJoinedNames_IsNone() => Assert.DoesNotContain("abd", NameWordTable.Particles.AsEnumerable());

    [Theory]
    [InlineData("tan", "sri", true)]
    [InlineData("toh", "puan", true)]
    [InlineData("mr", "le", false)]
    [InlineData("sri", "tan", false)]
    [InlineData("tan", "wei", false)]
    public void IsTitlePair_Words_TellTitlesFromNames(string first, string second, bool expected) =>
        Assert.Equal(expected, NameWordTable.IsTitlePair(first, second));

    [Fact]
    public void NativeWords_OfManyScripts_AreKnown()
    {
        AssertHas(NameWordTable.NativeTitles, "господин г-н السيد د δρ मिस्टर श्री श्रीमती пан מר");
        AssertHas(NameWordTable.NativePrefixes, "คุณ นาย นาง นางสาว ดร");
        AssertHas(NameWordTable.NativeSuffixes, "先生 女士 さん 様 씨 님");
    }

    [Fact]
    public void NativePrefixes_OneInsideAnother_ComesAfterIt()
    {
        Assert.True(NameWordTable.NativePrefixes.IndexOf("นางสาว") < NameWordTable.NativePrefixes.IndexOf("นาง"));
        Assert.True(NameWordTable.NativeSuffixes.IndexOf("선생님") < NameWordTable.NativeSuffixes.IndexOf("님"));
    }

    [Fact]
    public void Words_OfAKind_StandOnceAndInNoKindThatContradicts()
    {
        var lines = NameTable.Read("words.txt");
        var entries = lines.SelectMany(line => line.Values, (line, word) => (Kind: line.Keys[0], Word: word)).ToList();

        Assert.Equal(entries.Distinct(), entries);
        Assert.Empty(NameWordTable.Titles.Intersect(NameWordTable.Particles));
        Assert.Empty(NameWordTable.PossibleTitles.Intersect(NameWordTable.Particles));
        Assert.Empty(NameWordTable.Titles.Intersect(NameWordTable.PossibleTitles));
        Assert.Empty(NameWordTable.Decorations.Intersect(NameWordTable.Particles));
        Assert.Empty(NameWordTable.Decorations.Intersect(NameWordTable.Titles));
        Assert.Empty(NameWordTable.GenerationMarks.Keys.Intersect(NameWordTable.Particles));
    }

    [Fact]
    public void Words_ByKind_AreInTheirAlphabet()
    {
        foreach (var line in NameTable.Read("words.txt"))
        {
            var isNative = line.Keys[0].StartsWith("native", StringComparison.Ordinal);
            Assert.All(line.Values, word => Assert.True(
                isNative ? word.Any(letter => !char.IsAscii(letter)) && !word.Any(char.IsUpper) && !word.Contains('.')
                    : word.All(letter => char.IsAsciiLetterLower(letter) || letter == '_'),
                word));
            Assert.Equal(line.Values.Order(StringComparer.Ordinal), line.Values);
        }
    }

    [Theory]
    [InlineData("titel german : herr")]
    [InlineData("title-pair malay : tan")]
    public void Index_MalformedLine_IsRefused(string line)
    {
        var lines = NameTable.Parse("words.txt", new StringReader($"title french : mme\n{line}"));

        var error = Assert.Throws<InvalidOperationException>(() => NameWordTable.Index(lines));
        Assert.StartsWith("Line 2 of the table words.txt ", error.Message, StringComparison.Ordinal);
    }

    private static void AssertHas(IEnumerable<string> words, string expected) => Assert.Empty(expected.Split(' ').Except(words));
}
