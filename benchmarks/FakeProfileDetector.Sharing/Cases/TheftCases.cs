using FakeProfileDetector.Profiles;
using FakeProfileDetector.Sharing.Copies;
using FakeProfileDetector.Sharing.Histories;
using FakeProfileDetector.Sharing.Members;
using FakeProfileDetector.Sharing.People;
using static FakeProfileDetector.Sharing.Histories.AccountKind;

namespace FakeProfileDetector.Sharing.Cases;

/// <summary>What a thief does to a file.</summary>
internal delegate byte[] FileEdit(byte[] file, Random random);

/// <summary>Stolen portraits: the owner must not be accused, the thief should be.</summary>
internal static class TheftCases
{
    private static readonly (string Name, FileEdit Edit)[] Frames =
    [
        ("story", TheftEdit.Story), ("screenshot", TheftEdit.Screenshot), ("collage", TheftEdit.Collage),
    ];

    internal static IEnumerable<SharingCase> All =>
    [
        Simple("newcomer, exact copy; owner established", Established, NewFake, TheftEdit.Exact),
        Simple("newcomer, cropped copy; owner established", Established, NewFake, TheftEdit.Crop),
        Simple("newcomer, mirrored copy; owner established", Established, NewFake, TheftEdit.Mirror),
        Simple("newcomer, framed copy; owner established", Established, NewFake, TheftEdit.Frame),
        Simple("thin account, exact copy; owner established", Established, OldFake, TheftEdit.Exact),
        .. Frames.Select(frame => Simple($"thin account, {frame.Name}; owner established", Established, OldFake, frame.Edit)),
        Simple("newcomer, exact copy; owner quiet", Quiet, NewFake, TheftEdit.Exact),
        Simple("thin account, exact copy; owner quiet", Quiet, OldFake, TheftEdit.Exact),
        .. Frames.Select(frame => Simple($"middling account, {frame.Name}; owner quiet", Quiet, Middling, frame.Edit)),
        Bought("owner quiet, photo dates known", Quiet, isDated: true),
        Bought("owner quiet, no photo dates", Quiet, isDated: false),
        Bought("owner new, photo dates known", New, isDated: true),
        Bought("owner new, no photo dates", New, isDated: false),
        SharingCase.Theft("second account of one name, same crop", draft => SecondAccount(draft, isBought: false)),
        SharingCase.Theft("second account bought, same crop", draft => SecondAccount(draft, isBought: true)),
        SharingCase.Theft("ring of five, one portrait", Ring),
        Newcomers("handles in a row", (draft, person, i) => Handles.InARow(person, 4300 + (37 * draft.Number) + i)),
        Newcomers("handles with a counter", (draft, _, i) => $"promo_girl_{draft.Number:00}_{i + 1:00}"),
        Newcomers("handles with five digits", (draft, person, _) => Handles.WithDigits(person.Name, draft.Random)),
    ];

    private static SharingCase Simple(string name, AccountKind owner, AccountKind thief, FileEdit edit) => SharingCase.Theft(name, draft =>
    {
        var (robbed, photo) = Owner(draft, owner);
        draft.AddThief(draft.People(1)[0].Name, edit(photo, draft.Random), draft.History(thief), robbed);
    });

    private static SharingCase Bought(string name, AccountKind owner, bool isDated) => SharingCase.Theft($"bought rich account; {name}", draft =>
    {
        var (robbed, photo) = Owner(draft, owner);
        draft.AddThief(draft.People(1)[0].Name, Upload.Again(photo, draft.Random), draft.History(Rich), robbed);
        if (!isDated)
        {
            draft.ForgetPhotoDates();
        }
    });

    private static (PlantedMember Owner, byte[] Photo) Owner(GroupDraft draft, AccountKind kind)
    {
        var photo = draft.Portrait();
        return (draft.Add(draft.People(1)[0].Name, photo, kind), photo);
    }

    /// <summary>The thief shows one crop on two accounts: each is a whole match of the other and hides the owner.</summary>
    private static void SecondAccount(GroupDraft draft, bool isBought)
    {
        var (robbed, photo) = Owner(draft, Established);
        var crop = TheftEdit.Crop(photo, draft.Random);
        var thief = draft.People(1)[0].Name;
        draft.AddThief(thief, crop, draft.History(draft.Number % 2 == 0 ? NewFake : OldFake), robbed);
        draft.AddThief(isBought ? draft.People(1)[0].Name : thief, crop, draft.History(isBought ? Rich : OldFake), robbed);
    }

    /// <summary>Registered within hours by a program: handles in a row, almost equal counts, one file.</summary>
    private static void Ring(GroupDraft draft)
    {
        const int Size = 5;
        const int MostDays = 200;
        var random = draft.Random;
        var photo = draft.Portrait();
        var pattern = draft.History(OldFake);
        var registered = HistoryPool.DaysAgo(random.Next(5, MostDays), random);
        var number = random.Next(1000, 9000);
        foreach (var (i, person) in draft.People(Size).Index())
        {
            draft.AddThief(person.Name, photo, About(pattern, random) with { CreatedAt = registered.AddMinutes(20 * i) }, owner: null, Handles.InARow(person, number + i));
        }
    }

    /// <summary>A ring that took its time: only the handles are of one hand.</summary>
    private static SharingCase Newcomers(string name, Func<GroupDraft, PersonDraft, int, string> handle) => SharingCase.Theft($"ring of five newcomers; {name}", draft =>
    {
        const int Size = 5;
        var photo = draft.Portrait();
        foreach (var (i, person) in draft.People(Size).Index())
        {
            draft.AddThief(person.Name, Upload.Again(photo, draft.Random), draft.History(NewFake), owner: null, handle(draft, person, i));
        }
    });

    private static AccountHistory About(AccountHistory history, Random random) => history with
    {
        Connections = history.Connections + random.Next(3),
        Following = history.Following + random.Next(3),
        Posts = history.Posts + random.Next(2),
    };
}
