using FakeProfileDetector.Names;
using FakeProfileDetector.Names.Tables;

namespace FakeProfileDetector.Tests.Names.Tables;

public sealed class JapaneseReadingsTests
{
    [Theory]
    [InlineData("japanese-family-names.txt", 1_500)]
    [InlineData("japanese-given-names.txt", 1_200)]
    [InlineData("japanese-characters.txt", 1_000)]
    public void Tables_EveryLine_IsOneNameWithReadingsInTheOneSpelling(string file, int minimum)
    {
        var lines = NameTable.Read(file);

        Assert.InRange(lines.Length, minimum, int.MaxValue);
        Assert.All(lines, line =>
        {
            Assert.Single(line.Keys);
            Assert.NotEmpty(line.Values);
            Assert.All(line.Values, reading => Assert.Equal(JapaneseSpelling.Of(reading), reading));
        });
    }

    [Theory]
    [InlineData("渡边", "watanabe")]
    [InlineData("斋藤", "saito")]
    [InlineData("小泽", "ozawa")]
    public void OfFamilyName_FoldedShape_HasTheReading(string native, string reading) => Assert.Contains(reading, JapaneseReadings.OfFamilyName(native));

    [Fact]
    public void Of_UnknownNames_HaveNone()
    {
        Assert.Empty(JapaneseReadings.OfFamilyName("王"));
        Assert.Empty(JapaneseReadings.OfGivenName("王伟"));
        Assert.Empty(JapaneseReadings.OfCharacter("娜"));
    }
}
