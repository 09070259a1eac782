using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using AnyAscii;
using FakeProfileDetector.Names.Tables;

namespace FakeProfileDetector.Names;

/// <summary>
/// One pass over a display name: words in ASCII with what stood around them; then decoration, handles, titles and
/// credentials off, and particles marked.
/// </summary>
internal sealed class NameReader
{
    private const int MaximumWords = 12;

    private readonly List<Word> _words = [];
    private readonly ArrayBufferWriter<byte> _ascii = new(64);
    private readonly StringBuilder _native = new();
    private readonly HashSet<int> _handleChunks = [];
    private NameScripts _scripts;
    private bool _capitals = true;
    private int _letters;
    private Part _part;
    private int _chunk;
    private bool _lettersInChunk;
    private bool _symbolInChunk;

    /// <summary>Where in the text a word stands; the reader only moves on from one part to the next.</summary>
    private enum Part
    {
        Main,
        AfterComma,
        Decoration,
    }

    internal ParsedName Read(ReadOnlySpan<char> text)
    {
        var afterSpace = true;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetter(rune))
            {
                ReadLetter(rune);
            }
            else if (!IsInvisible(rune))
            {
                EndWord();
                ReadSeparator(rune, afterSpace);
            }

            afterSpace = Rune.IsWhiteSpace(rune);
        }

        EndWord();
        return Finish();
    }

    private void ReadLetter(Rune rune)
    {
        // Letters on both sides of a digit or symbol, as in "ana_h88b", make a handle of what stands between two spaces.
        if (_symbolInChunk && _lettersInChunk)
        {
            _handleChunks.Add(_chunk);
        }

        _lettersInChunk = true;
        _scripts |= NameScript.Of(rune);
        _native.Append(rune);
        _capitals &= !Rune.IsLower(rune);
        _letters++;
        Transliteration.Transliterate(rune, _ascii);
    }

    private void ReadSeparator(Rune rune, bool afterSpace)
    {
        if (Rune.IsWhiteSpace(rune))
        {
            _chunk++;
            _lettersInChunk = _symbolInChunk = false;
        }
        else if (Rune.IsDigit(rune) || rune.Value is '_' or '@')
        {
            _symbolInChunk = true;
        }
        else if (rune.Value is ',' or '，' or '、')
        {
            _part = _part == Part.Main ? Part.AfterComma : _part;
        }
        else if (rune.Value is '|' or '(' or '[' or ';' or '/' or '•' or '·' || (rune.Value is '-' or '–' or '—' && afterSpace))
        {
            // "Ana Horvat | Recruiter", "Ana Horvat (she/her)": what follows a whole name is no name.
            _part = _words.Count(word => word.Part != Part.Decoration) >= 2 ? Part.Decoration : _part;
        }
    }

    /// <summary>Combining marks, invisible characters and apostrophes belong inside a word and say nothing.</summary>
    private static bool IsInvisible(Rune rune) =>
        rune.Value is '\'' or '’' or '‘' or 'ʼ' or '`' or '´' or 'ʹ'
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.ModifierSymbol;

    private void EndWord()
    {
        if (_ascii.WrittenCount > 0 && _words.Count < MaximumWords)
        {
            var text = string.Concat(Encoding.ASCII.GetString(_ascii.WrittenSpan).ToLowerInvariant().Where(char.IsAsciiLetter));
            if (text.Length > 0)
            {
                _words.Add(new(text, _letters == 1 && text.Length <= 2, _capitals, _part, _chunk));
            }
        }

        _ascii.Clear();
        _capitals = true;
        _letters = 0;
    }

    private ParsedName Finish()
    {
        var words = _words.Where(word => word.Part != Part.Decoration && !_handleChunks.Contains(word.Chunk)).ToList();
        if (words.Count < 2 && _handleChunks.Count > 0)
        {
            return new([], _scripts, IsHandle: true, Native: null, IsFamilyFirst: false);
        }

        // "Horvat, Ana" has the family name first; after two words ("Ana Horvat, PhD") a comma begins credentials.
        var isFamilyFirst = words.Count(word => word.Part == Part.Main && !NameWords.Particles.Contains(word.Text)) == 1
            && words.Any(word => word.Part == Part.AfterComma);
        if (!isFamilyFirst)
        {
            words.RemoveAll(word => word.Part == Part.AfterComma);
        }

        StripTitles(words);
        var native = (_scripts & ~NameScripts.Unspaced) == 0 && _scripts != 0 ? _native.ToString() : null;
        return new([.. words.Select((word, i) => ToToken(word, i, words))], _scripts, IsHandle: false, native, isFamilyFirst);
    }

    private static void StripTitles(List<Word> words)
    {
        // One word must remain: "Major" is a family name as well, and "Dr. Horvat" is a single-word name.
        while (words.Count > 1 && NameWords.Titles.Contains(words[0].Text) && !words[0].IsInitial)
        {
            words.RemoveAt(0);
        }

        for (var i = words.Count - 1; i >= 2; i--)
        {
            if ((words[i].Capitals || words[i].Part == Part.AfterComma) && NameWords.Credentials.Contains(words[i].Text))
            {
                words.RemoveAt(i);
            }
        }
    }

    /// <summary>A particle stands between two words; first, last or as an initial the same letters are a name ("Ben", "Das", "E.").</summary>
    private static NameToken ToToken(Word word, int position, List<Word> words) => new(
        word.Text,
        word.IsInitial,
        position > 0 && position < words.Count - 1 && !word.IsInitial && NameWords.Particles.Contains(word.Text));

    private readonly record struct Word(string Text, bool IsInitial, bool Capitals, Part Part, int Chunk);
}

/// <summary>What reading a name gave.</summary>
/// <param name="Tokens">Its words.</param>
/// <param name="Scripts">The scripts of its letters.</param>
/// <param name="IsHandle">Whether it is a user name rather than a name.</param>
/// <param name="Native">Its letters as written, where all are of scripts that put no spaces between words; else null.</param>
/// <param name="IsFamilyFirst">Whether a comma shows that the family name comes first.</param>
internal readonly record struct ParsedName(
    ImmutableArray<NameToken> Tokens, NameScripts Scripts, bool IsHandle, string? Native, bool IsFamilyFirst);

/// <summary>One word of a name.</summary>
/// <param name="Text">Lower-case ASCII letters.</param>
/// <param name="IsInitial">A single letter that stands for a word.</param>
/// <param name="IsParticle">A small word inside a family name; leaving it out never contradicts.</param>
internal readonly record struct NameToken(string Text, bool IsInitial, bool IsParticle);
