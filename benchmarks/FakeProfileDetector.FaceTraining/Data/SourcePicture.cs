namespace FakeProfileDetector.FaceTraining.Data;

/// <summary>Where the face of a portrait is: center and side of its box in pixels, and the angle of the line through the eyes in radians.</summary>
internal sealed record FaceTruth(float CenterX, float CenterY, float Side, float Angle);

/// <summary>A picture to learn from or to measure on.</summary>
/// <param name="File">Relative to the folder of the faces.</param>
/// <param name="Kind">Which set it is of.</param>
/// <param name="IsFace">A portrait of one person; otherwise no photograph of a person.</param>
/// <param name="Truth">Null for no face, and where the sources of the box do not agree or there is none.</param>
/// <param name="Part">0–99, by the name of person or file: see <see cref="Parts"/>.</param>
/// <param name="Planes">Luma, and its halves, quarters …</param>
/// <param name="SkinTone">Individual typology angle of the middle of the face in degrees, lower is darker; NaN for none.</param>
internal sealed record SourcePicture(
    string File, string Kind, bool IsFace, FaceTruth? Truth, int Part, IReadOnlyList<LumaPlane> Planes, double SkinTone)
{
    internal LumaPlane Full => Planes[0];
}

internal sealed record LumaPlane(int Width, int Height, byte[] Pixels)
{
    internal static IReadOnlyList<LumaPlane> WithHalves(LumaPlane full)
    {
        var planes = new List<LumaPlane> { full };
        while (planes[^1] is { Width: >= 16, Height: >= 16 } last)
        {
            var half = new LumaPlane(last.Width / 2, last.Height / 2, new byte[last.Width / 2 * (last.Height / 2)]);
            Photos.Faces.PlaneHalving.Halve(last.Pixels, last.Width, half.Pixels, half.Width, half.Height);
            planes.Add(half);
        }

        return planes;
    }
}
