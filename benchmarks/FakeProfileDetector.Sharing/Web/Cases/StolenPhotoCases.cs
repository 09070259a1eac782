using FakeProfileDetector.Sharing.Copies;
using FakeProfileDetector.Sharing.People;
using FakeProfileDetector.Sharing.Web.Pages;
using FakeProfileDetector.Web;
using static FakeProfileDetector.Sharing.Web.Cases.WebFamily;

namespace FakeProfileDetector.Sharing.Web.Cases;

/// <summary>Thieves whose photo comes from elsewhere: nobody on the network has it.</summary>
internal static class StolenPhotoCases
{
    internal static IEnumerable<WebCase> All =>
    [
        Of("profiles of one person on 2 sites", Theft, (draft, victim, photo) => Profiles(draft, victim, photo, 2)),
        Of("profiles of one person on 3 to 6 sites", Theft, (draft, victim, photo) => Profiles(draft, victim, photo, draft.Random.Next(3, 7))),
        Of("2 sites: name and married name", Theft, TwoNames),
        Of("varying names on 3 to 8 sites", Theft, (draft, _, photo) => VaryingNames(draft, photo, draft.Random.Next(3, 9))),
        Of("public figure: encyclopedia, films, news", Theft, PublicFigure),
        Of("staff page and LinkedIn", Theft, StaffAndLinkedIn),
        Of("lists of scams, networks, varying names", Theft, (draft, victim, photo) =>
        {
            ScamLists(draft, photo);
            VaryingNames(draft, photo, 2);
        }),
        Of("lists of scams, dating sites, varying given names", Theft, (draft, victim, photo) =>
        {
            ScamLists(draft, photo);
            draft.Show(ProfileSites.DatingSites(draft.Random).Select(site => site(PageNames.Of(draft.Person()), draft.Random)), photo);
        }) with { GivenNamesOnly = true },
        Of("4 sites, half of the pictures not fetched", Theft, (draft, victim, photo) =>
        {
            Profiles(draft, victim, photo, 4);
            draft.LosePictures(.5);
        }),
        Edited("pages show a part of it", Theft, (file, random) => file, TheftEdit.Crop),
        Edited("pages show it mirrored", Theft, (file, random) => file, TheftEdit.Mirror),
        Edited("thief cropped it", Theft, TheftEdit.Crop, (file, random) => file),
        Edited("thief mirrored it", Theft, TheftEdit.Mirror, (file, random) => file),
        Edited("thief framed it", Theft, TheftEdit.Frame, (file, random) => file),
        Edited("thief made a story of it", DoubtfulTheft, TheftEdit.Story, (file, random) => file),
        Of("1 site only", DoubtfulTheft, (draft, victim, photo) => Profiles(draft, victim, photo, 1)),
        Of("2 sites, half of the pictures not fetched", DoubtfulTheft, (draft, victim, photo) =>
        {
            Profiles(draft, victim, photo, 2);
            draft.LosePictures(.5);
        }),
        Of("4 sites, no picture fetched", DoubtfulTheft, (draft, victim, photo) =>
        {
            Profiles(draft, victim, photo, 4);
            draft.LosePictures(1);
        }),
        Of("library of stock pictures", DoubtfulTheft, (draft, _, photo) => draft.Show(OtherSites.Stock(draft.Random.Next(1, 4), draft.Random), photo)),
        Of("lists of scams only", DoubtfulTheft, (draft, victim, photo) => draft.Show(OtherSites.ScamList(PageNames.Of(victim), draft.Random), photo)),
        Of("news about the robbed only", DoubtfulTheft, (draft, victim, photo) => draft.Show(OtherSites.News(PageNames.Of(victim), 3, draft.Random), photo)),
        Of("boards only", DoubtfulTheft, (draft, victim, photo) => draft.Show(OtherSites.Reposts(PageNames.Of(victim), 4, draft.Random), photo)),
        Of("takes the robbed one's handle as well, 2 to 4 sites", DoubtfulTheft, TakenHandle),
        new("takes the robbed one's family name as well", DoubtfulTheft, FamilyName),
        new("pages show another photo of the robbed", DoubtfulTheft, AnotherShot),
    ];

    private static WebCase Of(string name, WebFamily family, Action<WebDraft, PersonDraft, byte[]> show) => new(name, family, draft =>
    {
        var photo = draft.Portrait();
        draft.Thief(Upload.Again(photo, draft.Random));
        show(draft, draft.Person(), photo);
        draft.AddUsualNoise(photo);
    });

    private static WebCase Edited(string name, WebFamily family, Func<byte[], Random, byte[]> thiefs, Func<byte[], Random, byte[]> pages) =>
        new($"2 to 4 sites, {name}", family, draft =>
        {
            var photo = draft.Portrait();
            draft.Thief(thiefs(photo, draft.Random));
            var victim = PageNames.Of(draft.Person());
            foreach (var site in ProfileSites.Draw(draft.Random.Next(2, 5), draft.Random))
            {
                draft.Add(site(victim, draft.Random), pages(Upload.Again(photo, draft.Random), draft.Random), WebPhotoMatch.Partial);
            }

            draft.AddUsualNoise(photo);
        });

    private static void Profiles(WebDraft draft, PersonDraft victim, byte[] photo, int sites) =>
        draft.Show(ProfileSites.Draw(sites, draft.Random).Select(site => site(PageNames.Of(victim), draft.Random)), photo);

    private static void TwoNames(WebDraft draft, PersonDraft victim, byte[] photo)
    {
        var names = NamePairs.Married(victim, draft.Random);
        var sites = ProfileSites.Draw(2, draft.Random);
        draft.Show(sites[0](PageNames.Of(names), draft.Random), photo);
        draft.Show(sites[1](PageNames.Of(names.Swapped), draft.Random), photo);
    }

    private static void VaryingNames(WebDraft draft, byte[] photo, int sites)
    {
        foreach (var (site, other) in ProfileSites.Draw(sites, draft.Random).Zip(draft.People(sites)))
        {
            draft.Show(site(PageNames.Of(other), draft.Random), photo);
        }
    }

    private static void PublicFigure(WebDraft draft, PersonDraft victim, byte[] photo)
    {
        var figure = PageNames.Of(victim);
        draft.Show([OtherSites.Wikipedia(figure, draft.Random), OtherSites.FilmDatabase(figure, draft.Random)], photo);
        draft.Show(OtherSites.News(figure, 3, draft.Random), photo);
    }

    private static void StaffAndLinkedIn(WebDraft draft, PersonDraft victim, byte[] photo) =>
        draft.Show([OtherSites.Staff(PageNames.Of(victim), draft.Random), ProfileSites.LinkedIn(PageNames.Of(victim), draft.Random)], photo);

    private static void ScamLists(WebDraft draft, byte[] photo) =>
        draft.Show([.. draft.People(2).Select(name => OtherSites.ScamList(PageNames.Of(name), draft.Random))], photo);

    private static void TakenHandle(WebDraft draft, PersonDraft victim, byte[] photo)
    {
        var handle = Handles.Of(victim.Name, draft.Random);
        draft.TakeHandle(handle);
        var page = PageNames.Of(victim) with { OneHandle = handle };
        draft.Show(ProfileSites.Draw(draft.Random.Next(2, 5), draft.Random).Select(site => site(page, draft.Random)), photo);
    }

    private static void FamilyName(WebDraft draft)
    {
        var (thief, victim) = (draft.Person(), draft.Person());
        var photo = draft.Portrait();
        draft.Thief($"{thief.Given} {victim.Family}", Upload.Again(photo, draft.Random));
        Profiles(draft, victim, photo, 3);
    }

    /// <summary>Once the network has had all pairs, the person of the pages is another one.</summary>
    private static void AnotherShot(WebDraft draft)
    {
        var (first, second) = draft.TwoShots() ?? (draft.Portrait(), draft.Portrait());
        draft.Thief(first);
        foreach (var site in ProfileSites.Draw(3, draft.Random))
        {
            draft.Add(site(PageNames.Of(draft.Person()), draft.Random), PageCopy.Of(second, draft.Random), WebPhotoMatch.Partial);
        }
    }
}
