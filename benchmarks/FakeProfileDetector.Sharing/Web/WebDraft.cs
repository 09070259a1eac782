using FakeProfileDetector.Benchmarks.Shared.Data;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Sharing.Copies;
using FakeProfileDetector.Sharing.Faces;
using FakeProfileDetector.Sharing.Histories;
using FakeProfileDetector.Sharing.Members;
using FakeProfileDetector.Sharing.Networks;
using FakeProfileDetector.Sharing.People;
using FakeProfileDetector.Sharing.Web.Cases;
using FakeProfileDetector.Sharing.Web.Pages;
using FakeProfileDetector.Web;

namespace FakeProfileDetector.Sharing.Web;

/// <summary>One account of a case while it and its pages are made up.</summary>
/// <param name="plan">The case.</param>
/// <param name="source">What it is made up of; kinds of accounts take turns by its number.</param>
internal sealed class WebDraft(WebCase plan, RoundSource source)
{
    private static readonly AccountKind[] GenuineKinds = [AccountKind.Established, AccountKind.Quiet, AccountKind.New];
    private static readonly AccountKind[] ThiefKinds = [AccountKind.NewFake, AccountKind.OldFake];

    private readonly List<ShownPage> _pages = [];
    private PlantedMember? _member;
    private AccountKind _kind;
    private WebPhotoSearchFailure? _failure;

    internal Random Random => source.Random;

    internal int Number => source.Number;

    /// <summary>The member; pages may be added before it or after.</summary>
    internal PlantedMember Member => _member ?? throw new InvalidOperationException("The case makes up no member.");

    internal PersonDraft Person() => source.Names.People(1, source.Random)[0];

    internal PersonDraft[] People(int count) => source.Names.People(count, source.Random);

    internal string Company() => source.Names.Companies(1, source.Random)[0];

    internal Face[] Faces(int count) => [.. Enumerable.Range(0, count).Select(_ => source.Faces.Draw())];

    /// <summary>The file of a portrait that nobody of the network has yet.</summary>
    internal byte[] Portrait() => Upload.Take(source.Faces.Draw().Decode(), source.Random);

    /// <summary>The files of two different photos of one person; null once the network has had all.</summary>
    internal (byte[] First, byte[] Second)? TwoShots() =>
        source.Shots.Draw() is { } pair ? (File.ReadAllBytes(pair.First), File.ReadAllBytes(pair.Second)) : null;

    /// <summary>Makes up a genuine member: established, quiet and new take turns. The network knows of half since when they show the photo.</summary>
    internal void Genuine(string name, byte[] photo, string? latin = null, string? organization = null)
    {
        var history = Join(GenuineKinds[source.Number % GenuineKinds.Length], name, photo, latin ?? name);
        var since = source.Random.Next(2) == 0 ? (DateTimeOffset?)null : history.CreatedAt?.AddHours(source.Random.Next(1, 48)) ?? HistoryPool.DaysAgo(source.Random.Next(365, 1200), source.Random);
        _member = Member with { Organization = organization, PhotoSince = since };
    }

    /// <summary>Makes up a thief: newcomers and thin accounts take turns.</summary>
    internal void Thief(byte[] photo) => Thief(Person().Name, photo);

    internal void Thief(string name, byte[] photo)
    {
        var history = Join(ThiefKinds[source.Number % ThiefKinds.Length], name, photo, name);
        const int MostDays = 30;
        var first = new[] { HistoryPool.Now.AddDays(-MostDays), history.CreatedAt }.Max()!.Value;
        var since = source.Random.Next(2) == 0 ? (DateTimeOffset?)null : first + ((HistoryPool.Now - first) * source.Random.NextDouble());
        _member = Member with { IsFake = true, PhotoSince = since };
    }

    /// <summary>The network knows since when the member shows the photo, and all pages so far were seen later.</summary>
    internal void BeFirst()
    {
        var since = Member.History?.CreatedAt?.AddHours(1) ?? HistoryPool.DaysAgo(1500, source.Random);
        _member = Member with { PhotoSince = since };
        for (var i = 0; i < _pages.Count; i++)
        {
            var seen = since.AddDays(1) + ((HistoryPool.Now - since.AddDays(1)) * source.Random.NextDouble());
            _pages[i] = _pages[i] with { FirstSeen = seen };
        }
    }

    internal void TakeHandle(string handle) => _member = Member with { Handle = handle };

    /// <summary>Adds a page that shows a copy of the picture.</summary>
    internal void Show(MadeUpPage page, byte[] picture) => Add(page, PageCopy.Of(picture, source.Random), WebPhotoMatch.Full);

    internal void Show(IEnumerable<MadeUpPage> pages, byte[] picture)
    {
        foreach (var page in pages)
        {
            Show(page, picture);
        }
    }

    /// <summary>Adds a page with a file as it is, or one that could not be fetched.</summary>
    internal void Add(MadeUpPage page, byte[]? file, WebPhotoMatch match) => _pages.Add(new(page, file, match, FirstSeen()));

    /// <summary>Of some pages the pictures cannot be fetched.</summary>
    /// <param name="share">Which share of them; so many are chosen, not each by chance.</param>
    internal void LosePictures(double share)
    {
        var places = Enumerable.Range(0, _pages.Count).ToArray();
        source.Random.Shuffle(places);
        foreach (var place in places.Take((int)Math.Round(_pages.Count * share)))
        {
            _pages[place] = _pages[place] with { Picture = null };
        }
    }

    internal void Fail(WebPhotoSearchFailure failure) => _failure = failure;

    /// <summary>What searches answer besides: boards, forms to log in, and strangers who look alike.</summary>
    internal void AddUsualNoise(byte[] photo)
    {
        const int OneIn = 4;
        var before = _pages.Count;
        if (source.Random.Next(OneIn) == 0)
        {
            Show(OtherSites.Reposts(PageNames.Of(Person()), 1, source.Random), photo);
        }

        if (source.Random.Next(OneIn) == 0)
        {
            Show(OtherSites.NobodysPages(1, source.Random), photo);
        }

        if (source.Random.Next(OneIn) == 0)
        {
            Add(ProfileSites.Draw(1, source.Random)[0](PageNames.Of(Person()), source.Random), Portrait(), WebPhotoMatch.Partial);
        }

        for (var i = before; i < _pages.Count; i++)
        {
            _pages[i] = _pages[i] with { IsNoise = true };
        }
    }

    internal PlantedAccount Finish()
    {
        ShownPage[] pages = [.. _pages];
        source.Random.Shuffle(pages);
        return new(Member, _kind, plan, pages, _failure);
    }

    private AccountHistory Join(AccountKind kind, string name, byte[] photo, string latin)
    {
        _kind = kind;
        var history = source.Histories.Draw(kind, source.Random);
        var group = $"{source.Number:000}-{StableSeed.Of(plan.Name):x8}";
        _member = new($"{StableSeed.Of(group):x8}-{group}", plan.Name, group, name, Handles.Of(latin, source.Random), photo, history);
        return history;
    }

    /// <summary>Providers date what they crawl: in the last years mostly, for some pages late, for many not at all.</summary>
    private DateTimeOffset? FirstSeen() => source.Random.Next(10) switch
    {
        < 4 => null,
        4 => HistoryPool.DaysAgo(source.Random.Next(1, 10), source.Random),
        _ => HistoryPool.DaysAgo(source.Random.Next(60, 1400), source.Random),
    };
}
