using FakeProfileDetector.Sharing.People;
using FakeProfileDetector.Sharing.Web.Pages;
using static FakeProfileDetector.Sharing.Web.Cases.WebFamily;

namespace FakeProfileDetector.Sharing.Web.Cases;

/// <summary>Genuine members who show the same photo elsewhere, under a name of their own.</summary>
internal static class OwnPageCases
{
    private const double NotFetched = .15;

    private static readonly (string Name, Func<PersonDraft, Random, NamePair> Names)[] Names =
    [
        ("the same name", NamePairs.Same),
        ("no marks", NamePairs.Plain),
        ("another spelling in Latin letters", NamePairs.Transliteration),
        ("Cyrillic or Greek letters", NamePairs.CyrillicOrGreek),
        ("Arabic letters", NamePairs.Arabic),
        ("Chinese, Japanese or Korean letters", NamePairs.ChineseJapaneseKorean),
        ("married name", NamePairs.Married),
        ("both family names", NamePairs.Hyphenated),
        ("family name in brackets", NamePairs.Bracketed),
        ("nickname", NamePairs.Nickname),
        ("first initial", NamePairs.Initial),
        ("last initial", NamePairs.LastInitial),
        ("order swapped", NamePairs.OrderSwapped),
        ("middle name", NamePairs.MiddleName),
    ];

    internal static IEnumerable<WebCase> All =>
    [
        Of("1 site, the same name", NamePairs.Same, (draft, own, photo) => Profiles(draft, own, photo, 1)),
        .. Names.Select(way => Of($"2 to 6 sites, {way.Name}", way.Names, (draft, own, photo) => Profiles(draft, own, photo, draft.Random.Next(2, 7)))),
        Of("2 to 6 sites, the account has the other letters", (person, random) => NamePairs.CyrillicOrGreek(person, random).Swapped, (draft, own, photo) => Profiles(draft, own, photo, draft.Random.Next(2, 7))),
        Of("2 to 6 sites, the account has the married name", (person, random) => NamePairs.Married(person, random).Swapped, (draft, own, photo) => Profiles(draft, own, photo, draft.Random.Next(2, 7))),
        Of("2 to 6 sites, the same name and handle", NamePairs.Same, (draft, own, photo) => Profiles(draft, own with { OneHandle = draft.Member.Handle }, photo, draft.Random.Next(2, 7))),
        Of("pages of staff, 1 to 3", NamePairs.Same, (draft, own, photo) => draft.Show(Many(draft, 3, () => OtherSites.Staff(own, draft.Random)), photo)),
        Of("pages of conferences, 1 to 3", NamePairs.Same, (draft, own, photo) => draft.Show(Many(draft, 3, () => OtherSites.Speaker(own, draft.Random)), photo)),
        Of("pages of staff, married name", NamePairs.Married, (draft, own, photo) => draft.Show(Many(draft, 3, () => OtherSites.Staff(own, draft.Random)), photo)),
        Of("news", NamePairs.Same, (draft, own, photo) => draft.Show(OtherSites.News(own, draft.Random.Next(1, 5), draft.Random), photo)),
        Of("news that name another", NamePairs.Same, (draft, _, photo) => draft.Show(OtherSites.News(PageNames.Of(draft.Person()), draft.Random.Next(1, 5), draft.Random), photo)),
        Of("public figure under one name", NamePairs.Same, (draft, own, photo) => draft.Show([OtherSites.Wikipedia(own, draft.Random), OtherSites.FilmDatabase(own, draft.Random), .. OtherSites.News(own, 2, draft.Random)], photo)),
        Of("lists of people", NamePairs.Same, (draft, own, photo) => draft.Show(OtherSites.ListsOf(own, draft.Random.Next(1, 7), draft.Random), photo)),
        Of("lists of people that name another", NamePairs.Same, (draft, _, photo) => draft.Show(OtherSites.ListsOf(PageNames.Of(draft.Person()), draft.Random.Next(1, 7), draft.Random), photo)),
        Of("all of these", NamePairs.Same, Everything),
        Of("nothing on the web", NamePairs.Same, (_, _, _) => { }),
    ];

    internal static void Profiles(WebDraft draft, PageNames own, byte[] photo, int sites) =>
        draft.Show(ProfileSites.Draw(sites, draft.Random).Select(site => site(own, draft.Random)), photo);

    private static WebCase Of(string name, Func<PersonDraft, Random, NamePair> names, Action<WebDraft, PageNames, byte[]> show) => new(name, Owner, draft =>
    {
        var photo = draft.Portrait();
        var pair = names(draft.Person(), draft.Random);
        draft.Genuine(pair.Here, photo, pair.Latin);
        show(draft, PageNames.Of(pair), photo);
        draft.LosePictures(NotFetched);
        draft.AddUsualNoise(photo);
    });

    private static MadeUpPage[] Many(WebDraft draft, int most, Func<MadeUpPage> page) => [.. Enumerable.Range(0, draft.Random.Next(1, most + 1)).Select(_ => page())];

    private static void Everything(WebDraft draft, PageNames own, byte[] photo)
    {
        Profiles(draft, own, photo, draft.Random.Next(1, 5));
        draft.Show([OtherSites.Staff(own, draft.Random), OtherSites.Speaker(own, draft.Random)], photo);
        draft.Show(OtherSites.News(own, 2, draft.Random), photo);
        draft.Show(OtherSites.ListsOf(own, 3, draft.Random), photo);
    }
}
