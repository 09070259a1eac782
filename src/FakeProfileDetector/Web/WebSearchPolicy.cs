namespace FakeProfileDetector.Web;

/// <summary>When the web is searched for a photo: a search costs money and takes seconds.</summary>
/// <remarks>It never is for a letter tile, an identicon, a silhouette, a plain color or a network's default avatar: those are nobody's.</remarks>
public enum WebSearchPolicy
{
    /// <summary>Not at all.</summary>
    Never = 0,

    /// <summary>
    /// When nothing else decides: the profile is neither verified nor judged by a reviewer, and no enrolled profile makes it a likely
    /// fake.
    /// </summary>
    WhenUndecided = 1,

    /// <summary>For every usable photo that is not nobody's.</summary>
    Always = 2,
}
