using System.Buffers;

namespace FakeProfileDetector.Photos.Pdq;

/// <summary>Hashes a photo under all eight transforms as its turned pixels hash, to the bit.</summary>
/// <remarks>
/// PDQ's reference turns the frequencies. Since its windows lie half a pixel off their centers, what it gives for a small photo
/// lies up to dozens of bits from the hash of the photo when its pixels are turned: one in ten copies turned upside down was missed.
/// The photo as it is has the reference's hash; so has its transpose.
/// </remarks>
internal static class TurnedHasher
{
    // Half a pixel of a larger photo moves the hash by a few bits only.
    private const int LargestSide = 640;

    /// <summary>Computes the hashes.</summary>
    /// <param name="samples">The photo's samples, row by row; as many as the grid says.</param>
    /// <param name="width">Samples in a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="grid">Where the samples lie in the photo.</param>
    internal static PdqDihedralHashes Compute(ReadOnlySpan<byte> samples, int width, int height, in SampleGrid grid)
    {
        var upright = PdqHasher.ComputeDihedral(samples, width, height, grid);
        if (Math.Max(width, height) > LargestSide || grid != SampleGrid.Full(width, height))
        {
            return upright;
        }

        var rented = ArrayPool<byte>.Shared.Rent(samples.Length);
        var turned = rented.AsSpan(0, samples.Length);
        samples.CopyTo(turned);
        var hashes = upright.Hashes;
        Mirror(turned, width);
        Put(ref hashes, turned, width, height, DihedralTransform.Mirror, DihedralTransform.Rotate90);

        // All samples in reverse: upside down; mirrored once more, flipped.
        Mirror(turned, width);
        turned.Reverse();
        Put(ref hashes, turned, width, height, DihedralTransform.Rotate180, DihedralTransform.Transverse);
        Mirror(turned, width);
        Put(ref hashes, turned, width, height, DihedralTransform.FlipVertical, DihedralTransform.Rotate270);
        ArrayPool<byte>.Shared.Return(rented);
        return upright with { Hashes = hashes };
    }

    private static void Put(
        ref DihedralHashes hashes, ReadOnlySpan<byte> turned, int width, int height, DihedralTransform transform, DihedralTransform transposed)
    {
        var own = PdqHasher.ComputeDihedral(turned, width, height).Hashes;
        hashes[(int)transform] = own.Get(DihedralTransform.None);
        hashes[(int)transposed] = own.Get(DihedralTransform.Transpose);
    }

    private static void Mirror(Span<byte> samples, int width)
    {
        for (; !samples.IsEmpty; samples = samples[width..])
        {
            samples[..width].Reverse();
        }
    }
}
