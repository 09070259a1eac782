using FakeProfileDetector.Names.Tables;

namespace FakeProfileDetector.Tests.Names.Tables;

public sealed class FamilyNamesTests
{
    [Theory]
    [InlineData("王", "wang wong ong")]
    [InlineData("陈", "chen chan tan")]
    [InlineData("김", "kim gim")]
    [InlineData("박", "park bak")]
    [InlineData("이", "lee yi")]
    [InlineData("田中", "tanaka")]
    [InlineData("佐藤", "sato satoh")]
    [InlineData("欧阳", "ouyang")]
    public void Of_CommonFamilyName_HasTheSpellingsOfItsBearers(string native, string spellings) =>
        Assert.Empty(spellings.Split(' ').Except(FamilyNameTable.Of(native)!.Spellings));

    [Theory]
    [InlineData("")]
    [InlineData("wang")]
    [InlineData("王伟")]
    public void Of_AnythingElse_IsUnknown(string native) => Assert.Null(FamilyNameTable.Of(native));

    [Fact]
    public void Of_CommonAndRareNames_SayHowCommonTheyAre() =>
        Assert.True(FamilyNameTable.Of("김")!.Bits < FamilyNameTable.Of("박")!.Bits && FamilyNameTable.Of("王")!.Bits < FamilyNameTable.Of("上官")!.Bits);

    [Fact]
    public void Table_EveryLine_IsFoldedAndSpelledInLowerCaseAscii()
    {
        foreach (var line in NameTable.Read("east-asian-family-names.txt"))
        {
            Assert.Single(line.Keys);
            var family = FamilyNameTable.Of(line.Keys[0])!;
            Assert.InRange(family.Bits, 1, 15);
            Assert.NotEmpty(family.Spellings);
            Assert.All(family.Spellings, spelling => Assert.True(spelling.Length > 0 && spelling.All(char.IsAsciiLetterLower), spelling));

            // A variant as the key would never be found: names are folded before they are looked up.
            Assert.Equal(line.Keys[0], string.Concat(line.Keys[0].EnumerateRunes().Select(HanVariants.Fold)));
        }
    }

    [Theory]
    [InlineData("李 : li lee")]
    [InlineData("李 : 0 li")]
    [InlineData("李 : 16 li")]
    [InlineData("李 : 6")]
    public void Index_MalformedLine_IsRefused(string line)
    {
        var lines = NameTable.Parse("east-asian-family-names.txt", new StringReader($"王 : 4 wang\n{line}"));

        var error = Assert.Throws<InvalidOperationException>(() => FamilyNameTable.Index(lines));
        Assert.StartsWith("Line 2 of the table east-asian-family-names.txt ", error.Message, StringComparison.Ordinal);
    }
}
