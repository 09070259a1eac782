using FakeProfileDetector.Photos.Patches;

namespace FakeProfileDetector.Names;

/// <summary>How two words of two names agree.</summary>
public enum NameTokenAgreement
{
    /// <summary>They do not.</summary>
    None = 0,

    /// <summary>The same letters, apart from case and accents.</summary>
    Exact,

    /// <summary>One name writes as one word what the other writes as two.</summary>
    Joined,

    /// <summary>Short or pet form, or another spelling, of one given name.</summary>
    ShortForm,

    /// <summary>Spellings of one word in one script.</summary>
    Spelling,

    /// <summary>Spellings of one word in two scripts.</summary>
    Transliteration,

    /// <summary>The same only by the shapes of the letters, which are of two scripts.</summary>
    LookAlike,

    /// <summary>A letter that stands for a word.</summary>
    Initial,
}

/// <summary>Two words that agree, or a word without a partner.</summary>
/// <param name="First">The word of the first name; null where it has none.</param>
/// <param name="Second">The word of the second name; null where it has none.</param>
/// <param name="Agreement">How they agree; <see cref="NameTokenAgreement.None"/> for a word without a partner.</param>
public readonly record struct NameTokenPair(string? First, string? Second, NameTokenAgreement Agreement)
{
    /// <summary>Names the agreement only, so that a logged pair gives no personal data away.</summary>
    /// <returns>The agreement.</returns>
    public override string ToString() => Agreement.ToString();
}
