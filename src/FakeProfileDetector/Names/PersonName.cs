using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using AnyAscii;

namespace FakeProfileDetector.Names;

/// <summary>A display name taken apart once, so that it can be compared many times.</summary>
/// <remarks>
/// Titles, credentials, emoji and invisible characters are dropped; letters of every script become lower-case ASCII by
/// the AnyAscii tables, so that the result depends on neither culture nor ICU. Names longer than
/// <see cref="MaximumLength"/> characters are cut there.
/// </remarks>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed class PersonName
{
    /// <summary>Characters of a name that are read: 256. Longer "names" are text, and time must stay bounded.</summary>
    public const int MaximumLength = 256;

    private const int MaximumWords = 12;

    private PersonName(ImmutableArray<NameToken> tokens, NameScripts scripts, bool isHandle)
    {
        Tokens = tokens;
        Scripts = scripts;
        IsHandle = isHandle;
    }

    /// <summary>The words of the name in ASCII, in the order given, without titles and credentials.</summary>
    public IEnumerable<string> Words => Tokens.Select(token => token.Text);

    internal ImmutableArray<NameToken> Tokens { get; }

    internal NameScripts Scripts { get; }

    /// <summary>Digits, underscores or "@" mark a user name, which says little about a person's name.</summary>
    internal bool IsHandle { get; }

    /// <summary>Parses a display name. Any text is accepted; what holds no letters gives a name without words.</summary>
    /// <param name="text">The name as shown; null counts as empty.</param>
    /// <returns>The parsed name.</returns>
    public static PersonName Parse(string? text)
    {
        var parts = new NameReader().Read(text.AsSpan(0, Math.Min(text?.Length ?? 0, MaximumLength)));
        return new(parts.Tokens, parts.Scripts, parts.IsHandle);
    }

    /// <summary>Names the type only, so that a logged name gives no personal data away.</summary>
    /// <returns>The type's name.</returns>
    public override string ToString() => nameof(PersonName);

    /// <summary>One pass over the text: words in ASCII with what stood around them, then titles and credentials off.</summary>
    private sealed class NameReader
    {
        private readonly List<NameToken> _words = [];
        private readonly ArrayBufferWriter<byte> _ascii = new(64);
        private NameScripts _scripts;
        private bool _isHandle;
        private bool _afterComma;
        private bool _capitals = true;
        private int _letters;

        public (ImmutableArray<NameToken> Tokens, NameScripts Scripts, bool IsHandle) Read(ReadOnlySpan<char> text)
        {
            foreach (var rune in text.EnumerateRunes())
            {
                if (Rune.IsLetter(rune))
                {
                    _scripts |= NameScript.Of(rune);
                    _capitals &= !Rune.IsLower(rune);
                    _letters++;
                    Transliteration.Transliterate(rune, _ascii);
                }
                else if (IsJoiner(rune))
                {
                    // Combining marks, invisible characters and apostrophes belong inside a word and say nothing.
                }
                else
                {
                    _isHandle |= Rune.IsDigit(rune) || rune.Value is '_' or '@';
                    EndWord();
                    _afterComma |= rune.Value is ',' or '，' or '|' or '(';
                }
            }

            EndWord();
            return (WithoutTitles(), _scripts, _isHandle);
        }

        private static bool IsJoiner(Rune rune) =>
            rune.Value is '\'' or '’' or '‘' or 'ʼ' or '`' or '´' or 'ʹ'
            || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.ModifierSymbol;

        private void EndWord()
        {
            if (_ascii.WrittenCount > 0 && _words.Count < MaximumWords)
            {
                var word = Encoding.ASCII.GetString(_ascii.WrittenSpan).ToLowerInvariant();
                word = string.Concat(word.Where(char.IsAsciiLetter));
                if (word.Length > 0)
                {
                    _words.Add(new(word, _letters == 1 && word.Length <= 2, _afterComma, _capitals));
                }
            }

            _ascii.Clear();
            _capitals = true;
            _letters = 0;
        }

        private ImmutableArray<NameToken> WithoutTitles()
        {
            // A title or credential is dropped only while a name of two words remains: "Major" is a family name as well.
            var first = 0;
            while (_words.Count - first > 2 && NameWords.Titles.Contains(_words[first].Text))
            {
                first++;
            }

            var kept = _words[first..];
            for (var i = kept.Count - 1; i >= 2 && IsCredential(kept[i]); i--)
            {
                kept.RemoveAt(i);
            }

            return [.. kept];
        }

        private static bool IsCredential(NameToken token) =>
            (token.AfterComma || token.Capitals) && NameWords.Credentials.Contains(token.Text);
    }
}

/// <summary>One word of a name.</summary>
/// <param name="Text">Lower-case ASCII letters.</param>
/// <param name="IsInitial">A single letter that stands for a word.</param>
/// <param name="AfterComma">A comma, bar or bracket came before it: a credential or a family-name-first order.</param>
/// <param name="Capitals">Written in capitals throughout.</param>
internal readonly record struct NameToken(string Text, bool IsInitial, bool AfterComma, bool Capitals)
{
    internal bool IsParticle => NameWords.Particles.Contains(Text);
}
