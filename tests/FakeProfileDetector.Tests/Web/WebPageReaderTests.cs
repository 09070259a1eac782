using FakeProfileDetector.Web;

namespace FakeProfileDetector.Tests.Web;

public sealed class WebPageReaderTests
{
    private const string Profile = "https://www.linkedin.com/in/greta-holm-1a2b3c";

    [Theory]
    [InlineData("<b>Greta</b> <b>Holm</b> - Sales &amp; Marketing - Contoso | LinkedIn", "Greta Holm")]
    [InlineData("Sean O&#39;Holm - Contoso | LinkedIn", "Sean O'Holm")]
    [InlineData("Greta Holm &amp;ndash; Contoso | LinkedIn", "Greta Holm")]
    [InlineData("(4) Greta Holm | LinkedIn", "Greta Holm")]
    [InlineData("(99+) Greta Holm | LinkedIn", "Greta Holm")]
    [InlineData("Greta Holm｜LinkedIn", "Greta Holm")]
    [InlineData("\u200F\u202BGreta Holm\u202C\u200F - \u200FContoso\u200F | LinkedIn", "Greta Holm")]
    [InlineData("Greta\u200B Holm | LinkedIn", "Greta Holm")]
    [InlineData("  Greta \u00A0 Holm\t|  LinkedIn ", "Greta Holm")]
    [InlineData("🌟 Greta Holm 🌟 (She/Her) | LinkedIn", "Greta Holm")]
    [InlineData("Greta Holm, MBA, PMP® - Contoso | LinkedIn", "Greta Holm")]
    [InlineData("GRETA HOLM - Contoso | LinkedIn", "GRETA HOLM")]
    [InlineData("Prof. Dr. rer. nat. Greta Holm | LinkedIn", "Greta Holm")]
    [InlineData("Greta Holm - Product Mana…", "Greta Holm")]
    [InlineData("堀 太郎 - Contoso | LinkedIn", "堀 太郎")]
    [InlineData("김민지 | LinkedIn", "김민지")]
    [InlineData("עדנה לוי - Contoso | LinkedIn", "עדנה לוי")]
    public void Read_NameInATitle_IsGivenAsItStands(string title, string name) => Assert.Equal(name, WebPageReader.Read(new(Profile), title).Name);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t")]
    [InlineData("Greta Ho...")]
    [InlineData("Greta Ho…")]
    [InlineData("Greta…")]
    [InlineData("Sign Up | LinkedIn")]
    [InlineData("LinkedIn Login, Sign in | LinkedIn")]
    [InlineData("LinkedIn Member | LinkedIn")]
    [InlineData("Greta and Pavel Holm | LinkedIn")]
    [InlineData("Greta & Pavel | LinkedIn")]
    [InlineData("Greta Holm und Pavel Holm | LinkedIn")]
    [InlineData("Contoso GmbH | LinkedIn")]
    [InlineData("Contoso | LinkedIn")]
    [InlineData("@gretaholm | LinkedIn")]
    [InlineData("greta.holm | LinkedIn")]
    [InlineData("12345 | LinkedIn")]
    [InlineData("| LinkedIn")]
    public void Read_TitleThatNamesNobodyForSure_GivesNoName(string? title)
    {
        var subject = WebPageReader.Read(new(Profile), title);

        Assert.Null(subject.Name);
        Assert.Equal("greta-holm-1a2b3c", subject.Handle);
    }

    [Theory]
    [InlineData("https://www.linkedin.com/in/x", "linkedin.com")]
    [InlineData("https://DE.LinkedIn.com/in/x", "linkedin.com")]
    [InlineData("https://m.facebook.com./x", "facebook.com")]
    [InlineData("https://linkedin.com.contoso.example/in/x", "contoso.example")]
    [InlineData("https://team.contoso.co.uk/x", "contoso.co.uk")]
    [InlineData("https://contoso.com.au/x", "contoso.com.au")]
    [InlineData("https://www.bücher.example/x", "xn--bcher-kva.example")]
    [InlineData("https://www.xn--bcher-kva.example/x", "xn--bcher-kva.example")]
    [InlineData("http://127.0.0.1:8080/x", "127.0.0.1")]
    [InlineData("http://[::1]/x", "::1")]
    [InlineData("mailto:greta@contoso.example", "")]
    [InlineData("file:///contoso/x", "")]
    public void Read_Site_IsTheRegistrableName(string url, string site) => Assert.Equal(site, WebPageReader.Read(new(url), null).Site.Trim('[', ']'));

    [Theory]
    [InlineData("https://linkedin.com.contoso.example/in/greta-holm")]
    [InlineData("https://notlinkedin.com/in/greta-holm")]
    [InlineData("https://linkedin.contoso.example/in/greta-holm")]
    public void Read_MirrorOfANetwork_IsNoProfile(string url)
    {
        var subject = WebPageReader.Read(new(url), "Greta Holm - Contoso | LinkedIn");

        Assert.Equal((WebPageKind.Other, null, null), (subject.Kind, subject.Name, subject.Handle));
    }

    [Fact]
    public void Read_RelativeAddress_BelongsToNoSite()
    {
        var subject = WebPageReader.Read(new("/in/greta-holm", UriKind.Relative), "Greta Holm | LinkedIn");

        Assert.Equal((string.Empty, WebPageKind.Other, null), (subject.Site, subject.Kind, subject.Name));
    }

    [Fact]
    public void Read_NoAddress_Throws() => Assert.Throws<ArgumentNullException>(() => WebPageReader.Read(null!, "Greta Holm"));

    [Fact]
    public void Read_AddressThatSpellsTheName_ServesWhereTheTitleDoesNot()
    {
        var subject = WebPageReader.Read(new("https://www.facebook.com/people/Greta-Holm/100012345678"), "Log in or sign up to view");

        Assert.Equal(("Greta Holm", "100012345678"), (subject.Name, subject.Handle));
    }

    [Fact]
    public void Read_TitleOfAnotherAuthor_GivesTheAuthorOfTheAddress() => Assert.Equal(
        "Greta Holm",
        WebPageReader.Read(new("https://www.linkedin.com/posts/greta_work-activity-7"), "Thank you, Pavel Kowal! | Greta Holm | 35 comments").Name);

    [Theory]
    [InlineData("Greta Holm - Pavel Kowal")]
    [InlineData("Greta Holm | Pavel Kowal | Contoso")]
    public void Read_PageOfATeamThatNamesTwo_GivesNoName(string title) =>
        Assert.Null(WebPageReader.Read(new("https://www.contoso.example/team/7"), title).Name);

    [Fact]
    public void Read_ScamWarning_GivesNobodyAway()
    {
        var subject = WebPageReader.Read(new("https://www.facebook.com/watchers"), "Greta Holm - romance scammer photos | Facebook");

        Assert.Equal((WebPageKind.ScamWarning, null), (subject.Kind, subject.Name));
    }

    [Theory]
    [InlineData("https://www.instagram.com/bora_maeng/", "맹보라 (@bora_maeng) • Instagram", "맹보라")]
    [InlineData("https://ja.wikipedia.org/wiki/X", "東京都 - Wikipedia", null)]
    [InlineData("https://ja.wikipedia.org/wiki/X", "立原修平 - Wikipedia", "立原修平")]
    [InlineData("https://he.wikipedia.org/wiki/X", "אמנון שטרקמן – ויקיפדיה", "אמנון שטרקמן")]
    [InlineData("https://www.contoso.example/team/7", "עו\"ד אמנון שטרקמן | שותף", "אמנון שטרקמן")]
    [InlineData("https://badoo.com/en/0123456", "Marisel, 34 – Badoo", "Marisel")]
    [InlineData("https://bsky.app/profile/moss.example", "moss gremlin (@moss.example) — Bluesky", null)]
    [InlineData("https://www.instagram.com/gatos/", "Gatos de Lisboa (@gatos) • Instagram", null)]
    [InlineData("https://www.litware.example/people/green-holm", "Green Holm LLP | Litware", null)]
    [InlineData("https://gretaholm.example/", "Greta Holm – Photographer", "Greta Holm")]
    [InlineData("https://gretaholm.example/", "Greta Holm", null)]
    public void Read_NamesOfManyScripts_AreToldFromThings(string url, string title, string? name) => Assert.Equal(name, WebPageReader.Read(new(url), title).Name);
}
