namespace FakeProfileDetector.Web;

/// <summary>What kind of page shows a photo.</summary>
public enum WebPageKind
{
    /// <summary>None of the others, or unknown: nobody's name is taken from it.</summary>
    Other = 0,

    /// <summary>One person's profile.</summary>
    Profile = 1,

    /// <summary>A post, a video or a picture on somebody's profile.</summary>
    Post = 2,

    /// <summary>A list of people: a search result, a people-search site, an aggregator.</summary>
    Directory = 3,

    /// <summary>A member of a team on the page of a company, a school, an authority.</summary>
    Staff = 4,

    /// <summary>A company, a brand, a place.</summary>
    Organization = 5,

    /// <summary>An article of a newspaper, a magazine, a broadcaster.</summary>
    News = 6,

    /// <summary>A public figure's page in an encyclopedia or a film database.</summary>
    PublicFigure = 7,

    /// <summary>A library of stock pictures.</summary>
    Stock = 8,

    /// <summary>A list of scammers or of pictures that scammers use.</summary>
    ScamWarning = 9,

    /// <summary>A collection of others' pictures: a board, a wallpaper site, a blog of reposts.</summary>
    Repost = 10,
}
