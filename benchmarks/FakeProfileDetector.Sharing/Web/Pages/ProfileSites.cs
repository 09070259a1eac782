namespace FakeProfileDetector.Sharing.Web.Pages;

/// <summary>Sites on which people have profiles, and what their titles look like.</summary>
internal static class ProfileSites
{
    private static readonly string[] Jobs = ["Product Manager", "Nurse", "Civil Engineer", "Teacher", "Sales Director", "Photographer", "Software Developer"];

    private static readonly string[] Firms = ["Contoso", "Relecloud", "Litware", "Fabrikam", "Northwind"];

    private static readonly string[] Towns = ["Split", "Graz", "Porto", "Lyon", "Leeds", "Turku"];

    private static readonly Func<PageNames, Random, MadeUpPage>[] Usual =
    [
        LinkedIn,
        (person, random) => Handled(person, random, handle => new($"https://www.instagram.com/{handle}/", $"{person.Name} (@{handle}) • Instagram photos and videos")),
        (person, random) => Handled(person, random, handle => new($"https://www.facebook.com/{handle}", $"{person.Name} | Facebook")),
        (person, random) => Handled(person, random, handle => new($"https://x.com/{handle}", $"{person.Name} (@{handle}) / X")),
        (person, random) => Handled(person, random, handle => new($"https://www.tiktok.com/@{handle}", $"{person.Name} (@{handle}) | TikTok")),
        (person, random) => Handled(person, random, handle => new($"https://github.com/{handle}", $"{handle} ({person.Name}) · GitHub")),
        (person, random) => new($"https://www.xing.com/profile/{person.Slug.Replace('-', '_')}", $"{person.Name} - {Any(Jobs, random)} - {Any(Firms, random)} | XING"),
        (person, random) => Handled(person, random, handle => new($"https://www.youtube.com/@{handle}", $"{person.Name} - YouTube")),
        (person, random) => Handled(person, random, handle => new($"https://medium.com/@{handle}", $"{person.Name} – Medium")),
        (person, random) => Handled(person, random, handle => new($"https://www.threads.net/@{handle}", $"{person.Name} (@{handle}) • Threads, Say more")),
        (person, random) => Handled(person, random, handle => new($"https://vk.com/{handle}", $"{person.Name} | VK")),
        (person, random) => new($"https://ok.ru/profile/{random.Next(1_000_000, 9_000_000)}", $"{person.Name}, {random.Next(20, 60)} | OK"),
    ];

    private static readonly Func<PageNames, Random, MadeUpPage>[] Dating =
    [
        (person, random) => new($"https://badoo.com/profile/0{random.Next(1000, 9999)}ab", $"{First(person)}, {random.Next(25, 60)}, {Any(Towns, random)} | Badoo"),
        (person, random) => Handled(person, random, handle => new($"https://tinder.com/@{handle}", $"{First(person)}, {random.Next(25, 60)} | Tinder")),
    ];

    internal static MadeUpPage LinkedIn(PageNames person, Random random) =>
        new($"https://www.linkedin.com/in/{person.Slug}-{random.Next(100, 999)}", $"{person.Name} - {Any(Jobs, random)} - {Any(Firms, random)} | LinkedIn");

    /// <summary>Different sites.</summary>
    internal static Func<PageNames, Random, MadeUpPage>[] Draw(int count, Random random) => Shuffled(Usual, random)[..count];

    internal static Func<PageNames, Random, MadeUpPage>[] DatingSites(Random random) => Shuffled(Dating, random);

    private static MadeUpPage Handled(PageNames person, Random random, Func<string, MadeUpPage> page) => page(person.Handle(random));

    private static string First(PageNames person) => person.Name.Split(' ')[0];

    private static Func<PageNames, Random, MadeUpPage>[] Shuffled(Func<PageNames, Random, MadeUpPage>[] sites, Random random)
    {
        Func<PageNames, Random, MadeUpPage>[] shuffled = [.. sites];
        random.Shuffle(shuffled);
        return shuffled;
    }

    private static string Any(string[] texts, Random random) => texts[random.Next(texts.Length)];
}
