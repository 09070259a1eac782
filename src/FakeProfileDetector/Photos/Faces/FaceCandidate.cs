namespace FakeProfileDetector.Photos.Faces;

/// <summary>A square that may hold a face, in samples of the plane, edges counted from the top left corner of the first sample.</summary>
internal readonly record struct FaceCandidate(float CenterX, float CenterY, float Side, int Score)
{
    /// <summary>Shared area over the area of both together, 0–1.</summary>
    internal float Overlap(in FaceCandidate other)
    {
        var shared = Shared(other);
        return shared / ((Side * Side) + (other.Side * other.Side) - shared);
    }

    /// <summary>Shared area over the smaller area, 0–1.</summary>
    internal float Containment(in FaceCandidate other)
    {
        var smaller = MathF.Min(Side, other.Side);
        return Shared(other) / (smaller * smaller);
    }

    private float Shared(in FaceCandidate other)
    {
        var reach = (Side + other.Side) / 2;
        var limit = MathF.Min(Side, other.Side);
        var width = MathF.Min(limit, reach - MathF.Abs(CenterX - other.CenterX));
        var height = MathF.Min(limit, reach - MathF.Abs(CenterY - other.CenterY));
        return width <= 0 || height <= 0 ? 0 : width * height;
    }
}
