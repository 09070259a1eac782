using FakeProfileDetector.Sharing.Copies;
using FakeProfileDetector.Sharing.Drawing;
using FakeProfileDetector.Sharing.Faces;
using FakeProfileDetector.Sharing.Histories;
using FakeProfileDetector.Sharing.People;
using SkiaSharp;
using static FakeProfileDetector.Sharing.Histories.AccountKind;

namespace FakeProfileDetector.Sharing.Cases;

/// <summary>Different people, each with a portrait of their own, in the same design or under the same sticker.</summary>
internal static class TemplateCases
{
    internal static IEnumerable<SharingCase> All =>
    [
        Template("event badge", Templates.Badge),
        Template("branded card", Templates.Card),
        SharingCase.Different("different people: election poster", ElectionPoster),
        Template("screenshot of a profile page", Templates.Page),
        SharingCase.Different("different people: group photo, one face changed", GroupPhotos),
        Sticker(.1),
        Sticker(.2),
    ];

    private static SharingCase Template(string name, Func<int, Face, string, SKBitmap> draw) => SharingCase.Different($"different people: {name}", draft =>
    {
        var seed = draft.Random.Next();
        Pair(draft, person => draw(seed, draft.Face(), person.Name));
    });

    private static SharingCase Sticker(double share) => SharingCase.Different($"different people: same sticker on {100 * share:F0} %", draft =>
    {
        var seed = draft.Random.Next();
        Strangers(draft, [Established, Quiet, New, Established], _ =>
        {
            using var portrait = draft.Face().Decode();
            return Templates.Sticker(seed, portrait, share);
        });
    });

    private static void ElectionPoster(GroupDraft draft)
    {
        var (seed, slogan) = (draft.Random.Next(), NameSource.Slogan(draft.Random));
        Pair(draft, person => Templates.ElectionPoster(seed, draft.Face(), person.Name, slogan));
    }

    private static void GroupPhotos(GroupDraft draft)
    {
        var seed = draft.Random.Next();
        var faces = draft.Faces(draft.Random.Next(3, 6));
        var changed = draft.Random.Next(faces.Length);
        Pair(draft, _ =>
        {
            faces[changed] = draft.Face();
            return GroupPhoto.Compose(faces, seed);
        });
    }

    private static void Pair(GroupDraft draft, Func<PersonDraft, SKBitmap> draw) => Strangers(draft, [Established, New], draw);

    private static void Strangers(GroupDraft draft, AccountKind[] kinds, Func<PersonDraft, SKBitmap> draw)
    {
        foreach (var (person, kind) in draft.People(kinds.Length).Zip(kinds))
        {
            draft.Add(person.Name, Upload.Take(draw(person), draft.Random), kind);
        }
    }
}
