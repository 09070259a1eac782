using FakeProfileDetector.Profiles;
using FakeProfileDetector.Sharing.Copies;
using FakeProfileDetector.Sharing.Drawing;
using FakeProfileDetector.Sharing.Histories;
using FakeProfileDetector.Sharing.Members;
using FakeProfileDetector.Sharing.People;
using static FakeProfileDetector.Sharing.Histories.AccountKind;

namespace FakeProfileDetector.Sharing.Cases;

/// <summary>One person's portrait on several accounts, none of them a thief's; and those of which nobody can tell.</summary>
internal static class PortraitSharingCases
{
    private const HolderRelations Colleagues = HolderRelations.Connected | HolderRelations.Employer;

    internal static IEnumerable<SharingCase> All =>
    [
        SharingCase.GoodFaith("stock headshot on three businesses: new", draft => StockPhoto(draft, [New])),
        SharingCase.GoodFaith("stock headshot on three businesses: mixed", draft => StockPhoto(draft, [Established, Quiet, New])),
        SharingCase.GoodFaith("recruiter and company account", Recruiter, Colleagues),
        SharingCase.GoodFaith("executive and \"Office of …\"", draft => Executive(draft, name => $"Office of {name}"), Colleagues),
        SharingCase.GoodFaith("executive and \"Assistant to …\"", draft => Executive(draft, name => $"Assistant to {name}"), Colleagues),
        SharingCase.GoodFaith("executive and assistant by name, one organization", draft => Executive(draft, _ => draft.People(1)[0].Name), Colleagues),
        SharingCase.GoodFaith("verified figure and fan account by its name", draft => Fan(draft, isVerified: true, FanName(draft))),
        SharingCase.GoodFaith("much-followed figure and fan account by its name", draft => Fan(draft, isVerified: false, FanName(draft))),
        SharingCase.GoodFaith("verified figure and a fan's own account", draft => Fan(draft, isVerified: true, _ => draft.People(1)[0].Name)),
        SharingCase.GoodFaith("nothing known, one copy smaller: portrait", draft => NothingKnown(draft, draft.Portrait())),
        SharingCase.GoodFaith("nothing known, one copy smaller: couple", NothingKnownOfCouple, HolderRelations.Connected | HolderRelations.Household),
        SharingCase.GoodFaith("two newcomers, one portrait", draft => draft.Share(Names(draft, 2), draft.Portrait(), [New])),
        SharingCase.GoodFaith("two quiet accounts, one portrait", draft => draft.Share(Names(draft, 2), draft.Portrait(), [Quiet])),
        SharingCase.GoodFaith("five newcomers, one portrait, no pattern", draft => draft.Share(Names(draft, 5), draft.Portrait(), [New])),
        SharingCase.GoodFaith("five newcomers, one portrait, handles of the network's", HandedOut),
        SharingCase.Different("two photos of one person, one name", TwoShots),
    ];

    private static IEnumerable<string> Names(GroupDraft draft, int count) => draft.People(count).Select(person => person.Name);

    /// <summary>The network hands out handles: names with digits in even groups, "user" with digits in odd ones.</summary>
    private static void HandedOut(GroupDraft draft)
    {
        var photo = draft.Portrait();
        foreach (var name in Names(draft, 5))
        {
            var handle = draft.Number % 2 == 0 ? Handles.WithDigits(name, draft.Random) : $"user{draft.Random.Next(1_000_000, 9_999_999)}";
            draft.Add(name, Upload.Again(photo, draft.Random), New, handle: handle);
        }
    }

    private static void StockPhoto(GroupDraft draft, AccountKind[] kinds)
    {
        var photo = draft.Portrait();
        foreach (var (i, company) in draft.Companies(3).Index())
        {
            draft.Add(company, Upload.Again(photo, draft.Random), kinds[i % kinds.Length], company);
        }
    }

    private static void Recruiter(GroupDraft draft)
    {
        var person = draft.People(1)[0];
        var company = $"{draft.Companies(1)[0].Split(' ')[0]} Recruiting";
        var (own, companys) = draft.Number % 2 == 0 ? (Established, New) : (New, Established);
        draft.Share([person.Name, company], draft.Portrait(), [own, companys], company);
    }

    private static void Executive(GroupDraft draft, Func<string, string> assistant)
    {
        var executive = draft.People(1)[0].Name;
        draft.Share([executive, assistant(executive)], draft.Portrait(), [Established, draft.Number % 2 == 0 ? New : Quiet], draft.Companies(1)[0]);
    }

    private static Func<string, string> FanName(GroupDraft draft) => draft.Number % 2 == 0 ? name => $"{name} Fans" : name => $"Fans of {name}";

    private static void Fan(GroupDraft draft, bool isVerified, Func<string, string> fan)
    {
        var figure = draft.People(1)[0].Name;
        var photo = draft.Portrait();
        draft.Add(figure, photo, isVerified ? draft.History(Established) with { IsVerified = true } : Followed(draft.History(Rich)));
        draft.Add(fan(figure), Upload.Again(photo, draft.Random), draft.Number % 2 == 0 ? Quiet : Established);
    }

    private static AccountHistory Followed(AccountHistory history)
    {
        const int Many = 100_000;
        return history with { Connections = Many + history.Connections };
    }

    private static void NothingKnownOfCouple(GroupDraft draft) =>
        NothingKnown(draft, Upload.Take(GroupPhoto.Compose(draft.Faces(2), draft.Random.Next()), draft.Random));

    private static void NothingKnown(GroupDraft draft, byte[] photo)
    {
        var people = draft.People(2);
        draft.Add(people[0].Name, photo, history: null);
        draft.Add(people[1].Name, Upload.Smaller(photo, .4 + (draft.Random.NextDouble() * .3), draft.Random), history: null);
    }

    private static void TwoShots(GroupDraft draft)
    {
        if (draft.TwoShots() is var (first, second))
        {
            var name = draft.People(1)[0].Name;
            draft.Add(name, first, Established);
            draft.Add(name, second, draft.Number % 2 == 0 ? New : Quiet);
        }
    }
}
