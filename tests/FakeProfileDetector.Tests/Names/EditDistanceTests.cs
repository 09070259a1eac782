using FakeProfileDetector.Names;

namespace FakeProfileDetector.Tests.Names;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("abc", "", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("martha", "marhta", 1)]
    [InlineData("ca", "abc", 3)]
    public void Distance_WorkedExamples_Match(string a, string b, int expected)
    {
        Assert.Equal(expected, EditDistance.Distance(a, b));
        Assert.Equal(expected, EditDistance.Distance(b, a));
    }

    [Theory]
    [InlineData("lena", "lana", false)]
    [InlineData("giulia", "gulia", true)]
    [InlineData("giulia", "giorgia", false)]
    [InlineData("kovalenko", "kovalneko", true)]
    [InlineData("papadopoulos", "papadopulo", true)]
    [InlineData("larsen", "carsen", false)]
    [InlineData("daniel", "daniela", false)]
    [InlineData("christian", "christina", false)]
    [InlineData("konstantin", "christina", false)]
    public void AreNear_Words_ForgivesByLength(string a, string b, bool expected) => Assert.Equal(expected, EditDistance.AreNear(a, b));
}
