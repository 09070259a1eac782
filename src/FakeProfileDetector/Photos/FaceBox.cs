namespace FakeProfileDetector.Photos;

/// <summary>Where a face lies in the upright photo: about from the middle of the forehead to the chin.</summary>
/// <remarks>A place and a size, and nothing that tells whose face it is.</remarks>
/// <param name="X">Left edge, in pixels of the photo from its left edge, 0 or more.</param>
/// <param name="Y">Top edge, in pixels of the photo from its top edge, 0 or more.</param>
/// <param name="Width">In pixels of the photo, 1 or more. The box lies inside the photo.</param>
/// <param name="Height">In pixels of the photo, 1 or more.</param>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public readonly record struct FaceBox(int X, int Y, int Width, int Height)
{
    /// <summary>Width times height, in pixels.</summary>
    internal long Area => (long)Width * Height;
}
