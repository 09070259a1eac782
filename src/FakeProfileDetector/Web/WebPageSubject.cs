namespace FakeProfileDetector.Web;

/// <summary>Whose page it is, as far as its address and title tell.</summary>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed class WebPageSubject
{
    /// <summary>The site, by its registrable name in lower case: <c>linkedin.com</c>.</summary>
    public required string Site { get; init; }

    /// <summary>What kind of page it is.</summary>
    public WebPageKind Kind { get; init; }

    /// <summary>The name of whose page it is; null where the page names nobody, several, or is not understood.</summary>
    public string? Name { get; init; }

    /// <summary>The handle of whose page it is, without @; null where there is none.</summary>
    public string? Handle { get; init; }

    /// <summary>Names the type only, so that a logged page gives no personal data away.</summary>
    /// <returns>The type's name.</returns>
    public override string ToString() => nameof(WebPageSubject);
}
