using FakeProfileDetector.Names.Tables;

namespace FakeProfileDetector.Names;

/// <summary>What a word is within a name.</summary>
internal enum NameTokenKind
{
    /// <summary>A word.</summary>
    Word,

    /// <summary>A letter, or a few with a full stop, that stands for a word: "J.", "Zh.".</summary>
    Initial,

    /// <summary>A small word inside a family name, such as "van"; leaving it out never contradicts.</summary>
    Particle,

    /// <summary>A word that may be no part of the name: in brackets, or a title that is a name as well. Leaving it out never contradicts.</summary>
    Optional,
}

/// <summary>One word of a name in the forms that comparing needs, made once.</summary>
internal sealed class NameToken
{
    private bool? _mayBeJapanese;

    internal NameToken(string text, NameTokenKind kind, NameScripts script, string sound, string? written = null, string native = "", string? lookAlike = null, bool isJoined = false,
        JapaneseReading? japanese = null)
    {
        Text = text;
        Kind = kind;
        Script = script;
        Native = native;
        Written = written ?? text;
        IsJoined = isJoined;
        Sound = SoundSymbols.Spell(sound);
        Symbols = MaskOf(Sound);
        SelfBits = LetterCorrespondence.SelfBits(Sound);
        var family = native.Length > 0 ? Tables.FamilyNameTable.Of(native) : null;
        Spellings = family?.Spellings ?? [];
        IsEastAsianFamilyName = family is not null || Tables.FamilyNameTable.IsSpelling(text);
        RarityBits = family?.Bits ?? TokenFrequency.BitsOf(text);
        PopularBits = native.Length > 0 ? RarityBits
            : Math.Min(RarityBits, Math.Min(PopularNames.Shipped.BitsOf(text), Tables.FamilyNameTable.BitsOfSpelling(text) ?? TokenFrequency.MaximumBits));
        IsKnownName = RarityBits <= NameWeights.KnownNameBits;
        GivenNames = Nicknames.EntriesOf(text);
        IsNameOfItsOwn = GivenNames.Length > 0 || IsKnownName || GivenNameTable.Contains(text);
        IsWomans = native.Length == 0 && WomensNames.Contains(text);
        FamilyNameTable = Romanizations.LinesOf(text);
        Japanese = japanese;
        JapaneseText = script == NameScripts.Kana ? Kana.Spell(Written) : text;
        LookAlike = lookAlike is null || lookAlike == text ? null : new(lookAlike, kind, NameScripts.Latin, lookAlike);
    }

    /// <summary>Lower-case ASCII letters; at least one.</summary>
    internal string Text { get; }

    internal NameTokenKind Kind { get; }

    internal NameScripts Script { get; }

    /// <summary>The letters as written, in lower case.</summary>
    internal string Written { get; }

    /// <summary>Whether no space stands before it.</summary>
    internal bool IsJoined { get; }

    /// <summary>The letters as written, variants folded, of a word in Chinese characters or Hangul; else empty.</summary>
    internal string Native { get; }

    /// <summary>The word in sound symbols, at most <see cref="SoundSymbols.MaximumLength"/>.</summary>
    internal byte[] Sound { get; }

    /// <summary>Which symbols occur, one bit each.</summary>
    internal uint Symbols { get; }

    /// <summary>What the spelling says beside itself: the maximum of what a spelling of it can say, in bits.</summary>
    internal double SelfBits { get; }

    /// <summary>−log2 of the share of people whose names hold this word.</summary>
    internal double RarityBits { get; }

    /// <summary>The same among its own people, where it is more popular there than in the world.</summary>
    internal double PopularBits { get; }

    /// <summary>Whether any table knows it as a name: of two such names that are alike neither is the other misspelled.</summary>
    internal bool IsNameOfItsOwn { get; }

    /// <summary>Whether it is a given name of women, where it is one.</summary>
    internal bool IsWomans { get; }

    /// <summary>Whether it is a common name of its own, so that a slip of the pen is unlikely to have made it.</summary>
    internal bool IsKnownName { get; }

    /// <summary>Its entries in the table of short forms.</summary>
    internal NicknameEntry[] GivenNames { get; }

    /// <summary>Latin spellings of a family name in Chinese characters or Hangul; none where they are not known.</summary>
    internal string[] Spellings { get; }

    /// <summary>Whether it is a Chinese, Japanese or Korean family name, in its script or spelled in Latin letters.</summary>
    internal bool IsEastAsianFamilyName { get; }

    /// <summary>Its lines in the table of romanized family names.</summary>
    internal int[] FamilyNameTable { get; }

    /// <summary>How a word in Chinese characters is read in Japanese, where it is compared as a Japanese name; else null.</summary>
    internal JapaneseReading? Japanese { get; }

    /// <summary>The word as Japanese names are spelled in Latin letters; of other words their text.</summary>
    internal string JapaneseText { get; }

    /// <summary>Whether the letters could be Japanese, in any of the ways that it is spelled in.</summary>
    internal bool MayBeJapanese => _mayBeJapanese ??= JapaneseSpelling.MayBe(JapaneseText);

    /// <summary>The word read by the shapes of its letters, where that gives another one; else null.</summary>
    internal NameToken? LookAlike { get; }

    internal bool IsWord => Kind is NameTokenKind.Word or NameTokenKind.Optional;

    internal bool IsRequired => Kind is NameTokenKind.Word or NameTokenKind.Initial;

    internal bool IsInitial => Kind == NameTokenKind.Initial;

    internal bool IsParticle => Kind == NameTokenKind.Particle;

    /// <summary>What it says that another name shares the word; by popularity as a family name, or where half a people shares it.</summary>
    internal double SharedBits(bool asFamilyName) => asFamilyName || PopularBits <= NameWeights.PeoplesWordBits ? PopularBits : RarityBits;

    internal static uint MaskOf(ReadOnlySpan<byte> symbols)
    {
        var mask = 0u;
        foreach (var symbol in symbols)
        {
            mask |= 1u << symbol;
        }

        return mask;
    }
}
