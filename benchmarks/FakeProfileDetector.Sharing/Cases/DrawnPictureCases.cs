using FakeProfileDetector.Sharing.Copies;
using FakeProfileDetector.Sharing.Drawing;
using FakeProfileDetector.Sharing.Histories;
using FakeProfileDetector.Sharing.People;
using SkiaSharp;
using static FakeProfileDetector.Sharing.Histories.AccountKind;

namespace FakeProfileDetector.Sharing.Cases;

/// <summary>Strangers with one picture of nobody: what they like, or what a program drew for them.</summary>
internal static class DrawnPictureCases
{
    private static readonly (string Name, Func<GroupDraft, SKBitmap> Draw)[] Pictures =
    [
        ("cartoon", draft => DrawnPictures.Cartoon(draft.Random)),
        ("poster of a star", draft => DrawnPictures.Poster(draft.People(1)[0].Name, draft.Random)),
        ("quote", draft => DrawnPictures.Quote(draft.Random)),
        ("landscape", draft => Scenery.Landscape(400, 300, draft.Random)),
    ];

    internal static IEnumerable<SharingCase> All =>
    [
        .. Pictures.SelectMany(picture => new[]
        {
            SharingCase.GoodFaith($"same {picture.Name}: 5 new", draft => Avatar(draft, picture.Draw(draft), 5, [New])),
            SharingCase.GoodFaith($"same {picture.Name}: 20 new", draft => Avatar(draft, picture.Draw(draft), 20, [New])),
            SharingCase.GoodFaith($"same {picture.Name}: 3 mixed", draft => Avatar(draft, picture.Draw(draft), 3, [Established, Quiet, New])),
        }),
        SharingCase.GoodFaith("letter tile: three people of the same initials", SameTile),
        SharingCase.GoodFaith("logo: company and three of its people", CompanyLogo),
        SharingCase.Different("different letter tiles: no letter in common", draft => DifferentTiles(draft, draft.PeopleOfNoCommonInitial(2))),
        SharingCase.Different("different letter tiles: one letter in common", draft => DifferentTiles(draft, draft.PeopleOfOneCommonInitial())),
        SharingCase.Different("different identicons", draft => Strangers(draft, 3, _ => Avatars.Pattern(draft.Random))),
        SharingCase.Different("different identicons: one or two cells", SimilarIdenticons),
        SharingCase.Different("different logos", DifferentLogos),
    ];

    private static void Avatar(GroupDraft draft, SKBitmap picture, int holders, AccountKind[] kinds) =>
        draft.Share(draft.People(holders).Select(person => person.Name), Upload.Take(picture, draft.Random), kinds);

    /// <summary>One network draws all tiles alike; the color may go by the account or by the letters.</summary>
    private static void SameTile(GroupDraft draft)
    {
        var style = TileStyle.Any(draft.Random);
        var color = Palette.Strong(draft.Random);
        AccountKind[] kinds = [Established, Quiet, New];
        foreach (var (i, person) in draft.PeopleOfOneInitials(3).Index())
        {
            var ground = draft.Number % 2 == 0 ? color : Palette.Strong(draft.Random);
            draft.Add(person.Name, Upload.Take(Avatars.Tile(person.Initials, ground, style), draft.Random), kinds[i]);
        }
    }

    private static void CompanyLogo(GroupDraft draft)
    {
        var company = draft.Companies(1)[0];
        var logo = Upload.Take(Avatars.Logo(company, draft.Random), draft.Random);
        draft.Share([company, .. draft.People(3).Select(person => person.Name)], logo, [Established, New, Quiet, Established], company);
    }

    private static void DifferentTiles(GroupDraft draft, PersonDraft[] people)
    {
        var style = TileStyle.Any(draft.Random);
        foreach (var (person, kind) in people.Zip([Established, New]))
        {
            draft.Add(person.Name, Upload.Take(Avatars.Tile(person.Initials, Palette.Strong(draft.Random), style), draft.Random), kind);
        }
    }

    private static void SimilarIdenticons(GroupDraft draft)
    {
        var pattern = Avatars.Pattern(draft.Random);
        Strangers(draft, 2, i => i == 0 ? pattern : Avatars.Neighbor(pattern, draft.Random));
    }

    private static void DifferentLogos(GroupDraft draft)
    {
        AccountKind[] kinds = [Established, Quiet, New];
        foreach (var (i, company) in draft.Companies(3).Index())
        {
            draft.Add(company, Upload.Take(Avatars.Logo(company, draft.Random), draft.Random), kinds[i], company);
        }
    }

    private static void Strangers(GroupDraft draft, int count, Func<int, bool[]> pattern)
    {
        AccountKind[] kinds = [Established, New, Quiet];
        foreach (var (i, person) in draft.People(count).Index())
        {
            draft.Add(person.Name, Upload.Take(Avatars.Identicon(pattern(i), Palette.Strong(draft.Random)), draft.Random), kinds[i]);
        }
    }
}
