namespace FakeProfileDetector.FaceTraining.Learning;

/// <summary>A window with what it shows: 1 a face, 0 none; and where the face is, in sides of the window's square.</summary>
internal sealed record Example(short[] Values, float Target, float Weight, bool HasPlace, float ShiftX, float ShiftY, float Growth);
