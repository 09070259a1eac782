namespace FakeProfileDetector.Names;

/// <summary>How two words of two names agree.</summary>
internal enum NameTokenAgreement
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
