using FakeProfileDetector.Web;

namespace FakeProfileDetector.Tests.Web.Pages;

public sealed class BrandSignsTests
{
    [Theory]
    [InlineData("https://www.instagram.com/poppyfields.florist/", "Poppy Fields (@poppyfields.florist) • Instagram photos and videos")]
    [InlineData("https://x.com/jackwolfhq", "Jack Wolf (@jackwolfhq) / X")]
    [InlineData("https://www.instagram.com/jackwolf/", "Jack Wolf (@jackwolfofficial) • Instagram photos and videos")]
    [InlineData("https://www.tiktok.com/@bella.luna.hair", "Bella Luna (@bella.luna.hair) | TikTok")]
    [InlineData("https://www.youtube.com/@harlowandpine", "Harlow Pine - YouTube")]
    [InlineData("https://www.instagram.com/anahwx/", "Dravno Quilbex (@anahwx) • Instagram photos and videos")]
    public void Read_BrandThatLooksLikeName_NamesNobody(string url, string title) =>
        Assert.Null(WebPageReader.Read(new Uri(url), title).Name);

    [Theory]
    [InlineData("https://x.com/jackwolf71", "Jack Wolf (@jackwolf71) / X", "Jack Wolf")]
    [InlineData("https://www.instagram.com/lena.horvat.photo/", "Lena Horvat (@lena.horvat.photo) • Instagram photos and videos", "Lena Horvat")]
    [InlineData("https://x.com/dq_the_coder", "Dravna Quilbeca (she/her) (@dq_the_coder) / X", "Dravna Quilbeca")]
    [InlineData("https://vk.com/id7654321", "Dravna Quilbeca | VK", "Dravna Quilbeca")]
    [InlineData("https://www.instagram.com/dravna.q/", "Dravna Quilbeca (@dravna.q) • Instagram photos and videos", "Dravna Quilbeca")]
    public void Read_PersonBesideHandle_NamesThem(string url, string title, string name) =>
        Assert.Equal(name, WebPageReader.Read(new Uri(url), title).Name);

    [Theory]
    [InlineData("https://id.linkedin.com/in/suryanto-8871b", "Suryanto - Teknisi - PT Contoso | LinkedIn", "Suryanto")]
    [InlineData("https://www.linkedin.com/in/mwangi-wa-karanja", "Mwangi wa Karanja | LinkedIn", "Mwangi wa Karanja")]
    [InlineData("https://cz.linkedin.com/in/ana-h", "Ing. Ana Horvat, Ph.D. – Contoso | LinkedIn", "Ana Horvat")]
    [InlineData("https://de.linkedin.com/in/ana-h", "Dipl.-Kffr. Ana Horvat | LinkedIn", "Ana Horvat")]
    [InlineData("https://www.behance.net/anawas", "Ana Wąs on Behance", "Ana Wąs")]
    public void Read_RareShapesOfNames_AreRead(string url, string title, string name) =>
        Assert.Equal(name, WebPageReader.Read(new Uri(url), title).Name);

    [Theory]
    [InlineData("https://de.wikipedia.org/wiki/X", "Karl-Horvat-Straße – Wikipedia")]
    [InlineData("https://fr.wikipedia.org/wiki/X", "Pont Ana Horvat — Wikipédia")]
    public void Read_PlaceNamedAfterSomebody_NamesNobody(string url, string title) =>
        Assert.Null(WebPageReader.Read(new Uri(url), title).Name);
}
