using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using FakeProfileDetector.Names;

namespace FakeProfileDetector.SharedPhotos;

/// <summary>What two handles have in common that people who do not know each other seldom have.</summary>
internal enum HandleLikeness
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>One plan with other filling: own names with as many digits, which are no date; random characters, as many. A network may hand out such ones.</summary>
    Plan,

    /// <summary>One series: the same words with a counter, or own names with numbers that nearly follow each other.</summary>
    Series,
}

/// <summary>A handle taken apart: where its owner's name stands in it, and the number at its end.</summary>
/// <remarks>
/// What innocent people choose, and what many networks hand out, is like nothing: the own name alone ("anna.meyer", "ameyer"), with a year, a
/// birthday, a short or a simple number ("anna.meyer84", "anna_1204", "meyer777"), "user" with digits, an identifier of digits alone.
/// </remarks>
internal sealed class HandleShape
{
    /// <summary>Longer ones are text; networks allow 15 to 60 characters.</summary>
    private const int MaximumLength = 64;

    /// <summary>Shorter words of a name stand in handles by chance.</summary>
    private const int NameLetters = 3;

    /// <summary>Shorter stems are shared by people who like the same thing.</summary>
    private const int StemLetters = 6;

    /// <summary>People add up to three digits of any kind to their names.</summary>
    private const int PlanDigits = 4;

    /// <summary>Longer numbers are accounts' identifiers, which a network hands out one after the other.</summary>
    private const int SeriesDigits = 6;

    /// <summary>A counter of words has no more digits; longer ones are a network's, beside a word of its language.</summary>
    private const int CounterDigits = 4;

    /// <summary>How far apart numbers of one series are: a run makes some dozens of accounts.</summary>
    private const int SeriesSpan = 50;

    /// <summary>Two digits from here on are years of birth: 1940 to 1999.</summary>
    private const int FirstBirthYear = 40;

    private const int RandomLength = 8;
    private const int RandomChanges = 3;

    private const char Name = 'N';
    private const char Initial = 'I';
    private const char Digit = '0';

    /// <summary>Words with which networks begin handles that they hand out, in letters as <see cref="AsciiLetters"/> gives them.</summary>
    private static readonly FrozenSet<string> HandedOut = ((string[])[
        "user", "users", "username", "newuser", "theuser", "userid", "member", "members", "newmember", "guest", "profile", "account", "acct", "player", "visitor",
        "anonymous", "anon", "customer", "client", "people", "person", "name", "friend", "usuario", "usuaria", "usager", "utilisateur", "utilizador", "utente",
        "membre", "miembro", "membro", "mitglied", "benutzer", "nutzer", "gast", "gebruiker", "bruker", "anvandare", "bruger", "korisnik", "uzivatel",
        "uzytkownik", "felhasznalo", "utilizator", "kullanici", "pengguna", "nguoidung", "khach",
        .. ((string[])["пользователь", "користувач", "потребител", "χρήστης", "مستخدم", "用户", "用戶", "ユーザー", "사용자", "ผู้ใช้"]).Select(AsciiLetters.Of),
    ]).ToFrozenSet(StringComparer.Ordinal);

    private static readonly SearchValues<char> AsciiDigits = SearchValues.Create("0123456789");

    private readonly string _text;

    /// <summary>All before the number: own names as <see cref="Name"/>, initials of them as <see cref="Initial"/>.</summary>
    private readonly string _stem;
    private readonly string _number;
    private readonly bool _isOwnName;
    private readonly bool _hasOwnName;

    private HandleShape(string text, string stem, string number, bool hasOwnName)
    {
        _text = text;
        _stem = stem;
        _number = number;
        _hasOwnName = hasOwnName;
        _isOwnName = hasOwnName && !stem.Any(char.IsAsciiLetterLower);
    }

    /// <summary>Takes a handle apart; null where it is empty, too long, or digits alone.</summary>
    /// <param name="handle">The handle, with or without a leading "@".</param>
    /// <param name="names">The names that its owner goes by.</param>
    internal static HandleShape? Of(string? handle, HolderNames names)
    {
        var text = handle.AsSpan().Trim().TrimStart('@');
        if (text.Length is 0 or > MaximumLength)
        {
            return null;
        }

        var folded = Fold(text);
        var end = folded.AsSpan().LastIndexOfAnyExcept(AsciiDigits) + 1;
        var stem = folded[..end];
        if (!stem.Any(char.IsAsciiLetterLower))
        {
            return null;
        }

        var named = NameIn(stem, names);
        return new(folded, named, folded[end..], named.Contains(Name, StringComparison.Ordinal));
    }

    /// <summary>What the handle has in common with another one; the same in either direction.</summary>
    internal HandleLikeness LikenessTo(HandleShape other)
    {
        if (_isOwnName && other._isOwnName)
        {
            return _stem == other._stem ? LikenessOfNumbers(other) : HandleLikeness.None;
        }

        if (_hasOwnName || other._hasOwnName)
        {
            return HandleLikeness.None;
        }

        return IsCounterOfOneStem(other) ? HandleLikeness.Series
            : _text.Length == other._text.Length && _text != other._text && IsRandom(_text) && IsRandom(other._text) ? HandleLikeness.Plan
            : HandleLikeness.None;
    }

    /// <summary>Letters of any script in small ASCII ones; everything else as it is.</summary>
    private static string Fold(ReadOnlySpan<char> text)
    {
        var folded = new StringBuilder(text.Length);
        while (!text.IsEmpty)
        {
            var isLetter = IsLetter(text[0]);
            var length = 1;
            while (length < text.Length && IsLetter(text[length]) == isLetter)
            {
                length++;
            }

            folded.Append(isLetter ? AsciiLetters.Of(text[..length].ToString()) : text[..length].ToString());
            text = text[length..];
        }

        return folded.ToString();

        static bool IsLetter(char character) => char.IsLetter(character) || char.IsSurrogate(character)
            || CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
    }

    /// <summary>The stem with the owner's names marked, the longest first, and then initials of them that stand alone.</summary>
    private static string NameIn(string stem, HolderNames names)
    {
        var words = names.Words.Select(word => word.Text).Distinct().ToArray();
        var marked = stem;
        foreach (var word in words.Where(word => word.Length >= NameLetters).OrderByDescending(word => word.Length).ThenBy(word => word, StringComparer.Ordinal))
        {
            var at = marked.IndexOf(word, StringComparison.Ordinal);
            marked = at < 0 ? marked : string.Concat(marked.AsSpan(0, at), [Name], marked.AsSpan(at + word.Length));
        }

        if (!marked.Contains(Name, StringComparison.Ordinal))
        {
            return stem;
        }

        var letters = marked.ToCharArray();
        for (var i = 0; i < letters.Length; i++)
        {
            if (char.IsAsciiDigit(letters[i]))
            {
                letters[i] = Digit;
            }
            else if (char.IsAsciiLetterLower(marked[i]) && !IsLower(i - 1) && !IsLower(i + 1) && words.Any(word => word[0] == marked[i]))
            {
                letters[i] = Initial;
            }
        }

        return new(letters);

        bool IsLower(int i) => i >= 0 && i < marked.Length && char.IsAsciiLetterLower(marked[i]);
    }

    private HandleLikeness LikenessOfNumbers(HandleShape other) =>
        _number.Length != other._number.Length || _number.Length < PlanDigits || _number == other._number
            || IsChosen(_number) || IsChosen(other._number) ? HandleLikeness.None
        : _number.Length <= SeriesDigits && AreNear(other) ? HandleLikeness.Series
        : HandleLikeness.Plan;

    private bool IsCounterOfOneStem(HandleShape other) =>
        _stem == other._stem
        && _number.Length is > 0 and <= CounterDigits && other._number.Length is > 0 and <= CounterDigits
        && _stem.Count(char.IsAsciiLetterLower) >= StemLetters
        && !IsYear(_number) && !IsYear(other._number)
        && AreNear(other)
        && !IsHandedOut(_stem);

    private static bool IsHandedOut(string stem) =>
        string.Concat(stem.Select(character => char.IsAsciiLetterLower(character) ? character : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Any(HandedOut.Contains);

    private bool AreNear(HandleShape other) => Math.Abs(ValueOf(_number) - ValueOf(other._number)) is > 0 and <= SeriesSpan;

    private static int ValueOf(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>Whether somebody may have chosen a number: a date, a year or what is easy to type.</summary>
    private static bool IsChosen(string number) => IsYear(number) || IsDate(number) || IsSimple(number);

    private static bool IsYear(string number) => number.Length switch
    {
        2 => ValueOf(number) >= FirstBirthYear,
        4 => number.StartsWith("19", StringComparison.Ordinal) || number.StartsWith("20", StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>Whether digits are a day and a month in either order, with or without a year before or behind.</summary>
    private static bool IsDate(ReadOnlySpan<char> number) => number.Length switch
    {
        4 => IsDay(number),
        6 => IsDay(number[..4]) || IsDay(number[2..]),
        8 => (IsDay(number[..4]) && IsYear(number[4..].ToString())) || (IsDay(number[4..]) && IsYear(number[..4].ToString())),
        _ => false,
    };

    private static bool IsDay(ReadOnlySpan<char> digits)
    {
        var (first, second) = (ValueOf(digits[..2]), ValueOf(digits[2..4]));
        return (first is >= 1 and <= 31 && second is >= 1 and <= 12) || (first is >= 1 and <= 12 && second is >= 1 and <= 31);
    }

    /// <summary>Whether every digit has the same distance from the one before: 7777, 12345, 4321.</summary>
    private static bool IsSimple(string number)
    {
        var step = number[1] - number[0];
        return Math.Abs(step) <= 1 && Enumerable.Range(2, number.Length - 2).All(i => number[i] - number[i - 1] == step);
    }

    /// <summary>Whether letters and digits take turns as in no word.</summary>
    private static bool IsRandom(string text) => text.Length >= RandomLength && text.All(char.IsAsciiLetterOrDigit)
        && Enumerable.Range(1, text.Length - 1).Count(i => char.IsAsciiDigit(text[i]) != char.IsAsciiDigit(text[i - 1])) >= RandomChanges;
}
