namespace FakeProfileDetector.Web;

/// <summary>How much of a photo a page shows, as the provider says.</summary>
public enum WebPhotoMatch
{
    /// <summary>The provider does not say.</summary>
    Unknown = 0,

    /// <summary>A picture that looks alike.</summary>
    Similar = 10,

    /// <summary>A part of the photo, or an edited copy.</summary>
    Partial = 20,

    /// <summary>The whole photo.</summary>
    Full = 30,
}
