using CsCheck;
using FakeProfileDetector.Cli.Files;

namespace FakeProfileDetector.Cli.Tests.Files;

public sealed class SpreadsheetTextTests
{
    private static readonly Gen<string> Texts = Gen.Select(Gen.String["'=+-@\t\rab"], Gen.String, (start, rest) => start + rest);

    [Fact]
    public void Guard_AnyText_IsReadBackAsItWas() => Texts.Sample(text => SpreadsheetText.Unguard(SpreadsheetText.Guard(text)) == text);

    [Fact]
    public void Guard_AnyText_BeginsLikeNoFormula() =>
        Texts.Sample(text => SpreadsheetText.Guard(text) is "" || !"=+-@\t\r".Contains(SpreadsheetText.Guard(text)[0], StringComparison.Ordinal));

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("o'clock", "o'clock")]
    [InlineData("'quoted'", "'quoted'")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("'=1+1", "''=1+1")]
    public void Guard_Text_ChangesFormulasOnly(string text, string expected) => Assert.Equal(expected, SpreadsheetText.Guard(text));
}
