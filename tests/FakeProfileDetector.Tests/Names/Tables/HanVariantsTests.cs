using System.Text;
using FakeProfileDetector.Names;
using FakeProfileDetector.Names.Tables;

namespace FakeProfileDetector.Tests.Names.Tables;

public sealed class HanVariantsTests
{
    [Theory]
    [InlineData("陳", "陈")]
    [InlineData("澤", "泽")]
    [InlineData("沢", "泽")]
    [InlineData("齊", "斋")]
    [InlineData("王", "王")]
    [InlineData("a", "a")]
    [InlineData("😀", "😀")]
    public void Fold_Character_GivesItsOneShape(string character, string expected) =>
        Assert.Equal(Rune.GetRuneAt(expected, 0), HanVariants.Fold(Rune.GetRuneAt(character, 0)));

    [Fact]
    public void Table_EveryVariant_FoldsToAShapeThatFoldsNoFurther()
    {
        foreach (var line in NameTable.Read("han-variants.txt"))
        {
            var shape = Rune.GetRuneAt(line.Keys[0], 0);
            Assert.Equal(shape, HanVariants.Fold(shape));
            Assert.All(line.Values, variant => Assert.Equal(shape, HanVariants.Fold(Rune.GetRuneAt(variant, 0))));
        }
    }

    [Theory]
    [InlineData("陳偉", "陈伟")]
    [InlineData("渡邊 太郎", "渡辺 太郎")]
    [InlineData("濱田 廣", "浜田 広")]
    public void Compare_ShapesOfTheSameCharacters_AreNoOtherName(string a, string b) =>
        Assert.True(NameComparer.Compare(a, b).Relation.IsCompatible());

    [Theory]
    [InlineData("ab : 亜")]
    [InlineData("亚 : 亜亞")]
    [InlineData("亚 : a")]
    [InlineData("亚 : 東")]
    public void Index_MalformedLine_IsRefused(string line)
    {
        var lines = NameTable.Parse("han-variants.txt", new StringReader($"东 : 東\n{line}"));

        var error = Assert.Throws<InvalidOperationException>(() => HanVariants.Index(lines));
        Assert.StartsWith("Line 2 of the table han-variants.txt ", error.Message, StringComparison.Ordinal);
    }
}
