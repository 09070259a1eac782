namespace FakeProfileDetector.Photos.Faces;

/// <summary>Scores from which something counts, as sums with all bits of a network's last layer.</summary>
/// <param name="Proposal">From which a window is looked at again.</param>
/// <param name="First">From which the best candidate is a face.</param>
/// <param name="Further">From which another candidate is a face too.</param>
internal readonly record struct FaceThresholds(int Proposal, int First, int Further);
