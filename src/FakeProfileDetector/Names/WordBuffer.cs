using System.Buffers;
using System.Globalization;
using System.Text;
using AnyAscii;
using FakeProfileDetector.Names.Tables;

namespace FakeProfileDetector.Names;

/// <summary>Collects the letters of one word in every form: ASCII, by sound, by shape, and as written.</summary>
internal sealed class WordBuffer
{
    private readonly ArrayBufferWriter<byte> _ascii = new(64);
    private readonly StringBuilder _sound = new();
    private readonly StringBuilder _shape = new();
    private readonly StringBuilder _native = new();
    private readonly StringBuilder _written = new();
    private NameScripts _scripts;
    private NameScripts _lastScript;
    private bool _hasShape = true;
    private bool _allCapitals = true;
    private bool _allSmall = true;
    private bool _hasInnerCapital;
    private bool _lastIsLower;
    private int _letters;

    /// <summary>Whether a character is part of a word: a letter, or a mark that spells a vowel.</summary>
    internal bool IsLetter(Rune rune) =>
        Rune.IsLetter(rune) || ScriptDetection.IsEnclosedLetter(rune)
        || (_letters > 0 && (_lastScript & ScriptDetection.WithVowelMarks) != 0
            && Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    /// <summary>Whether a letter cannot belong to the word so far: Japanese names change from characters to kana between words.</summary>
    internal bool StartsNewWord(Rune rune) =>
        _letters > 0 && (_lastScript | ScriptDetection.Of(rune)) == (NameScripts.Han | NameScripts.Kana) && _lastScript != ScriptDetection.Of(rune);

    internal void Add(Rune rune)
    {
        var script = ScriptDetection.Of(rune);
        var start = _ascii.WrittenCount;
        Transliteration.Transliterate(script == NameScripts.Han ? HanVariants.Fold(rune) : rune, _ascii);
        AddSound(rune, start);
        AddShape(rune, script);
        if ((script & (NameScripts.Han | NameScripts.Hangul)) != 0)
        {
            EastAsianNames.Append(rune, _native);
        }

        _written.Append(Rune.ToLowerInvariant(rune));
        var isLower = Rune.IsLower(rune);
        _hasInnerCapital |= _lastIsLower && Rune.IsUpper(rune);
        _allCapitals &= !isLower;
        _allSmall &= isLower;
        _lastIsLower = isLower;
        _lastScript = script;
        _scripts |= script;
        _letters++;
    }

    /// <summary>The word so far, and an empty buffer; null where there is none.</summary>
    internal NameWord? End(NamePart part, int chunk, bool hasStop, bool isJoined)
    {
        var text = AsciiLetters.Keep(Encoding.ASCII.GetString(_ascii.WrittenSpan));
        var isMixed = (_scripts & NameScripts.Latin) != 0 && (_scripts & ~NameScripts.Latin) != 0;
        NameWord? word = text.Length == 0 ? null : new(text, AsciiLetters.Keep(_sound.ToString()), _native.ToString(), _written.ToString())
        {
            Shape = _hasShape && _scripts != NameScripts.Latin && _shape.Length == _letters ? _shape.ToString() : null,
            Scripts = _scripts,
            IsMixed = isMixed,
            Letters = _letters,
            AllCapitals = _allCapitals,
            AllSmall = _allSmall,
            HasInnerCapital = _hasInnerCapital,
            HasStop = hasStop,
            Part = part,
            Chunk = chunk,
            IsJoined = isJoined,
        };
        Clear();
        return word;
    }

    private void Clear()
    {
        _ascii.Clear();
        _sound.Clear();
        _shape.Clear();
        _native.Clear();
        _written.Clear();
        _scripts = _lastScript = NameScripts.None;
        _hasShape = _allCapitals = _allSmall = true;
        _hasInnerCapital = _lastIsLower = false;
        _letters = 0;
    }

    /// <summary>As in ASCII, but for letters whose accent makes another consonant of them.</summary>
    private void AddSound(Rune rune, int start)
    {
        var digraph = SoundSymbols.SpellOut(rune);
        if (digraph is null)
        {
            foreach (var letter in _ascii.WrittenSpan[start..])
            {
                _sound.Append((char)letter);
            }
        }
        else
        {
            _sound.Append(digraph);
        }
    }

    private void AddShape(Rune rune, NameScripts script)
    {
        if (rune.IsAscii)
        {
            _shape.Append((char)(rune.Value | 0x20));
        }
        else if (LookAlikes.ToLatin(rune) is not '\0' and var letter)
        {
            _shape.Append(letter);
        }
        else
        {
            _hasShape = false;
        }
    }
}

/// <summary>A word as it was read, before it is known what it is within the name.</summary>
/// <param name="Text">Lower-case ASCII letters; at least one.</param>
/// <param name="Sound">The same, with letters whose accent changes the sound spelled out.</param>
/// <param name="Native">Chinese characters and Hangul as written, variants folded; else empty.</param>
/// <param name="Written">All letters as written, in lower case.</param>
internal sealed record NameWord(string Text, string Sound, string Native, string Written)
{
    /// <summary>The word read by the shapes of its letters; null where they do not all look like Latin ones.</summary>
    internal string? Shape { get; init; }

    internal NameScripts Scripts { get; init; }

    /// <summary>Whether it mixes Latin letters with another script's.</summary>
    internal bool IsMixed { get; init; }

    internal int Letters { get; init; }

    internal bool AllCapitals { get; init; }

    internal bool AllSmall { get; init; }

    internal bool HasInnerCapital { get; init; }

    /// <summary>Whether a full stop follows.</summary>
    internal bool HasStop { get; init; }

    internal NamePart Part { get; init; }

    /// <summary>Which run between two spaces it stands in.</summary>
    internal int Chunk { get; init; }

    /// <summary>Whether no space stands before it.</summary>
    internal bool IsJoined { get; init; }

    /// <summary>Whether "&amp;" or "+" stands between the word before and this one.</summary>
    internal bool FollowsAmpersand { get; init; }

    /// <summary>Whether it stands for a word; a Chinese character or Hangul syllable is one.</summary>
    internal bool IsLetter => Letters == 1 && Text.Length <= 2 && Native.Length == 0;
}
