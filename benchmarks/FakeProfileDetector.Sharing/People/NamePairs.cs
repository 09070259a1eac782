namespace FakeProfileDetector.Sharing.People;

/// <summary>Ways in which one person goes by another name elsewhere; all people are invented.</summary>
internal static class NamePairs
{
    private static readonly (string Formal, string Short)[] Nicknames =
    [
        ("Elizabeth", "Liz"), ("William", "Bill"), ("Katherine", "Kate"), ("Robert", "Bob"), ("Alexandra", "Alex"), ("Giuseppe", "Beppe"),
        ("Johannes", "Hannes"), ("Michael", "Mike"), ("Thomas", "Tom"), ("Jennifer", "Jen"), ("Margaret", "Peggy"), ("Edward", "Ted"),
        ("Charlotte", "Lotte"), ("Francisco", "Paco"), ("Ekaterina", "Katya"), ("Vladimir", "Vova"), ("Aleksandr", "Sasha"), ("José", "Pepe"),
    ];

    private static readonly (string Here, string Elsewhere)[] WithoutMarks =
    [
        ("Jürgen Müller", "Juergen Mueller"), ("Søren Kjær", "Soeren Kjaer"), ("Łukasz Wójcik", "Lukasz Wojcik"), ("Željko Babić", "Zeljko Babic"),
        ("Çağla Yıldız", "Cagla Yildiz"), ("Jiří Dvořák", "Jiri Dvorak"), ("Zoë Brontë", "Zoe Bronte"), ("Ángel Ibáñez", "Angel Ibanez"),
        ("Đorđe Marić", "Djordje Maric"), ("Åsa Bergström", "Asa Bergstrom"), ("Ștefan Ionescu", "Stefan Ionescu"), ("Jörg Groß", "Joerg Gross"),
    ];

    private static readonly (string Latin, string OtherLatin, string Native)[][] Given =
    [
        [
            ("Sergei", "Sergey", "Сергей"), ("Dmitri", "Dmitry", "Дмитрий"), ("Ekaterina", "Yekaterina", "Екатерина"), ("Natalia", "Nataliya", "Наталия"),
            ("Andrei", "Andrey", "Андрей"), ("Yulia", "Iuliia", "Юлия"), ("Alexei", "Aleksey", "Алексей"), ("Evgeny", "Yevgeniy", "Евгений"),
        ],
        [("Giorgos", "Yiorgos", "Γιώργος"), ("Dimitris", "Dimitrios", "Δημήτρης"), ("Eleni", "Elene", "Ελένη"), ("Katerina", "Katerína", "Κατερίνα")],
        [("Mohammed", "Muhammad", "محمد"), ("Omar", "Umar", "عمر"), ("Khaled", "Khalid", "خالد"), ("Yousef", "Yusuf", "يوسف"), ("Layla", "Leila", "ليلى")],
    ];

    private static readonly (string Latin, string OtherLatin, string Native)[][] Family =
    [
        [
            ("Kovalenko", "Kovalenko", "Коваленко"), ("Shevchuk", "Shevtchouk", "Шевчук"), ("Bondarenko", "Bondarenko", "Бондаренко"),
            ("Savchenko", "Savtchenko", "Савченко"), ("Tkachuk", "Tkatchuk", "Ткачук"), ("Chernykh", "Tchernykh", "Черных"),
        ],
        [("Papadopoulos", "Papadopulos", "Παπαδόπουλος"), ("Nikolaidis", "Nicolaidis", "Νικολαΐδης"), ("Vasilakis", "Vassilakis", "Βασιλάκης")],
        [("Haddad", "Hadad", "حداد"), ("Khoury", "Khouri", "خوري"), ("Mansour", "Mansur", "منصور"), ("Nasser", "Naser", "ناصر")],
    ];

    private static readonly (string Latin, string Native)[] EastAsian =
    [
        ("Haruto Tanaka", "田中 陽翔"), ("Wei Chen", "陈伟"), ("Minji Kim", "김민지"), ("Jisoo Kang", "강지수"), ("Yuki Mori", "森 由紀"),
        ("Xuemei Li", "李雪梅"), ("Aiko Ishikawa", "石川 愛子"), ("Yong Zhao", "赵勇"),
    ];

    internal static NamePair Same(PersonDraft person, Random random) => new(person.Name, person.Name, person.Name);

    internal static NamePair Married(PersonDraft person, Random random) => With(person, $"{person.Given} {OtherFamily(person, random)}");

    internal static NamePair Hyphenated(PersonDraft person, Random random) => With(person, $"{person.Given} {person.Family}-{OtherFamily(person, random)}");

    /// <summary>The other name in brackets, as many profiles show it.</summary>
    internal static NamePair Bracketed(PersonDraft person, Random random) => With(person, $"{person.Given} {OtherFamily(person, random)} ({person.Family})");

    internal static NamePair Initial(PersonDraft person, Random random) => With(person, $"{person.Given[0]}. {person.Family}");

    internal static NamePair LastInitial(PersonDraft person, Random random) => With(person, $"{person.Given} {person.Family[0]}.");

    internal static NamePair OrderSwapped(PersonDraft person, Random random) => With(person, $"{person.Family} {person.Given}");

    internal static NamePair MiddleName(PersonDraft person, Random random) =>
        With(person, $"{person.Given} {NameTables.Given[random.Next(NameTables.Given.Length)]} {person.Family}");

    internal static NamePair Nickname(PersonDraft person, Random random)
    {
        var (formal, nickname) = Any(Nicknames, random);
        return new($"{formal} {person.Family}", $"{nickname} {person.Family}", $"{formal} {person.Family}");
    }

    /// <summary>Nothing in common for whoever does not know the nickname.</summary>
    internal static NamePair NicknameAndMarried(PersonDraft person, Random random)
    {
        var nickname = Nickname(person, random);
        return nickname with { Elsewhere = $"{nickname.Elsewhere.Split(' ')[0]} {OtherFamily(person, random)}" };
    }

    internal static NamePair Plain(PersonDraft person, Random random)
    {
        var (here, elsewhere) = Any(WithoutMarks, random);
        return new(here, elsewhere, elsewhere);
    }

    /// <summary>Two spellings in Latin letters of a name in another script.</summary>
    internal static NamePair Transliteration(PersonDraft person, Random random)
    {
        var (given, family) = Scripts(random, random.Next(Given.Length));
        return new($"{given.Latin} {family.Latin}", $"{given.OtherLatin} {family.OtherLatin}", $"{given.Latin} {family.Latin}");
    }

    internal static NamePair CyrillicOrGreek(PersonDraft person, Random random) => Native(random, random.Next(2));

    internal static NamePair Arabic(PersonDraft person, Random random) => Native(random, 2);

    internal static NamePair ChineseJapaneseKorean(PersonDraft person, Random random)
    {
        var (latin, native) = Any(EastAsian, random);
        return new(latin, native, latin);
    }

    private static NamePair Native(Random random, int script)
    {
        var (given, family) = Scripts(random, script);
        return new($"{given.Latin} {family.Latin}", $"{given.Native} {family.Native}", $"{given.Latin} {family.Latin}");
    }

    private static ((string Latin, string OtherLatin, string Native) Given, (string Latin, string OtherLatin, string Native) Family) Scripts(Random random, int script) =>
        (Any(Given[script], random), Any(Family[script], random));

    private static NamePair With(PersonDraft person, string elsewhere) => new(person.Name, elsewhere, person.Name);

    private static string OtherFamily(PersonDraft person, Random random)
    {
        string[] others = [.. NameTables.Family.Where(family => family != person.Family)];
        return Any(others, random);
    }

    private static T Any<T>(T[] items, Random random) => items[random.Next(items.Length)];
}
