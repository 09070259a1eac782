using FakeProfileDetector.Web.Pages;

namespace FakeProfileDetector.Web;

/// <summary>Tells whose page it is from the page's address and title.</summary>
/// <remarks>
/// By a table of sites, which names the places of addresses and the shapes of titles, and by common shapes for all other sites.
/// A name that may be wrong is left out: titles of several people, of organizations, of forms to log in, and names that are cut
/// off give none. No page is fetched, and the time grows with the length of the title at most.
/// </remarks>
/// <threadsafety>Safe from many threads at once.</threadsafety>
public static class WebPageReader
{
    /// <summary>Characters of a title that are read: 4,096. What follows is cut off.</summary>
    public const int MaximumTitleLength = PageTitle.MaximumLength;

    /// <summary>Reads a page's address and title.</summary>
    /// <param name="url">The address; a relative one belongs to no site, and nobody's name is taken from it.</param>
    /// <param name="title">The title: it may hold markup, be cut off or translated. Null or blank when unknown.</param>
    /// <returns>Whose page it is, as far as that can be told. The name stands in the title; only where the title names nobody may it come from an address that spells names, such as <c>/people/Ana-Horvat/100</c>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="url"/> is null.</exception>
    public static WebPageSubject Read(Uri url, string? title)
    {
        ArgumentNullException.ThrowIfNull(url);
        var reading = PageTable.Shipped.Read(PageAddress.Of(url), PageTitle.Of(title));
        return new() { Site = reading.Site, Kind = (WebPageKind)reading.Kind, Name = reading.Name, Handle = reading.Handle };
    }
}
