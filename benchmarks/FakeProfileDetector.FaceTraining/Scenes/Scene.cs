using FakeProfileDetector.Photos.Faces;

namespace FakeProfileDetector.FaceTraining.Scenes;

/// <summary>A composed picture and the faces in it.</summary>
internal sealed record Scene(int Width, int Height, byte[] Pixels, IReadOnlyList<FaceCandidate> Faces);
