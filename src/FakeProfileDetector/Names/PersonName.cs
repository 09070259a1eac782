using System.Collections.Immutable;

namespace FakeProfileDetector.Names;

/// <summary>A display name taken apart once, so that it can be compared many times.</summary>
/// <remarks>
/// Titles, credentials, decoration ("| Recruiter", "(she/her)"), emoji and invisible characters are dropped; letters of every
/// script become lower-case ASCII by the AnyAscii tables, so that the result depends on neither culture nor ICU. Names
/// longer than <see cref="MaximumLength"/> characters are cut there.
/// </remarks>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed class PersonName
{
    /// <summary>Characters of a name that are read: 256. Longer "names" are text, and time must stay bounded.</summary>
    public const int MaximumLength = 256;

    private readonly ParsedName _parsed;

    private PersonName(ParsedName parsed) => _parsed = parsed;

    /// <summary>The words of the name in ASCII, in the order given, without titles and credentials.</summary>
    public IEnumerable<string> Words => Tokens.Select(token => token.Text);

    internal ImmutableArray<NameToken> Tokens => _parsed.Tokens;

    internal NameScripts Scripts => _parsed.Scripts;

    /// <summary>A user name, which says little about a person's name.</summary>
    internal bool IsHandle => _parsed.IsHandle;

    /// <summary>The letters as written, where all are of scripts that put no spaces between words; else null.</summary>
    internal string? Native => _parsed.Native;

    /// <summary>The position of the family name as far as order tells.</summary>
    internal int FamilyPosition => _parsed.IsFamilyFirst ? 0 : Tokens.Length - 1;

    /// <summary>The position of the given name as far as order tells.</summary>
    internal int GivenPosition => _parsed.IsFamilyFirst ? Tokens.Length - 1 : 0;

    /// <summary>Parses a display name. Any text is accepted; what holds no letters gives a name without words.</summary>
    /// <param name="text">The name as shown; null counts as empty.</param>
    /// <returns>The parsed name.</returns>
    public static PersonName Parse(string? text) =>
        new(new NameReader().Read(text.AsSpan(0, Math.Min(text?.Length ?? 0, MaximumLength))));

    /// <summary>Names the type only, so that a logged name gives no personal data away.</summary>
    /// <returns>The type's name.</returns>
    public override string ToString() => nameof(PersonName);
}
