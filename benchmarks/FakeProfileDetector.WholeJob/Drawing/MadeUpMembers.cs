using FakeProfileDetector.Photos;
using FakeProfileDetector.Profiles;

namespace FakeProfileDetector.WholeJob.Drawing;

/// <summary>Members with made-up names and accounts, each the same in every run.</summary>
internal static class MadeUpMembers
{
    private static readonly DateTimeOffset Observed = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] GivenNames =
        ["Ana", "Boris", "Carla", "David", "Elin", "Pavel", "Greta", "Marko", "Sofia", "Lucas", "Nina", "Omar", "Priya", "Rosa", "Stefan", "Tara"];

    private static readonly string[] Syllables =
        ["ka", "ro", "vi", "mar", "sen", "ler", "ton", "dic", "par", "mel", "hor", "vat", "gon", "sil", "ber", "lin", "tor", "nes", "dal", "kov"];

    internal static string NameOf(int number)
    {
        var random = new Random(number);
        var family = string.Concat(Enumerable.Range(0, 3).Select(_ => Syllables[random.Next(Syllables.Length)]));
        return $"{GivenNames[random.Next(GivenNames.Length)]} {char.ToUpperInvariant(family[0])}{family[1..]}";
    }

    internal static AccountHistory HistoryOf(int number)
    {
        var random = new Random(~number);
        return new()
        {
            ObservedAt = Observed,
            CreatedAt = Observed.AddDays(-random.Next(30, 5000)),
            Connections = random.Next(1500),
            Following = random.Next(1500),
            Posts = random.Next(500),
            BioLength = random.Next(150),
            HasUrl = random.Next(2) == 0,
        };
    }

    internal static Profile Member(string id, int number, ProfilePhoto photo) => new(id)
    {
        DisplayName = NameOf(number),
        Handle = $"{id}.{number}",
        History = HistoryOf(number),
        Photo = photo,
    };

    internal static Profile Member(string id, int number, PhotoFingerprint photo) => Member(id, number, ProfilePhoto.FromFingerprint(photo));
}
