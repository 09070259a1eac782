namespace FakeProfileDetector.Photos;

/// <summary>How the samples of a plane lie in the photo that it shows: one for each pixel, or one for a square block of pixels.</summary>
/// <remarks>
/// Sample (x, y) is the mean of the photo's pixels from (x · Scale + OffsetX, y · Scale + OffsetY), Scale on each axis,
/// as far as they lie inside the photo; offsets are 0 or negative. Scale 1 with offsets 0 is a plane at full size.
/// </remarks>
/// <param name="Scale">Pixels of the photo on each side of a sample: 1, 2, 4 or 8.</param>
/// <param name="OffsetX">Where the first column of samples begins, −(Scale − 1) to 0.</param>
/// <param name="OffsetY">Where the first row of samples begins, −(Scale − 1) to 0.</param>
/// <param name="PhotoWidth">Width of the photo in pixels.</param>
/// <param name="PhotoHeight">Height of the photo in pixels.</param>
internal readonly record struct SampleGrid(int Scale, int OffsetX, int OffsetY, int PhotoWidth, int PhotoHeight)
{
    /// <summary>A sample for each pixel.</summary>
    internal static SampleGrid Full(int width, int height) => new(1, 0, 0, width, height);
}
