using FakeProfileDetector.Names;

namespace FakeProfileDetector.Tests.Names;

public sealed class ScriptMeetingTests
{
    [Theory]
    [InlineData("Ana Horvat", "Boris Kovac")]
    [InlineData("王伟", "李娜")]
    [InlineData("Дмитрий Соколов", "Boris Kovac")]
    [InlineData("محمد صالح", "דוד לוי")]
    [InlineData("김민수", "Ana Horvat")]
    [InlineData("たなか たろう", "Ana Horvat")]
    [InlineData("王伟", "John Smith")]
    [InlineData("王伟", "김민수")]
    [InlineData("王伟", "Дмитрий Соколов")]
    [InlineData("中村一", "Suzuki Hajime")]
    [InlineData("山田たろう", "たなか いちろう")]
    public void MayContradict_ScriptsThatMeet_Holds(string a, string b) => AssertContradiction(a, b, expected: true);

    [Theory]
    [InlineData("月見里勲", "Isao Yamanashi")]
    [InlineData("月見里勲", "やまなし いさお")]
    [InlineData("林志玲", "Hayashi Ken")]
    [InlineData("林志玲", "Suzuki Hajime")]
    [InlineData("勅使河原", "John Smith")]
    public void MayContradict_ReadingUnknown_DoesNot(string a, string b) => AssertContradiction(a, b, expected: false);

    private static void AssertContradiction(string a, string b, bool expected)
    {
        Assert.Equal(expected, MayContradict(a, b));
        Assert.Equal(expected, MayContradict(b, a));
        Assert.Equal(expected, NameComparer.Compare(a, b).Relation != NameRelation.NotComparable);
        Assert.True(expected || NameComparer.Compare(a, b).WeightBits == 0);
    }

    private static bool MayContradict(string a, string b)
    {
        var (x, y) = (PersonName.Parse(a), PersonName.Parse(b));
        var aligner = new NameAligner(x, y);
        return ScriptMeeting.MayContradict(x, y, aligner.OpenA, aligner.OpenB);
    }
}
