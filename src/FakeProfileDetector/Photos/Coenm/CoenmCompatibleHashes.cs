namespace FakeProfileDetector.Photos.Coenm;

/// <summary>The three 64-bit hashes that CoenM.ImageHash computes of a picture.</summary>
/// <threadsafety>An immutable value.</threadsafety>
public readonly struct CoenmCompatibleHashes
{
    internal CoenmCompatibleHashes(ulong average, ulong difference, ulong perceptual) =>
        (Average, Difference, Perceptual) = (average, difference, perceptual);

    /// <summary>The value of its <c>AverageHash</c>.</summary>
    public ulong Average { get; }

    /// <summary>The value of its <c>DifferenceHash</c>.</summary>
    public ulong Difference { get; }

    /// <summary>The value of its <c>PerceptualHash</c>.</summary>
    public ulong Perceptual { get; }
}
