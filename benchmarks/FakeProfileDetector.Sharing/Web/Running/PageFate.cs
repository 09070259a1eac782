namespace FakeProfileDetector.Sharing.Web.Running;

/// <summary>What became of a page that names one person and shows the member's photo.</summary>
internal enum PageFate
{
    /// <summary>A reason of the report names it.</summary>
    Counted,

    /// <summary>Left out, for its handle is the member's own.</summary>
    OwnHandle,

    /// <summary>Its title or address gives no name.</summary>
    NoNameRead,

    /// <summary>Its picture is not taken for a copy.</summary>
    NotTheSamePicture,
}
