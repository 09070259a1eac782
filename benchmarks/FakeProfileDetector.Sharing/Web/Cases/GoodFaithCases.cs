using FakeProfileDetector.Sharing.Copies;
using FakeProfileDetector.Sharing.Drawing;
using FakeProfileDetector.Sharing.Web.Pages;
using FakeProfileDetector.Web;
using SkiaSharp;
using static FakeProfileDetector.Sharing.Web.Cases.WebFamily;

namespace FakeProfileDetector.Sharing.Web.Cases;

/// <summary>Genuine members whose picture is on pages of other people, or of nobody, and nobody has taken it.</summary>
internal static class GoodFaithCases
{
    internal static IEnumerable<WebCase> All =>
    [
        Portrait("thumbnail on 1 to 3 strangers' pages of one site", (draft, own, photo) =>
        {
            OwnPageCases.Profiles(draft, own, photo, draft.Random.Next(1, 4));
            Sidebars(draft, photo, sites: 1);
        }),
        Portrait("thumbnail on strangers' pages of two sites", (draft, own, photo) =>
        {
            OwnPageCases.Profiles(draft, own, photo, draft.Random.Next(1, 4));
            Sidebars(draft, photo, sites: 2);
        }),
        Portrait("reposted on boards", (draft, own, photo) => draft.Show(OtherSites.Reposts(PageNames.Of(draft.Person()), draft.Random.Next(1, 6), draft.Random), photo)),
        Portrait("posts by authors who are others", (draft, own, photo) => draft.Show(OtherSites.PostsBy(PageNames.Of(draft.Person()), draft.Random.Next(1, 5), draft.Random), photo)),
        Portrait("forms to log in, pages not found", (draft, own, photo) => draft.Show(OtherSites.NobodysPages(draft.Random.Next(1, 6), draft.Random), photo)),
        Portrait("strangers who look alike, compared", (draft, own, photo) => LookAlikes(draft, isFetched: true)),
        Portrait("strangers who look alike, not fetched", (draft, own, photo) => LookAlikes(draft, isFetched: false)),
        new("own pages with another photo", SharedPicture, AnotherShot),
        new("stock picture of a business", SharedPicture, Business),
        new("stock picture of a member", SharedPicture, StockPicture),
        new("photo of a team on its members' pages", SharedPicture, Team),
        Picture("cartoon under many names", draft => DrawnPictures.Cartoon(draft.Random)),
        Picture("landscape under many names", draft => Scenery.Landscape(400, 300, draft.Random)),
        Picture("quote under many names", draft => DrawnPictures.Quote(draft.Random)),
        Picture("poster of a star under many names", draft => DrawnPictures.Poster(draft.Person().Name, draft.Random)),
    ];

    /// <summary>"People also viewed": her small picture on strangers' pages.</summary>
    internal static void Sidebars(WebDraft draft, byte[] photo, int sites)
    {
        var drawn = ProfileSites.Draw(sites, draft.Random);
        var pages = Math.Max(sites, draft.Random.Next(1, 4));
        foreach (var (i, stranger) in draft.People(pages).Index())
        {
            draft.Add(drawn[i % sites](PageNames.Of(stranger), draft.Random), PageCopy.Thumbnail(photo, draft.Random), WebPhotoMatch.Full);
        }
    }

    private static WebCase Portrait(string name, Action<WebDraft, PageNames, byte[]> show) => new(name, SharedPicture, draft =>
    {
        var photo = draft.Portrait();
        var person = draft.Person();
        draft.Genuine(person.Name, photo);
        show(draft, PageNames.Of(person), photo);
    });

    private static WebCase Picture(string name, Func<WebDraft, SKBitmap> draw) => new(name, SharedPicture, draft =>
    {
        var picture = Upload.Take(draw(draft), draft.Random);
        draft.Genuine(draft.Person().Name, picture);
        ManyNames(draft, picture, draft.Random.Next(3, 9));
    });

    private static void ManyNames(WebDraft draft, byte[] picture, int sites)
    {
        foreach (var (site, person) in ProfileSites.Draw(sites, draft.Random).Zip(draft.People(sites)))
        {
            draft.Show(site(PageNames.Of(person), draft.Random), picture);
        }
    }

    private static void LookAlikes(WebDraft draft, bool isFetched)
    {
        var other = isFetched ? draft.Portrait() : null;
        foreach (var site in ProfileSites.Draw(3, draft.Random))
        {
            draft.Add(site(PageNames.Of(draft.Person()), draft.Random), other, WebPhotoMatch.Partial);
        }
    }

    private static void AnotherShot(WebDraft draft)
    {
        var (first, second) = draft.TwoShots() ?? (draft.Portrait(), draft.Portrait());
        var person = draft.Person();
        draft.Genuine(person.Name, first);
        foreach (var site in ProfileSites.Draw(3, draft.Random))
        {
            draft.Add(site(PageNames.Of(person), draft.Random), PageCopy.Of(second, draft.Random), WebPhotoMatch.Partial);
        }
    }

    private static void Business(WebDraft draft)
    {
        var photo = draft.Portrait();
        var company = draft.Company();
        draft.Genuine(company, photo, organization: company);
        draft.Show(OtherSites.Stock(2, draft.Random), photo);
        ManyNames(draft, photo, draft.Random.Next(2, 5));
    }

    private static void StockPicture(WebDraft draft)
    {
        var photo = draft.Portrait();
        draft.Genuine(draft.Person().Name, photo);
        draft.Show(OtherSites.Stock(draft.Random.Next(1, 4), draft.Random), photo);
    }

    private static void Team(WebDraft draft)
    {
        var photo = Upload.Take(GroupPhoto.Compose(draft.Faces(4), draft.Random.Next()), draft.Random);
        var people = draft.People(4);
        draft.Genuine(people[0].Name, photo);
        draft.Show(people.Skip(1).Select(person => OtherSites.Staff(PageNames.Of(person), draft.Random)), photo);
        draft.Show(ProfileSites.Draw(3, draft.Random).Zip(people.Skip(1), (site, person) => site(PageNames.Of(person), draft.Random)), photo);
    }
}
