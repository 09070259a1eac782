namespace FakeProfileDetector.Photos.Patches;

/// <summary>Where the faces of two photos are, as shares of their sides; null where it is unknown.</summary>
/// <param name="OfQuery">Those of the photo asked about.</param>
/// <param name="OfStored">Those of the stored photo.</param>
internal readonly record struct FacesOfBoth(IReadOnlyList<PhotoRegion>? OfQuery, IReadOnlyList<PhotoRegion>? OfStored)
{
    /// <summary>Faces that are compared at most: 32. In a crowd no more of them is large enough to tell.</summary>
    internal const int MaximumCount = 2 * MaximumOfEach;

    private const int MaximumOfEach = 16;

    /// <summary>Lays all faces on the reference of two aligned thumbnails.</summary>
    /// <param name="toReference">From the other thumbnail to the reference.</param>
    /// <param name="isMirrored">Whether the photo asked about was mirrored.</param>
    /// <param name="isQueryReference">Whether the photo asked about is the reference.</param>
    /// <param name="bounds">Receives them.</param>
    /// <returns>How many there are.</returns>
    internal int Lay(Affine toReference, bool isMirrored, bool isQueryReference, Span<FaceBounds> bounds)
    {
        var count = 0;
        Add(OfQuery, isMirrored, isQueryReference, bounds);
        Add(OfStored, isMirrored: false, !isQueryReference, bounds);
        return count;

        void Add(IReadOnlyList<PhotoRegion>? faces, bool isMirrored, bool isReference, Span<FaceBounds> bounds)
        {
            for (var i = 0; i < Math.Min(faces?.Count ?? 0, MaximumOfEach); i++)
            {
                var face = FaceBounds.Of(faces![i], isMirrored);
                bounds[count++] = isReference ? face : face.Mapped(toReference);
            }
        }
    }
}
