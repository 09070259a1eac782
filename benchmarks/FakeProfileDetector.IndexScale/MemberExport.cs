using System.Globalization;
using FakeProfileDetector.IndexScale.Hashes;
using FakeProfileDetector.Photos;

namespace FakeProfileDetector.IndexScale;

/// <summary>A member export with photo hashes in place of photos, so that <c>fakeprofile scan</c> can be measured on any number of members.</summary>
internal sealed class MemberExport
{
    private const double ThievesShare = 0.01;
    private const double SecondProfileShare = 0.3;
    private const double NewcomerShare = 0.08;
    private const int MaximumFlips = 20;
    private static readonly DateOnly Observed = new(2026, 11, 1);

    private static readonly string[] GivenNames =
    [
        "Ana", "Boris", "Carla", "David", "Elin", "Pavel", "Greta", "Marko", "Sofia", "Lucas", "Nina", "Omar", "Priya", "Quentin",
        "Rosa", "Stefan", "Tara", "Ulf", "Vera", "Wen", "Xenia", "Yusuf", "Zoe", "Ivan", "Maria", "Jose", "Amir", "Leila", "Hugo", "Iris",
    ];

    // Family names are put together, so that a hundred thousand members do not share a handful.
    private static readonly string[] Syllables =
    [
        "ka", "ro", "vi", "mar", "sen", "ler", "ton", "dic", "par", "mel", "hor", "vat",
        "gon", "sil", "ber", "lin", "tor", "nes", "qui", "dal", "fer", "kov", "bra", "zen",
    ];

    private readonly Random _random;
    private readonly HashSource _hashes;
    private readonly QueryMaker _queries;

    private MemberExport(ScaleOptions options)
    {
        _random = new((int)options.Seed);
        _hashes = HashSource.Create(options);
        _queries = new(_hashes, options.Seed);
    }

    /// <summary>Writes the members and what they are.</summary>
    /// <remarks>
    /// One in a hundred has another's photo, up to 20 bits changed: most under a new name from an account with a thin history,
    /// the others as the same person's second profile. Names, histories and photos are made up.
    /// </remarks>
    internal static void Write(ScaleOptions options, string memberFile, string truthFile)
    {
        var export = new MemberExport(options);
        using var members = new StreamWriter(memberFile);
        using var truth = new StreamWriter(truthFile);
        export.Write(members, truth, options.Entries);
    }

    private void Write(TextWriter members, TextWriter truth, long count)
    {
        members.WriteLine("id,display_name,photo_hash,photo_quality,observed_at,created_at,connections,following,posts,bio_length,has_url");
        truth.WriteLine("id,label,case,owner");
        var names = new List<string>();
        foreach (var (hash, key) in _hashes.Entries(0, count))
        {
            var takes = names.Count > 0 && _random.NextDouble() < ThievesShare;
            var owner = takes ? _random.Next(names.Count) : 0;
            var isSecondProfile = takes && _random.NextDouble() < SecondProfileShare;
            var isThief = takes && !isSecondProfile;
            names.Add(isSecondProfile ? names[owner] : Name());
            var photo = takes ? _queries.Flip(_hashes.At(owner), _random.Next(MaximumFlips + 1)) : hash;
            var isNew = isThief || _random.NextDouble() < NewcomerShare;
            WriteMember(members, key, names[^1], photo, isNew ? NewAccount() : OldAccount());
            var kind = isThief ? "stolen-copy" : isSecondProfile ? "duplicate" : isNew ? "newcomer" : "unique";
            truth.WriteLine(Invariant($"m{key},{(isThief ? "fake" : "genuine")},{kind},{(takes ? Invariant($"m{owner}") : string.Empty)}"));
        }
    }

    private void WriteMember(TextWriter members, long key, string name, PhotoHash photo, string account) =>
        members.WriteLine(Invariant($"m{key},{name},{photo},{_random.Next(60, 101)},{Observed:yyyy-MM-dd},{account}"));

    private string Name() =>
        Pick(GivenNames) + " " + CultureInfo.InvariantCulture.TextInfo.ToTitleCase(
            string.Concat(Enumerable.Range(0, _random.Next(2, 4)).Select(_ => Pick(Syllables))));

    private string NewAccount() => Invariant(
        $"{Observed.AddDays(-_random.Next(1, 300)):yyyy-MM-dd},{_random.Next(16)},{_random.Next(100, 900)},{_random.Next(2)},0,0");

    private string OldAccount() => Invariant(
        $"{Observed.AddDays(-_random.Next(700, 6500)):yyyy-MM-dd},{Heavy(200)},{Heavy(150)},{Heavy(33)},{_random.Next(200)},{_random.Next(2)}");

    /// <summary>A count as accounts have them: half of them below the median, a few far above.</summary>
    private int Heavy(int median)
    {
        var normal = Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
        return (int)(median * Math.Exp(normal));
    }

    private string Pick(string[] from) => from[_random.Next(from.Length)];

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
