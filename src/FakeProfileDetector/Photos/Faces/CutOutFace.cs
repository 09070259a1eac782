namespace FakeProfileDetector.Photos.Faces;

/// <summary>Whether a face is small and cut out on pure white: a figure from a game or of clip art, or a person whose ground was taken away.</summary>
/// <remarks>Says nothing about how the face is made; it only makes a face that is not sure less likely.</remarks>
internal static class CutOutFace
{
    private const double MinimumWhite = 0.1;
    private const byte White = 250;

    // Of the smaller side of the picture.
    private const float MaximumShare = 0.25f;

    // What is looked at: a square around the face, in sides of it, and samples along a side of that.
    private const float Reach = 2;
    private const int Samples = 24;

    /// <summary>Whether it is.</summary>
    /// <param name="pixels">Luma, row by row.</param>
    /// <param name="width">Width in samples.</param>
    /// <param name="height">Height in samples.</param>
    /// <param name="face">The face.</param>
    internal static bool Is(ReadOnlySpan<byte> pixels, int width, int height, in FaceCandidate face)
    {
        if (face.Side >= MaximumShare * Math.Min(width, height))
        {
            return false;
        }

        // What lies outside of the picture does not count.
        var (white, seen) = (0, 0);
        for (var i = 0; i < Samples * Samples; i++)
        {
            var x = Place(face.CenterX, face.Side, i % Samples);
            var y = Place(face.CenterY, face.Side, i / Samples);
            if (x >= 0 && y >= 0 && x < width && y < height)
            {
                seen++;
                white += pixels[(y * width) + x] >= White ? 1 : 0;
            }
        }

        return white >= MinimumWhite * seen && seen > 0;
    }

    private static int Place(float center, float side, int index) =>
        (int)MathF.Floor(center + ((((index + 0.5f) / Samples) - 0.5f) * side * Reach));
}
