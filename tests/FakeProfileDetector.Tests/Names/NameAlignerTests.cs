using FakeProfileDetector.Names;
using static FakeProfileDetector.Tests.Names.NameParts;

namespace FakeProfileDetector.Tests.Names;

public sealed class NameAlignerTests
{
    [Theory]
    [InlineData("Ana Horvat", "Ana Horvat", "ana=ana:Exact horvat=horvat:Exact")]
    [InlineData("Ana Horvat", "Horvat Ana", "ana=ana:Exact horvat=horvat:Exact")]
    [InlineData("Ha-eun Yoon", "Haeun Yoon", "ha=haeun:Joined eun=haeun:Joined yoon=yoon:Exact")]
    [InlineData("Haeun Yoon", "Ha-eun Yoon", "haeun=ha:Joined yoon=yoon:Exact =eun:Joined")]
    [InlineData("Ana Horvat", "A. M. Horvat", "ana=a:Initial horvat=horvat:Exact =m:None")]
    [InlineData("Elizabeth Novak", "Liz Novak", "elizabeth=liz:ShortForm novak=novak:Exact")]
    [InlineData("Charumathi Rao", "Charu Rao", "charumathi=charu:ShortForm rao=rao:Exact")]
    [InlineData("Giulia Grasso", "Gulia Grasso", "giulia=gulia:Spelling grasso=grasso:Exact")]
    [InlineData("Дмитрий Соколов", "Dmitri Sokolov", "dmitriy=dmitri:ShortForm sokolov=sokolov:Transliteration")]
    [InlineData("박민수", "Park Minsu", "bag=park:Transliteration minsu=minsu:Transliteration")]
    [InlineData("Сhris Меyer", "Chris Meyer", "shris=chris:LookAlike meyer=meyer:Transliteration")]
    [InlineData("Ana Horvat", "Boris Kovac", "ana=:None horvat=:None =boris:None =kovac:None")]
    [InlineData("Jan van der Berg", "Jan Berg", "jan=jan:Exact van=:None der=:None berg=berg:Exact")]
    [InlineData("Li-wei Li", "Liwei Li", "li=liwei:Joined wei=liwei:Joined li=li:Exact")]
    [InlineData("Salah Eldeen Diab", "Salaheldin Diab", "salah=salaheldin:Spelling eldeen=salaheldin:Joined diab=diab:Exact")]
    [InlineData("Salaheldin Diab", "Salah Eldeen Diab", "salaheldin=salah:Spelling diab=diab:Exact =eldeen:Joined")]
    [InlineData("Salah Eldeen Karim Diab", "Salaheldin Diab", "salah=salaheldin:Spelling eldeen=salaheldin:Joined karim=:None diab=diab:Exact")]
    [InlineData("Zorbita Novak Zorbita", "Zorbitta Novak", "zorbita=zorbitta:Spelling novak=novak:Exact zorbita=:None")]
    [InlineData("", "Ana", "=ana:None")]
    public void Align_TwoNames_GivesEveryWordOnce(string a, string b, string expected) => Assert.Equal(expected, Align(a, b));

    /// <summary>While its name has another word left over, an initial stands only for a word at its own place.</summary>
    [Theory]
    [InlineData("Daniel M. Everett", "Michael Everett", "daniel=:None m=:None everett=everett:Exact =michael:None")]
    [InlineData("M. Daniel Everett", "Michael Everett", "m=michael:Initial daniel=:None everett=everett:Exact")]
    [InlineData("Ana Petra K.", "Ana Kira Horvat", "ana=ana:Exact petra=:None k=:None =kira:None =horvat:None")]
    [InlineData("Ana Petra K.", "Ana Zora Kovac", "ana=ana:Exact petra=:None k=kovac:Initial =zora:None")]
    [InlineData("Ana Petra K. Horvat", "Ana Kira Horvat", "ana=ana:Exact petra=:None k=kira:Initial horvat=horvat:Exact")]
    [InlineData("P. M. Everett", "Michael Everett", "p=:None m=michael:Initial everett=everett:Exact")]
    [InlineData("Ana K.", "Ana Kira Horvat", "ana=ana:Exact k=kira:Initial =horvat:None")]
    public void Align_Initial_StandsForAWordAtItsPlaceOrElseWhereNoOtherIsLeft(string a, string b, string expected)
    {
        Assert.Equal(expected, Align(a, b));
        Assert.Equal(Partners(a, b), Partners(b, a));

        static int Partners(string a, string b) => new NameAligner(PersonName.Parse(a), PersonName.Parse(b)).Initials;
    }
}
