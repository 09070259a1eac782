using FakeProfileDetector.FaceTraining.Data;
using FakeProfileDetector.FaceTraining.Scenes;

namespace FakeProfileDetector.FaceTraining.Measuring;

internal enum Expected
{
    None,
    One,
    Many,
}

/// <summary>A picture to measure on, and what must be counted in it.</summary>
internal sealed record Trial(string Group, Expected Expected, Scene Scene, SourcePicture? Source);
