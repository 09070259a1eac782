using System.Collections.Immutable;
using FakeProfileDetector.Names.Tables;

namespace FakeProfileDetector.Names;

/// <summary>Makes a name of the words that were read: decoration, titles and credentials off, initials and particles told apart.</summary>
internal static class NameBuilder
{
    internal static ParsedName Build(ReadText text)
    {
        var words = text.Words;
        var (kind, trade) = NameKindReader.Read(words);
        if (kind == NameKind.Person)
        {
            return BuildPerson(text, trade);
        }

        var people = kind == NameKind.Couple ? JointName.People(words) : null;
        return BuildPerson(text) with
        {
            Kind = kind,
            People = people is var (first, second) ? [new(BuildPerson(new(first, HasHandle: false))), new(BuildPerson(new(second, HasHandle: false)))] : [],
        };
    }

    /// <summary>The name of one person; from a trade on ("Mary Hartwell Photography") it is decoration.</summary>
    private static ParsedName BuildPerson(ReadText text, int trade = -1)
    {
        var words = text.Words;
        var usesLookAlikes = words.Exists(word => word.IsMixed && word.Shape is not null);
        var letters = words.Sum(word => word.Letters);
        if (trade >= 0)
        {
            words.RemoveRange(trade, words.Count - trade);
        }

        var generation = TitleStripper.Strip(words);
        if (words.Count < 2 && text.HasHandle)
        {
            return ParsedName.Empty with { IsHandle = true, UsesLookAlikes = usesLookAlikes };
        }

        var isUnspaced = words.Exists(word => word.Native.Length > 0)
            && words.TrueForAll(word => word.Native.Length > 0 || word.Scripts == NameScripts.Kana) && !IsFamilyLast(words);
        var wasTurned = !isUnspaced && NameOrder.Straighten(words);
        var tokens = ImmutableArray.CreateBuilder<NameToken>(words.Count + 2);
        // A word may be three initials, which have to fit too.
        for (var i = 0; i < words.Count && tokens.Count < PersonName.MaximumWords - 2; i++)
        {
            AddTokens(words, i, tokens);
        }

        return new(
            tokens.DrainToImmutable(),
            words.Aggregate(NameScripts.None, (scripts, word) => scripts | word.Scripts),
            IsFamilyFirst: isUnspaced,
            WasTurned: wasTurned,
            UsesLookAlikes: usesLookAlikes,
            HadTitles: words.Sum(word => word.Letters) < letters,
            IsHandle: false)
        {
            Generation = generation,
            NativeChunks = NativeChunks(words),
        };
    }

    /// <summary>What stands between spaces of a name in Chinese characters, with or without kana.</summary>
    private static ImmutableArray<string> NativeChunks(List<NameWord> words)
    {
        if (!words.Exists(static word => (word.Scripts & NameScripts.Han) != 0)
            || words.Exists(static word => (word.Scripts & ~(NameScripts.Han | NameScripts.Kana)) != 0))
        {
            return [];
        }

        var chunks = ImmutableArray.CreateBuilder<string>(words.Count);
        foreach (var word in words)
        {
            var written = word.Native.Length > 0 ? word.Native : word.Written;
            if (word.IsJoined && chunks.Count > 0)
            {
                chunks[^1] += written;
            }
            else
            {
                chunks.Add(written);
            }
        }

        return chunks.DrainToImmutable();
    }

    /// <summary>Chinese, Japanese and Korean names are also written given name first: "桂香 王", "민수 김".</summary>
    private static bool IsFamilyLast(List<NameWord> words) =>
        words.Count > 1 && FamilyNameTable.Of(words[^1].Native) is not null && FamilyNameTable.Of(words[0].Native) is null;

    private static void AddTokens(List<NameWord> words, int position, ImmutableArray<NameToken>.Builder tokens)
    {
        var word = words[position];
        if (word.Native.Length > 1 && words.Count == 1)
        {
            // "김민수", "张伟": the family name stands first, and nothing separates it.
            var split = EastAsianNames.FamilyLength(word.Native);
            AddNative(word, word.Native[..split], tokens);
            AddNative(word, word.Native[split..], tokens);
        }
        else if (IsInitials(word, words))
        {
            foreach (var letter in word.Text)
            {
                tokens.Add(new(letter.ToString(), NameTokenKind.Initial, word.Scripts, letter.ToString()));
            }
        }
        else
        {
            var written = word.Native.Length > 0 ? word.Native : word.Written;
            tokens.Add(new(word.Text, KindOf(word, position, words), ScriptOf(word), word.Sound, written, word.Native, word.Shape, word.IsJoined));
        }
    }

    private static void AddNative(NameWord word, string native, ImmutableArray<NameToken>.Builder tokens)
    {
        // Rare characters have no romanization.
        if (AsciiLetters.Of(native) is { Length: > 0 } text)
        {
            tokens.Add(new(text, NameTokenKind.Word, ScriptOf(word), text, native, native));
        }
    }

    /// <summary>One script: of a word that mixes several, the one beside Latin.</summary>
    private static NameScripts ScriptOf(NameWord word)
    {
        var scripts = word.IsMixed ? word.Scripts & ~NameScripts.Latin : word.Scripts;
        return (NameScripts)((int)scripts & -(int)scripts);
    }

    /// <summary>"MV" and "GSR" in a name of mixed case are initials: capitals, no more than three, without a vowel.</summary>
    private static bool IsInitials(NameWord word, List<NameWord> words) =>
        word is { AllCapitals: true, Letters: 2 or 3, Scripts: NameScripts.Latin } && word.Text.Length == word.Letters
        && !word.Text.Any(letter => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y') && words.Exists(other => !other.AllCapitals);

    private static NameTokenKind KindOf(NameWord word, int position, List<NameWord> words) => word switch
    {
        // "Tomás Ó Ceallaigh", as "Tomás Mac Gearailt".
        { Written: "ó" } when position > 0 && position < words.Count - 1 => NameTokenKind.Particle,
        { IsLetter: true } => NameTokenKind.Initial,
        { HasStop: true, Letters: <= 3 } when words.Count > 1 && Nicknames.EntriesOf(word.Text).Length == 0 => NameTokenKind.Initial,

        // A particle stands between two words; first or last the same letters are a name ("Ben", "Das").
        _ when position > 0 && position < words.Count - 1 && NameWordTable.Particles.Contains(word.Text) => NameTokenKind.Particle,
        { Part: NamePart.Aside } => NameTokenKind.Optional,
        { Scripts: NameScripts.Latin } when position == 0 && words.Count > 2 && NameWordTable.PossibleTitles.Contains(word.Text) => NameTokenKind.Optional,
        _ => NameTokenKind.Word,
    };
}

/// <summary>A name taken apart.</summary>
/// <param name="Tokens">Its words.</param>
/// <param name="Scripts">The scripts of its letters.</param>
/// <param name="IsFamilyFirst">Whether the script shows that the family name comes first.</param>
/// <param name="WasTurned">Whether the given names stood after a comma, and stand first now.</param>
/// <param name="UsesLookAlikes">Whether a word mixes Latin letters with look-alikes of another script.</param>
/// <param name="HadTitles">Whether titles, credentials or decoration were left out.</param>
/// <param name="IsHandle">Whether it is a user name rather than a name.</param>
internal readonly record struct ParsedName(
    ImmutableArray<NameToken> Tokens, NameScripts Scripts, bool IsFamilyFirst, bool WasTurned, bool UsesLookAlikes, bool HadTitles, bool IsHandle)
{
    /// <summary>Whose name it is.</summary>
    internal NameKind Kind { get; init; }

    /// <summary>Which bearer of the name in a family it names, from 1; 0 where it does not say.</summary>
    internal byte Generation { get; init; }

    /// <summary>The people that a couple's name names; null or none for other names.</summary>
    internal PersonName[]? People { get; init; }

    /// <summary>What stands between spaces, as written, of a name in Chinese characters; none for other names.</summary>
    internal ImmutableArray<string> NativeChunks { get; init; } = [];

    /// <summary>Whether markup or wrongly read bytes were undone, or characters are lost.</summary>
    internal bool IsMended { get; init; }

    /// <summary>Whether characters are lost.</summary>
    internal bool IsGarbled { get; init; }

    internal static ParsedName Empty => new([], NameScripts.None, IsFamilyFirst: false, WasTurned: false, UsesLookAlikes: false, HadTitles: false, IsHandle: false);
}
