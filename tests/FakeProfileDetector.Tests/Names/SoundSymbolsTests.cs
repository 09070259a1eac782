using System.Text;
using FakeProfileDetector.Names;

namespace FakeProfileDetector.Tests.Names;

public sealed class SoundSymbolsTests
{
    [Theory]
    [InlineData("ana", "a n a")]
    [InlineData("anna", "a n a")]
    [InlineData("chris", "ch r i s")]
    [InlineData("schmidt", "sh m i d t")]
    [InlineData("tschaikowski", "ch a i k o w s k i")]
    [InlineData("mitchell", "m i ch e l")]
    [InlineData("kowalczyk", "k o w a l ch y k")]
    [InlineData("thomas", "th o m a s")]
    [InlineData("khalid", "kh a l i d")]
    [InlineData("zhukov", "zh u k o v")]
    [InlineData("philipp", "f i l i p")]
    [InlineData("singh", "s i n g")]
    [InlineData("beck", "b e k")]
    [InlineData("marco", "m a r k o")]
    [InlineData("cecilia", "c e c i l i a")]
    [InlineData("cyril", "c y r i l")]
    [InlineData("alex", "a l e k s")]
    [InlineData("akxs", "a k s")]
    [InlineData("", "")]
    public void Spell_Word_GivesItsSymbols(string word, string symbols) =>
        Assert.Equal(symbols, string.Join(' ', SoundSymbols.Spell(word).Select(symbol => SoundSymbols.NameOf(symbol))));

    [Fact]
    public void Spell_LongWord_IsCut() =>
        Assert.Equal(SoundSymbols.MaximumLength, SoundSymbols.Spell(string.Concat(Enumerable.Repeat("abx", 40))).Length);

    [Fact]
    public void Names_OfAllSymbols_AreParsedBack()
    {
        Assert.All(Enumerable.Range(0, SoundSymbols.Count), symbol => Assert.Equal(symbol, SoundSymbols.Parse(SoundSymbols.NameOf(symbol))));
        Assert.True(SoundSymbols.Parse("q2") < 0);
        Assert.Equal("-", SoundSymbols.NameOf(SoundSymbols.Gap));
    }

    [Theory]
    [InlineData("Š", "sh")]
    [InlineData("ş", "sh")]
    [InlineData("č", "ch")]
    [InlineData("ć", "ch")]
    [InlineData("Ž", "zh")]
    [InlineData("s", null)]
    [InlineData("é", null)]
    public void SpellOut_AccentThatMakesAnotherConsonant_GivesIt(string letter, string? expected) =>
        Assert.Equal(expected, SoundSymbols.SpellOut(Rune.GetRuneAt(letter, 0)));

    [Fact]
    public void Parse_AccentThatMakesAnotherConsonant_IsHeardBesideItsUsualSpelling() =>
        Assert.Equal(SoundSymbols.Spell("chech"), PersonName.Parse("Čech").Tokens[0].Sound);
}
