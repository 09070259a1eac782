using FakeProfileDetector.Names.Tables;

namespace FakeProfileDetector.Tests.Names.Tables;

public sealed class RomanizationsTests
{
    [Theory]
    [InlineData("zhang", "chang")]
    [InlineData("zhang", "cheung")]
    [InlineData("xu", "hsu")]
    [InlineData("li", "lee")]
    [InlineData("yi", "rhee")]
    [InlineData("kim", "gim")]
    [InlineData("park", "bak")]
    [InlineData("choi", "choe")]
    [InlineData("chung", "jeong")]
    [InlineData("hussain", "hossein")]
    [InlineData("chowdhury", "chaudhary")]
    [InlineData("mukherjee", "mukhopadhyay")]
    [InlineData("soloviev", "solovyov")]
    [InlineData("sato", "satoh")]
    public void AreOneName_SpellingsOfOneName_Agree(string a, string b)
    {
        Assert.True(AreOneName(a, b));
        Assert.True(AreOneName(b, a));
    }

    [Theory]
    [InlineData("zhang", "jang")]
    [InlineData("wang", "huang")]
    [InlineData("chen", "cheng")]
    [InlineData("zhao", "zhou")]
    [InlineData("kim", "lee")]
    [InlineData("hassan", "hussain")]
    [InlineData("smith", "smyth")]
    [InlineData("horvat", "horvat")]
    public void AreOneName_OtherNames_Differ(string a, string b) => Assert.False(AreOneName(a, b));

    private static bool AreOneName(string a, string b) => Romanizations.AreOneName(Romanizations.LinesOf(a), Romanizations.LinesOf(b));
}
