namespace FakeProfileDetector.SharedPhotos;

/// <summary>Every constant of the judgment on a photo that is on the web, with its reason.</summary>
internal static class WebPhotoWeights
{
    // Bits. Copies of a portrait under another's names on two sites, and none under the profile's own, decide; each further site
    // says less, for sites copy from each other.
    internal const double TwoSites = 8.0;
    internal const double FurtherSite = 1.0;
    internal const double MaximumOtherNames = 10.0;

    // One site may be wrong about whom it shows, and a page may be misread.
    internal const double OneSite = 4.0;

    // Where the profile's own name is on the web with the photo as well, somebody has taken it, and hardly this one.
    internal const double BesideOwnName = 1.0;

    // Where the profile is known to have shown the photo first.
    internal const double ProfileWasFirst = 0.5;

    // What a provider says of a picture that could not be fetched is a hint.
    internal const double Unconfirmed = 1.5;

    // Pictures of several people, or of nobody, are on the web under many names in good faith.
    internal const double NoPortrait = 1.0;

    // The photo of a public figure under another name: a fan, or worse.
    internal const double PublicFigure = 3.0;

    // A picture that anybody can buy is no photo of the member, and no crime.
    internal const double Stock = 2.0;

    // Lists of scams show photos that scammers use, whoever's they are.
    internal const double ScamWarning = 4.0;

    // Pages of one's own elsewhere speak for one a little: whoever builds a fake can build two.
    internal const double OwnPage = -0.75;
    internal const double MinimumOwnPages = -2.0;

    // Sites that show the photo under different people's names, and under none of the profile's, before it may be reported.
    internal const int SitesToReport = 2;

    // As a claim to be the owner, natural logarithm: who has a page elsewhere with photo and name is 4.5 times likelier its
    // owner, and with pages on two sites 20 times. Not learned, for want of data.
    internal const double OwnerPage = -1.5;
    internal const double OwnerPages = -3.0;
}
