namespace FakeProfileDetector.Photos;

/// <summary>The eight ways to turn or flip a square, in the order in which PDQ's tools list them.</summary>
public enum DihedralTransform
{
    /// <summary>As it is.</summary>
    None = 0,

    /// <summary>Turned by a quarter anticlockwise.</summary>
    Rotate90 = 1,

    /// <summary>Turned upside down.</summary>
    Rotate180 = 2,

    /// <summary>Turned by a quarter clockwise.</summary>
    Rotate270 = 3,

    /// <summary>Top and bottom exchanged.</summary>
    FlipVertical = 4,

    /// <summary>Left and right exchanged: the mirror image.</summary>
    Mirror = 5,

    /// <summary>Flipped along the main diagonal (transposed).</summary>
    Transpose = 6,

    /// <summary>Flipped along the other diagonal.</summary>
    Transverse = 7,
}
