namespace FakeProfileDetector.Web.Pages;

/// <summary>The kinds of page as the table of sites names them; each has the value of its public twin.</summary>
internal enum PageKind
{
    Other = 0,
    Profile = 1,
    Post = 2,
    Directory = 3,
    Staff = 4,
    Organization = 5,
    News = 6,
    PublicFigure = 7,
    Stock = 8,
    ScamWarning = 9,
    Repost = 10,
}

/// <summary>How far the place of a page vouches for its title naming a person.</summary>
internal enum Trust
{
    /// <summary>Titles of anything stand there: both words must be known as names.</summary>
    Weak,

    /// <summary>As weak, but an address that spells the same words vouches for them.</summary>
    Slug,

    /// <summary>The home of a site: it is somebody's where the site's own name spells the name and the title says what one person does.</summary>
    Own,

    /// <summary>Members choose what they are called, and many are no people.</summary>
    Soft,

    /// <summary>Only people have such pages.</summary>
    Trusted,
}

/// <summary>What reading a page gave.</summary>
internal readonly record struct PageReading(string Site, PageKind Kind, string? Name, string? Handle);
