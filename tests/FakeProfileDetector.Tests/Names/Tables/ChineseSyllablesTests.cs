using FakeProfileDetector.Names.Tables;

namespace FakeProfileDetector.Tests.Names.Tables;

public sealed class ChineseSyllablesTests
{
    [Theory]
    [InlineData("kafai", "jiahui")]
    [InlineData("hsiaoming", "xiaoming")]
    [InlineData("siuming", "xiaoming")]
    [InlineData("chihchiang", "zhiqiang")]
    [InlineData("kwokkeung", "guoqiang")]
    public void AreOneName_OneNameInTwoSpellings_Agrees(string a, string b)
    {
        Assert.True(AreOneName(a, b));
        Assert.True(AreOneName(b, a));
    }

    [Theory]
    [InlineData("jing", "qing")]
    [InlineData("chang", "zhang")]
    [InlineData("xiaoming", "xiaoming")]
    [InlineData("kafai", "jiaming")]
    [InlineData("kafai", "jia")]
    [InlineData("", "")]
    public void AreOneName_OtherNamesOrOneSpelling_DoNot(string a, string b) => Assert.False(AreOneName(a, b));

    private static bool AreOneName(string a, string b) => ChineseSyllables.AreOneName(a, b, areTwoSpellings: false);
}
