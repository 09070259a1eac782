namespace FakeProfileDetector.Photos.Generated;

/// <summary>Pictures that programs draw for accounts without a photo.</summary>
internal enum GeneratedPictureKind
{
    /// <summary>One color all over.</summary>
    Plain,

    /// <summary>Initials on a flat ground.</summary>
    LetterTile,

    /// <summary>A symmetrical pattern of blocks or turned shapes, made of an identifier.</summary>
    Identicon,

    /// <summary>Head and shoulders of nobody, in one color on a flat ground.</summary>
    Silhouette,
}
