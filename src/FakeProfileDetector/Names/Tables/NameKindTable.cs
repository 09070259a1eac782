using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace FakeProfileDetector.Names.Tables;

/// <summary>Words that show that a display name is not one person's.</summary>
/// <remarks>The table is <c>name-kinds.txt</c>, which says what each kind of word is.</remarks>
internal sealed class NameKindTable
{
    private const string File = "name-kinds.txt";

    private static readonly FrozenDictionary<string, NameHints> Kinds = new Dictionary<string, NameHints>(StringComparer.Ordinal)
    {
        ["legal"] = NameHints.Legal,
        ["legal-dotted"] = NameHints.LegalDotted,
        ["legal-weak"] = NameHints.LegalWeak,
        ["legal-native"] = NameHints.Legal,
        ["legal-first"] = NameHints.LegalFirst,
        ["family-too"] = NameHints.FamilyToo,
        ["trade"] = NameHints.Trade,
        ["trade-weak"] = NameHints.TradeWeak,
        ["brand"] = NameHints.Trade | NameHints.Brand,
        ["trade-native"] = NameHints.Trade,
        ["role"] = NameHints.Role,
        ["role-weak"] = NameHints.RoleWeak,
        ["role-start"] = NameHints.RoleStart,
        ["role-phrase"] = NameHints.Role,
        ["fan"] = NameHints.Fan,
        ["fan-weak"] = NameHints.FanWeak,
        ["fan-phrase"] = NameHints.Fan,
        ["fan-start"] = NameHints.FanStart,
        ["fan-native"] = NameHints.Fan,
        ["household"] = NameHints.Household,
        ["joiner"] = NameHints.Joiner,
        ["joiner-weak"] = NameHints.JoinerWeak,
        ["placeholder"] = NameHints.Placeholder,
        ["placeholder-native"] = NameHints.Placeholder,
        ["placeholder-mark"] = NameHints.Placeholder,
        ["placeholder-beside"] = NameHints.PlaceholderBeside,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly Lazy<NameKindTable> Loaded = new(() => Index(NameTable.Read(File)));

    private readonly FrozenDictionary<string, NameHints>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly FrozenDictionary<string, NamePhrase[]> _phrases;
    private readonly (string Text, NameHints Hints, bool IsInside)[] _native;

    private NameKindTable(Dictionary<string, NameHints> words, IEnumerable<NamePhrase> phrases, (string Text, NameHints Hints, bool IsInside)[] native)
    {
        _words = words.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _phrases = phrases.GroupBy(phrase => phrase.Words[0], StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        _native = native;
    }

    /// <summary>The table that ships.</summary>
    internal static NameKindTable Shipped => Loaded.Value;

    /// <summary>What a word hints at; none for nearly every word of people's names.</summary>
    internal NameHints Of(ReadOnlySpan<char> word) => _words.TryGetValue(word, out var hints) ? hints : NameHints.None;

    /// <summary>What the end of a word of a script without spaces hints at; something must stand before it, or the word be nothing else.</summary>
    internal NameHints OfNative(string word)
    {
        foreach (var (text, hints, isInside) in _native)
        {
            // Two more characters: "김학원" is a name, and a name's last two characters may be any.
            if (isInside ? word.Contains(text, StringComparison.Ordinal)
                : word.EndsWith(text, StringComparison.Ordinal) && (word.Length == text.Length || word.Length >= text.Length + 2))
            {
                return hints;
            }
        }

        return NameHints.None;
    }

    /// <summary>The phrases that begin with a word that <see cref="NameHints.BeginsPhrase"/>.</summary>
    internal ReadOnlySpan<NamePhrase> PhrasesOf(string word) => _phrases.TryGetValue(word, out var phrases) ? phrases : [];

    /// <exception cref="InvalidOperationException">A line is malformed.</exception>
    internal static NameKindTable Index(ImmutableArray<NameTableLine> lines)
    {
        var words = new Dictionary<string, NameHints>(StringComparer.Ordinal);
        var phrases = new List<NamePhrase>();
        var native = new List<(string Text, NameHints Hints, bool IsInside)>();
        foreach (var line in lines)
        {
            var kind = line.Keys[0];
            if (!Kinds.TryGetValue(kind, out var hints))
            {
                throw NameTable.Malformed(File, line.Number, $"has the kind '{kind}', which is none of {string.Join(", ", Kinds.Keys.Order(StringComparer.Ordinal))}");
            }

            foreach (var word in line.Values.Select(Fold))
            {
                if (kind.EndsWith("-native", StringComparison.Ordinal))
                {
                    native.Add((word, hints, IsInside: hints == NameHints.Legal));
                }
                else if (word.Contains('_', StringComparison.Ordinal))
                {
                    phrases.Add(new(word.Split('_'), hints));
                    Add(words, phrases[^1].Words[0], NameHints.BeginsPhrase);
                }
                else
                {
                    Add(words, word, Weakened(word, hints));
                }
            }
        }

        return new(words, phrases, [.. native]);
    }

    /// <summary>A name of its own hints at a trade only beside another hint.</summary>
    private static NameHints Weakened(string word, NameHints hints) =>
        (hints & NameHints.Trade) != 0 && TokenFrequency.BitsOf(word) < TokenFrequency.MaximumBits ? (hints & ~NameHints.Trade) | NameHints.TradeWeak : hints;

    private static void Add(Dictionary<string, NameHints> words, string word, NameHints hints) =>
        words[word] = words.GetValueOrDefault(word) | hints;

    /// <summary>As words are read: Chinese characters in one shape.</summary>
    private static string Fold(string word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var rune in word.EnumerateRunes())
        {
            folded.Append(HanVariants.Fold(rune));
        }

        return folded.ToString();
    }
}

/// <summary>Several words that hint at something together.</summary>
/// <param name="Words">At least two.</param>
/// <param name="Hints">What they hint at.</param>
internal sealed record NamePhrase(string[] Words, NameHints Hints);

/// <summary>What a word hints at, one bit each.</summary>
[Flags]
internal enum NameHints
{
    None = 0,
    Legal = 1 << 0,
    LegalDotted = 1 << 1,
    LegalWeak = 1 << 2,
    Trade = 1 << 3,
    TradeWeak = 1 << 4,

    /// <summary>A trade that one person puts after a name, too.</summary>
    Brand = 1 << 5,
    Role = 1 << 6,
    Fan = 1 << 7,
    FanWeak = 1 << 8,

    /// <summary>A page about somebody, where the name begins so.</summary>
    FanStart = 1 << 9,
    Household = 1 << 10,
    Joiner = 1 << 11,
    JoinerWeak = 1 << 12,
    Placeholder = 1 << 13,

    /// <summary>Says nothing alone, and nothing against a placeholder.</summary>
    PlaceholderBeside = 1 << 14,
    BeginsPhrase = 1 << 15,

    /// <summary>A post where nothing beside it is known as a name.</summary>
    RoleWeak = 1 << 16,

    /// <summary>A post, where the name begins so.</summary>
    RoleStart = 1 << 17,

    /// <summary>A legal form, where the name begins so.</summary>
    LegalFirst = 1 << 18,

    /// <summary>Says what an organization does, and is a family name after one given name.</summary>
    FamilyToo = 1 << 19,
}
