namespace FakeProfileDetector.Sharing.Web.Pages;

/// <summary>Pages that are no profiles: staff, news, lists of people, boards, libraries of stock pictures, forms to log in.</summary>
internal static class OtherSites
{
    private static readonly string[] Firms = ["contoso", "relecloud", "litware", "fabrikam", "northwind", "adatum"];

    private static readonly Func<PageNames, Random, MadeUpPage>[] Lists =
    [
        (person, random) => new($"https://www.spokeo.com/{person.Latin.Replace(' ', '-')}", $"{person.Name} found - Phone number, Email, Address | Spokeo"),
        (person, random) => new($"https://rocketreach.co/{person.Slug}-email_{random.Next(1000, 9999)}", $"{person.Name} Email & Phone Number | Relecloud Sales Director"),
        (person, random) => new($"https://www.idcrawl.com/{person.Slug}", $"{person.Name}'s Instagram, Twitter & Facebook on IDCrawl"),
        (person, random) => new($"https://www.zoominfo.com/p/{person.Latin.Replace(' ', '-')}/{random.Next(100, 999)}", $"{person.Name} | Sales Director - Relecloud"),
        (person, random) => new($"https://www.alpine.example/members/{person.Slug}", $"{person.Name} - Alpine Club members"),
        (person, random) => new($"https://www.linkedin.com/pub/dir/{person.Latin.Split(' ')[0]}/+", $"20+ \"{person.Name}\" profiles | LinkedIn"),
    ];

    private static readonly Func<PageNames, Random, MadeUpPage>[] Papers =
    [
        (person, random) => new($"https://www.bbc.co.uk/news/uk-england-{random.Next(10_000_000, 99_999_999)}", $"{person.Name}: Teacher honoured for 40 years of service - BBC News"),
        (person, random) => new("https://www.derstandard.at/story/8", $"{person.Name} im Porträt"),
        (person, random) => new($"https://www.reuters.com/world/x-2024-05-{random.Next(10, 28)}/", $"{person.Name} named finance chief at Litware | Reuters"),
        (person, random) => new($"https://dailynorthwind.example/2022/11/03/{person.Slug}-wins-award/", $"{person.Name} wins award - Daily Northwind"),
        (person, random) => new($"https://gazette.reno.example/2020/11/30/{person.Slug}-retires", $"{person.Name} retires after 40 years | Reno Gazette"),
    ];

    private static readonly Func<PageNames, Random, MadeUpPage>[] Boards =
    [
        (person, random) => new($"https://www.pinterest.com/pin/{random.Next(10_000, 99_999)}/", $"Pin by {person.Name} on Hair | Hair, Beauty, Style"),
        (person, random) => new($"https://www.reddit.com/r/portraits/comments/{random.Next(100, 999)}/x/", "My aunt in 1975 : r/portraits"),
        (person, random) => new($"https://9gag.com/gag/{random.Next(1000, 9999)}", "My boss looks like this - 9GAG"),
        (person, random) => new($"https://imgur.com/a/{random.Next(1000, 9999)}", "Album - Imgur"),
        (person, random) => new($"https://www.pinterest.de/pin/{random.Next(10_000, 99_999)}/", $"{person.Name} ({person.Handle(random)}) hat sich das gemerkt"),
        (person, random) => new($"https://wallpapercave.com/w{random.Next(100, 999)}", "Portrait Wallpapers - Wallpaper Cave"),
    ];

    private static readonly Func<Random, MadeUpPage>[] Libraries =
    [
        random => new($"https://www.shutterstock.com/image-photo/smiling-person-{random.Next(1000, 9999)}", "Smiling Person Looking At Camera Stock Photo | Shutterstock"),
        random => new($"https://www.dreamstime.com/x-image{random.Next(1000, 9999)}", "Portrait of a smiling person stock image. Image of confident - 5 | Dreamstime"),
        random => new($"https://unsplash.com/photos/{random.Next(1000, 9999)}", "person in gray jacket photo – Free Portrait Image on Unsplash"),
    ];

    private static readonly Func<Random, MadeUpPage>[] Forms =
    [
        random => new($"https://www.instagram.com/p/C{random.Next(1000, 9999)}/", "Login • Instagram"),
        random => new("https://www.facebook.com/login/", "Log in to Facebook"),
        random => new($"https://www.linkedin.com/in/x-{random.Next(1000, 9999)}", "Sign Up | LinkedIn"),
        random => new($"https://www.contoso.example/people/{random.Next(1000, 9999)}", "404 - Page not found"),
        random => new($"https://x.com/u{random.Next(1000, 9999)}", "Just a moment..."),
        random => new($"https://www.tiktok.com/@u{random.Next(1000, 9999)}", "TikTok - Make Your Day"),
    ];

    private static readonly Func<PageNames, Random, MadeUpPage>[] Posts =
    [
        (author, random) => new($"https://www.linkedin.com/posts/{author.Slug}_team-activity-{random.Next(10_000, 99_999)}", $"{author.Name} on LinkedIn: So proud of this colleague"),
        (author, random) => new($"https://x.com/{author.Handle(random)}/status/{random.Next(10_000, 99_999)}", $"{author.Name} on X: \"Happy birthday!\" / X"),
        (author, random) => new($"https://www.instagram.com/p/D{random.Next(1000, 9999)}/", $"{author.Name} on Instagram: \"With my best friend\""),
        (author, random) => new($"https://www.facebook.com/{author.Handle(random)}/posts/{random.Next(1000, 9999)}", $"{author.Name} - Happy birthday! | Facebook"),
    ];

    internal static MadeUpPage Staff(PageNames person, Random random)
    {
        var firm = Firms[random.Next(Firms.Length)];
        return random.Next(3) switch
        {
            0 => new($"https://www.{firm}.example/team/{person.Slug}", $"{person.Name} - Contoso"),
            1 => new($"https://www.{firm}.example/mitarbeiter/{person.Slug}", $"{person.Name} » Mitarbeiter » Litware"),
            _ => new($"https://uni.{firm}.example/people/{person.Slug}", $"{person.Name} | Northwind University"),
        };
    }

    internal static MadeUpPage Speaker(PageNames person, Random random) =>
        new($"https://www.summit{random.Next(100)}.example/speakers/{person.Slug}", $"Speaker: {person.Name} - Contoso Summit");

    internal static MadeUpPage Wikipedia(PageNames person, Random random) =>
        new($"https://en.wikipedia.org/wiki/{person.Latin.Replace(' ', '_')}", $"{person.Name} - Wikipedia");

    internal static MadeUpPage FilmDatabase(PageNames person, Random random) =>
        new($"https://www.imdb.com/name/nm{random.Next(1_000_000, 9_999_999)}/", $"{person.Name} - IMDb");

    internal static MadeUpPage ScamList(PageNames person, Random random) => random.Next(2) == 0
        ? new($"https://scamdigger.com/profiles/{person.Slug}", $"{person.Name}, {random.Next(30, 60)} - scam profile")
        : new($"https://www.romancescam.com/forum/viewtopic.php?t={random.Next(100, 999)}", $"{person.Name} - RomanceScam.com");

    internal static IEnumerable<MadeUpPage> ListsOf(PageNames person, int count, Random random) => Draw(Lists, count, random).Select(page => page(person, random));

    internal static IEnumerable<MadeUpPage> News(PageNames person, int count, Random random) => Draw(Papers, count, random).Select(page => page(person, random));

    internal static IEnumerable<MadeUpPage> Reposts(PageNames reposter, int count, Random random) => Draw(Boards, count, random).Select(page => page(reposter, random));

    internal static IEnumerable<MadeUpPage> Stock(int count, Random random) => Draw(Libraries, count, random).Select(page => page(random));

    internal static IEnumerable<MadeUpPage> NobodysPages(int count, Random random) => Draw(Forms, count, random).Select(page => page(random));

    internal static IEnumerable<MadeUpPage> PostsBy(PageNames author, int count, Random random) => Draw(Posts, count, random).Select(page => page(author, random));

    private static T[] Draw<T>(T[] pages, int count, Random random)
    {
        T[] shuffled = [.. pages];
        random.Shuffle(shuffled);
        return shuffled[..Math.Min(count, shuffled.Length)];
    }
}
