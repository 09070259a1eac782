using FakeProfileDetector.Sharing.Copies;
using FakeProfileDetector.Sharing.Drawing;
using FakeProfileDetector.Sharing.Histories;
using FakeProfileDetector.Sharing.Members;
using static FakeProfileDetector.Sharing.Histories.AccountKind;

namespace FakeProfileDetector.Sharing.Cases;

/// <summary>People who are on a picture together and all show it.</summary>
internal static class GroupPictureCases
{
    private const HolderRelations Home = HolderRelations.Connected | HolderRelations.Household;
    private const HolderRelations Colleagues = HolderRelations.Connected | HolderRelations.Employer;

    internal static IEnumerable<SharingCase> All =>
    [
        SharingCase.GoodFaith("couple: established and new", draft => Couple(draft, Established, New), Home),
        SharingCase.GoodFaith("couple: established and quiet", draft => Couple(draft, Established, Quiet), Home),
        SharingCase.GoodFaith("couple: both established", draft => Couple(draft, Established, Established), Home),
        SharingCase.GoodFaith("team: six new", draft => Team(draft, 6, [New]), Colleagues),
        SharingCase.GoodFaith("team: three mixed", draft => Team(draft, 3, [Established, Quiet, New]), Colleagues),
        SharingCase.GoodFaith("parents with children: two family names", draft => Parents(draft, [Established, New]), Home),
        SharingCase.GoodFaith("family: one family name, three mixed", Family, Home),
        SharingCase.GoodFaith("five newcomers, a picture of several people", draft => Team(draft, 5, [New])),
    ];

    private static void Couple(GroupDraft draft, params AccountKind[] kinds) =>
        draft.Share(draft.People(2).Select(person => person.Name), Picture(draft, 2), kinds);

    private static void Team(GroupDraft draft, int holders, AccountKind[] kinds) => draft.Share(
        draft.People(holders).Select(person => person.Name), Picture(draft, draft.Random.Next(3, 7)), kinds, draft.Companies(1)[0]);

    private static void Parents(GroupDraft draft, AccountKind[] kinds)
    {
        var children = draft.Random.Next(1, 3);
        draft.Share(draft.People(2).Select(person => person.Name), Picture(draft, draft.Random.Next(1, 3) + children, children), kinds);
    }

    private static void Family(GroupDraft draft) =>
        draft.Share(draft.FamilyOf(3).Select(person => person.Name), Picture(draft, draft.Random.Next(2, 5), 1), [Established, Quiet, New]);

    private static byte[] Picture(GroupDraft draft, int faces, int children = 0) =>
        Upload.Take(GroupPhoto.Compose(draft.Faces(faces), draft.Random.Next(), children), draft.Random);
}
