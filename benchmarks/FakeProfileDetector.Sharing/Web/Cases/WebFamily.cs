namespace FakeProfileDetector.Sharing.Web.Cases;

/// <summary>What is right for the accounts of a case.</summary>
internal enum WebFamily
{
    /// <summary>A thief whose photo stands on two sites or more under another's name, in copies that were compared.</summary>
    Theft,

    /// <summary>A thief of whom the web tells less.</summary>
    DoubtfulTheft,

    /// <summary>A genuine member whom the web shows as well.</summary>
    Owner,

    /// <summary>A genuine member whose picture stands on pages of others, or of nobody, in good faith.</summary>
    SharedPicture,

    /// <summary>A genuine member whose photo thieves use elsewhere, beside pages of their own.</summary>
    Robbed,

    /// <summary>A genuine member of whom the web shows nothing but others' names.</summary>
    Hopeless,

    /// <summary>The search fails; the members are genuine.</summary>
    FailedSearch,
}
