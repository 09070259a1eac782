using FakeProfileDetector.Sharing.People;
using FakeProfileDetector.Sharing.Web.Pages;
using static FakeProfileDetector.Sharing.Web.Cases.WebFamily;

namespace FakeProfileDetector.Sharing.Web.Cases;

/// <summary>Genuine members whose photo stands under other names elsewhere: a scam used it, or they go by another name.</summary>
internal static class RobbedMemberCases
{
    internal static IEnumerable<WebCase> All =>
    [
        With("1 own page, 1 thief's", Robbed, 1, 1, 1),
        With("1 own page, thieves on 2 to 5 sites", Robbed, 1, 2, 5),
        With("2 to 4 own pages, thieves on 1 to 5 sites", Robbed, 3, 1, 5),
        With("1 to 3 own pages not fetched, thieves on 2 to 5 sites", Robbed, 2, 2, 5, isOwnFetched: false),
        Of("own page of staff, thieves on 2 to 5 sites", Robbed, (draft, person, photo) =>
        {
            draft.Show(OtherSites.Staff(PageNames.Of(person), draft.Random), photo);
            Thieves(draft, photo, draft.Random.Next(2, 6));
        }),
        Of("2 own pages of the same handle, thieves on 2 to 5 sites", Robbed, (draft, person, photo) =>
        {
            OwnPageCases.Profiles(draft, PageNames.Of(person) with { OneHandle = draft.Member.Handle }, photo, 2);
            Thieves(draft, photo, draft.Random.Next(2, 6));
        }),
        Of("own page, married name; thieves on 2 to 5 sites", Robbed, (draft, person, photo) =>
        {
            OwnPageCases.Profiles(draft, PageNames.Of(NamePairs.Married(person, draft.Random)), photo, 1);
            Thieves(draft, photo, draft.Random.Next(2, 6));
        }),
        Of("own pages, thieves, lists of scams", Robbed, (draft, person, photo) =>
        {
            OwnPageCases.Profiles(draft, PageNames.Of(person), photo, 2);
            Thieves(draft, photo, 3);
            draft.Show(OtherSites.ScamList(PageNames.Of(draft.Person()), draft.Random), photo);
        }),
        With("no own page, 1 thief's", Hopeless, 0, 1, 1),
        With("no own page, thieves on 2 to 5 sites", Hopeless, 0, 2, 5),
        Of("no own page, thieves on 2 to 5 sites, member known to be first", Hopeless, (draft, _, photo) =>
        {
            Thieves(draft, photo, draft.Random.Next(2, 6));
            draft.BeFirst();
        }),
        Of("own page in the news only, thieves on 2 to 5 sites", Hopeless, (draft, person, photo) =>
        {
            draft.Show(OtherSites.News(PageNames.Of(person), 2, draft.Random), photo);
            Thieves(draft, photo, draft.Random.Next(2, 6));
        }),
        Of("no own page, list of scams only", Hopeless, (draft, person, photo) => draft.Show(OtherSites.ScamList(PageNames.Of(draft.Person()), draft.Random), photo)),
        Of("no own page, thumbnail on strangers' pages of one site", Hopeless, (draft, _, photo) => GoodFaithCases.Sidebars(draft, photo, sites: 1)),
        Of("no own page, thumbnail on strangers' pages of two sites", Hopeless, (draft, _, photo) => GoodFaithCases.Sidebars(draft, photo, sites: 2)),
        Of("2 to 4 sites under a stage name only", Hopeless, (draft, _, photo) => OwnPageCases.Profiles(draft, PageNames.Of(draft.Person()), photo, draft.Random.Next(2, 5))),
        new("2 to 4 sites, nickname with the married name", Hopeless, NicknameAndMarried),
    ];

    private static WebCase With(string name, WebFamily family, int own, int least, int most, bool isOwnFetched = true) => Of(name, family, (draft, person, photo) =>
    {
        if (own > 0)
        {
            OwnPageCases.Profiles(draft, PageNames.Of(person), photo, own == 1 ? 1 : draft.Random.Next(own - 1, own + 2));
        }

        if (!isOwnFetched)
        {
            draft.LosePictures(1);
        }

        Thieves(draft, photo, draft.Random.Next(least, most + 1));
    });

    private static WebCase Of(string name, WebFamily family, Action<WebDraft, PersonDraft, byte[]> show) => new(name, family, draft =>
    {
        var photo = draft.Portrait();
        var person = draft.Person();
        draft.Genuine(person.Name, photo);
        show(draft, person, photo);
    });

    private static void Thieves(WebDraft draft, byte[] photo, int sites) =>
        draft.Show(ProfileSites.Draw(sites, draft.Random).Zip(draft.People(sites), (site, thief) => site(PageNames.Of(thief), draft.Random)), photo);

    private static void NicknameAndMarried(WebDraft draft)
    {
        var photo = draft.Portrait();
        var names = NamePairs.NicknameAndMarried(draft.Person(), draft.Random);
        draft.Genuine(names.Here, photo, names.Latin);
        OwnPageCases.Profiles(draft, PageNames.Of(names), photo, draft.Random.Next(2, 5));
    }
}
