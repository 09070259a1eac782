using System.Collections.Immutable;
using System.Numerics;

namespace FakeProfileDetector.Names;

/// <summary>A display name taken apart once, so that it can be compared many times.</summary>
/// <remarks>
/// Titles, credentials, decoration ("| Recruiter", "(she/her)"), emoji and invisible characters are dropped; letters of every
/// script become lower-case ASCII by the AnyAscii tables, which fold compatibility forms (full-width, enclosed, mathematical letters)
/// as NFKC does, so that the result depends on neither culture nor ICU. Of longer names the first 256 characters are read, and of
/// those at most 15 words are kept.
/// </remarks>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed class PersonName
{
    /// <summary>Characters of a name that are read. Longer "names" are text, and time must stay bounded.</summary>
    internal const int MaximumLength = 256;

    /// <summary>Words of a name that are kept; a place fits into the four bits that <see cref="NameLinks"/> has for it.</summary>
    internal const int MaximumWords = 15;

    // Longest syllables of Korean and Chinese names as they are romanized: "hyeong", "zhuang".
    private const int MaximumSyllable = 6;

    private readonly ParsedName _parsed;
    private PersonName? _japanese;

    internal PersonName(ParsedName parsed)
    {
        _parsed = parsed;
        RequiredWords = MaskOf(static token => token.IsRequired);
        var words = RequiredWords;
        var isFamilyFirst = parsed.IsFamilyFirst || (!parsed.WasTurned && BitOperations.PopCount(words) == 3 && IsEastAsianOrder());
        FamilyPosition = words == 0 ? 0 : isFamilyFirst ? BitOperations.TrailingZeroCount(words) : BitOperations.Log2(words);
        GivenPosition = words == 0 ? 0 : isFamilyFirst ? BitOperations.TrailingZeroCount((words & (words - 1)) == 0 ? words : words & (words - 1)) : BitOperations.TrailingZeroCount(words);
        HasCertainOrder = Tokens.Any(static token => token.Native.Length > 0);
        IsInitialsOnly = !Tokens.IsEmpty && Tokens.All(token => token.IsInitial);
    }

    /// <summary>Whether it is one person's name, and whose it is else.</summary>
    internal NameKind Kind => _parsed.Kind;

    /// <summary>The people that a couple's name names one by one; none for other names and where it names the family only.</summary>
    internal ReadOnlySpan<PersonName> People => _parsed.People;

    /// <summary>The scripts of its letters.</summary>
    internal NameScripts Scripts => _parsed.Scripts;

    /// <summary>Whether it is a user name, such as "ana_h88b", which says little about a person's name.</summary>
    internal bool IsHandle => _parsed.IsHandle;

    /// <summary>Whether a word mixes Latin letters with look-alikes of another script, or letters were turned or written as digits.</summary>
    internal bool UsesLookAlikes => _parsed.UsesLookAlikes;

    /// <summary>The words in the order given, without titles and credentials.</summary>
    internal ImmutableArray<NameToken> Tokens => _parsed.Tokens;

    /// <summary>Whether the script tells which word is the family name.</summary>
    internal bool HasCertainOrder { get; }

    /// <summary>What stands between spaces, as written, of a name in Chinese characters; none for other names.</summary>
    internal ImmutableArray<string> NativeChunks => _parsed.NativeChunks;

    /// <summary>The name with its characters read in Japanese, made when first asked for; itself where it has none.</summary>
    internal PersonName AsJapanese => NativeChunks.IsEmpty ? this : _japanese ??= JapaneseNames.Of(NativeChunks);

    /// <summary>Whether markup or wrongly read bytes were undone, or characters are lost.</summary>
    internal bool IsMended => _parsed.IsMended;

    /// <summary>Whether characters are lost, so that the name contradicts none.</summary>
    internal bool IsGarbled => _parsed.IsGarbled;

    internal bool IsReadInJapanese => Tokens is [{ Japanese: not null }, ..];

    internal bool HadTitles => _parsed.HadTitles;

    /// <summary>Which bearer of the name in a family it names, from 1; 0 where it does not say.</summary>
    internal byte Generation => _parsed.Generation;

    /// <summary>Whether the given names were written after a comma.</summary>
    internal bool WasTurned => _parsed.WasTurned;

    internal bool IsInitialsOnly { get; }

    /// <summary>The words that must have a partner, without particles and asides, one bit each.</summary>
    internal uint RequiredWords { get; }

    internal int WordCount => BitOperations.PopCount(RequiredWords);

    internal int FamilyPosition { get; }

    internal int GivenPosition { get; }

    /// <summary>Parses a display name. Any text is accepted; what holds no letters gives a name without words.</summary>
    /// <param name="text">The name as shown; null counts as empty.</param>
    /// <returns>The parsed name.</returns>
    public static PersonName Parse(string? text)
    {
        text ??= string.Empty;
        var given = text.Length <= MaximumLength ? text : text[..MaximumLength];
        var shown = ShownName.Of(given);

        // A template may be written like markup.
        var parsed = NameTemplates.IsTemplate(given) || NameTemplates.IsTemplate(shown.Text)
            ? ParsedName.Empty with { Kind = NameKind.Placeholder }
            : NameBuilder.Build(NameReader.Read(shown.Text));
        return new(parsed with { UsesLookAlikes = parsed.UsesLookAlikes || shown.IsDisguised, IsMended = shown.IsMended, IsGarbled = shown.IsGarbled });
    }

    /// <summary>Names the type only, so that a logged name gives no personal data away.</summary>
    /// <returns>The type's name.</returns>
    public override string ToString() => nameof(PersonName);

    /// <summary>Whether a Chinese or Korean family name stands before two words that may be syllables of one given name.</summary>
    internal bool MayBeSyllabic => Tokens.Length == 3 && Tokens[0].IsEastAsianFamilyName && IsSyllable(Tokens[1]) && IsSyllable(Tokens[2]);

    /// <summary>A short word; not a family name that is popular elsewhere, before which "Kim" or "Lee" may be a given name.</summary>
    private static bool IsSyllable(NameToken token) => !token.IsInitial && token.Native.Length == 0 && token.Text.Length <= MaximumSyllable
        && (token.PopularBits > NameWeights.PopularBits || token.IsEastAsianFamilyName);

    /// <summary>"Kim Min-jun", "Kim Ye Jun": a family name before two syllables; not "Kim Ann Beck", whose last word is known as a family name.</summary>
    private bool IsEastAsianOrder()
    {
        if (Tokens.Length != 3 || !Tokens[0].IsEastAsianFamilyName || Tokens[1].IsInitial || Tokens[2].IsInitial || Tokens[2].Text.Length > MaximumSyllable)
        {
            return false;
        }

        return (Tokens[2].IsJoined && !Tokens[1].IsJoined)
            || (Tokens[0].PopularBits <= NameWeights.PopularBits && Tokens[2].PopularBits > NameWeights.PopularBits && !Tokens[1].IsJoined
                && !Array.Exists(Tokens[1].GivenNames, static entry => entry.IsFull));
    }

    private uint MaskOf(Func<NameToken, bool> holds)
    {
        var mask = 0u;
        for (var i = 0; i < Tokens.Length; i++)
        {
            mask |= holds(Tokens[i]) ? 1u << i : 0;
        }

        return mask;
    }
}
