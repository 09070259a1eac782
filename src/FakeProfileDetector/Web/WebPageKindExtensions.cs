namespace FakeProfileDetector.Web;

/// <summary>What a <see cref="WebPageKind"/> is called in files and reports.</summary>
/// <threadsafety>Safe from many threads at once.</threadsafety>
public static class WebPageKindExtensions
{
    /// <summary>The stable code of a kind in files and reports, such as <c>public-figure</c>.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>Lower-case words joined by hyphens.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not a kind.</exception>
    public static string ToCode(this WebPageKind kind) => kind switch
    {
        WebPageKind.Other => "other",
        WebPageKind.Profile => "profile",
        WebPageKind.Post => "post",
        WebPageKind.Directory => "directory",
        WebPageKind.Staff => "staff",
        WebPageKind.Organization => "organization",
        WebPageKind.News => "news",
        WebPageKind.PublicFigure => "public-figure",
        WebPageKind.Stock => "stock",
        WebPageKind.ScamWarning => "scam-warning",
        WebPageKind.Repost => "repost",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of page."),
    };
}
