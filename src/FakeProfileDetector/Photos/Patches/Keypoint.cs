namespace FakeProfileDetector.Photos.Patches;

/// <summary>A blob in a picture.</summary>
/// <param name="X">Pixels of the working size from the left edge to the middle.</param>
/// <param name="Y">Pixels of the working size from the top edge to the middle.</param>
/// <param name="Sigma">Its size, as the blur that it answers most to, in pixels of the working size.</param>
/// <param name="Octave">The octave it was found in.</param>
/// <param name="Strength">What keypoints are ranked by.</param>
internal readonly record struct Keypoint(float X, float Y, float Sigma, int Octave, float Strength);
