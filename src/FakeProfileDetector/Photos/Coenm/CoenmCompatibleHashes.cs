namespace FakeProfileDetector.Photos.Coenm;

/// <summary>The three 64-bit hashes that CoenM.ImageHash computes of a picture.</summary>
/// <param name="Average">The value of its <c>AverageHash</c>.</param>
/// <param name="Difference">The value of its <c>DifferenceHash</c>.</param>
/// <param name="Perceptual">The value of its <c>PerceptualHash</c>.</param>
public readonly record struct CoenmCompatibleHashes(ulong Average, ulong Difference, ulong Perceptual);
