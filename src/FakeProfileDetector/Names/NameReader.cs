using System.Globalization;
using System.Text;

namespace FakeProfileDetector.Names;

/// <summary>One pass over a display name that splits it into words, each with the forms that later steps need.</summary>
internal sealed class NameReader
{
    private const int MaximumWords = 24;

    private readonly List<NameWord> _words = [];
    private readonly HashSet<int> _handleChunks = [];
    private readonly WordBuffer _word = new();
    private NamePart _part;
    private int _chunk;
    private bool _lettersInChunk;
    private bool _symbolInChunk;
    private bool _isJoined;
    private bool _followsAmpersand;

    /// <summary>The words of a name; chunks that are handles, such as "ana_h88b", are left out and told.</summary>
    internal static ReadText Read(ReadOnlySpan<char> text)
    {
        var reader = new NameReader();
        var afterSpace = true;
        foreach (var rune in text.EnumerateRunes())
        {
            if (reader._word.IsLetter(rune))
            {
                reader.ReadLetter(rune);
            }
            else if (!IsInvisible(rune))
            {
                reader.EndWord(rune);
                reader.ReadSeparator(rune, afterSpace);
            }

            afterSpace = Rune.IsWhiteSpace(rune);
        }

        reader.EndWord(new Rune(' '));
        reader._words.RemoveAll(word => reader._handleChunks.Contains(word.Chunk));
        return new(reader._words, reader._handleChunks.Count > 0);
    }

    private void ReadLetter(Rune rune)
    {
        // Letters on both sides of a digit or symbol make a handle of what stands between two spaces.
        if (_symbolInChunk && _lettersInChunk)
        {
            _handleChunks.Add(_chunk);
        }

        _lettersInChunk = true;
        if (_word.StartsNewWord(rune))
        {
            EndWord(rune);
            _isJoined = true;
        }

        _word.Add(rune);
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
        else if (rune.Value is '&' or '+' or '＆')
        {
            _followsAmpersand = true;
        }
        else if (rune.Value is ',' or '，' or '、' or '،')
        {
            _part = _part == NamePart.Main ? NamePart.AfterComma : _part;
        }
        else if (rune.Value is '(' or '[' or '（' or '【' && _part == NamePart.Main)
        {
            _part = NamePart.Aside;
        }
        else if (rune.Value is ')' or ']' or '）' or '】' && _part == NamePart.Aside)
        {
            _part = NamePart.Main;
        }
        else if (rune.Value is '|' or ';' or '/' or '•' || (rune.Value is '-' or '–' or '—' or '·' && afterSpace))
        {
            // "Ana Horvat | Recruiter": what follows a whole name is no name.
            _part = _part == NamePart.Main && _words.Count(word => word.Part == NamePart.Main) >= 2 ? NamePart.Decoration : _part;
        }
    }

    /// <summary>Invisible characters, accents and apostrophes belong inside a word and say nothing.</summary>
    private static bool IsInvisible(Rune rune) =>
        rune.Value is '\'' or '’' or '‘' or 'ʼ' or '`' or '´' or 'ʹ' or '׳' or '״' or 'ـ'
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.ModifierSymbol;

    private void EndWord(Rune next)
    {
        if (_words.Count < MaximumWords && _word.End(_part, _chunk, hasStop: next.Value is '.' or '．', _isJoined) is { } word)
        {
            _words.Add(_followsAmpersand ? word with { FollowsAmpersand = true } : word);
            _followsAmpersand = false;
        }

        _isJoined = next.Value is not ' ' && !Rune.IsWhiteSpace(next);
    }
}

/// <summary>Where in the text a word stands; after an aside the name goes on, after a comma or decoration it does not.</summary>
internal enum NamePart
{
    Main,

    /// <summary>In brackets: a name by which the person is called, or a note.</summary>
    Aside,

    AfterComma,
    Decoration,
}

/// <summary>What reading a text gave.</summary>
/// <param name="Words">Its words, handles apart.</param>
/// <param name="HasHandle">Whether it holds a user name.</param>
internal readonly record struct ReadText(List<NameWord> Words, bool HasHandle);
