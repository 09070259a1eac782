namespace FakeProfileDetector.Index.Kernels;

/// <summary>
/// A hash whose half differs in more bits than the radius is not within it. Scans look at two of the four words first
/// and at the rest only where they do not decide, which halves the work as long as the radius is small.
/// </summary>
internal static class HalfTest
{
    // Halves of unrelated hashes differ in 64 ± 6 bits: at 44, three in ten thousand pass.
    private const int LargestRadius = 44;

    internal static bool Pays(int radius) => radius <= LargestRadius;
}
