using CsCheck;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Pdq;

namespace FakeProfileDetector.Tests.Photos.Pdq;

public sealed class TurnedHasherTests
{
    private static readonly Gen<(byte[] Luma, int Width, int Height)> Pictures =
        from width in Gen.Int[64, 100]
        from height in Gen.Int[64, 100]
        from luma in Gen.Byte.Array[width * height]
        select (luma, width, height);

    [Fact]
    public void Compute_EveryTransform_IsTheHashOfTheTurnedPixels() => Pictures.Sample(picture =>
    {
        var (luma, width, height) = picture;
        var hashes = TurnedHasher.Compute(luma, width, height, SampleGrid.Full(width, height)).Hashes;
        foreach (var transform in Enum.GetValues<DihedralTransform>())
        {
            var (turned, turnedWidth, turnedHeight) = Turn(luma, width, height, transform);

            // Transposed frequencies are summed up in another order, which may move one that lies at the median.
            var distance = PdqHasher.Compute(turned, turnedWidth, turnedHeight).Hash.DistanceTo(hashes.Get(transform));
            Assert.InRange(distance, 0, IsTransposed(transform) ? 4 : 0);
        }
    });

    [Fact]
    public void Compute_ReducedOrLarge_IsTheReferences()
    {
        var luma = new byte[700 * 20];
        new Random(1).NextBytes(luma);
        var reduced = new SampleGrid(8, 0, 0, 160, 160);

        Assert.Equal(PdqHasher.ComputeDihedral(luma, 700, 20), TurnedHasher.Compute(luma, 700, 20, SampleGrid.Full(700, 20)));
        Assert.Equal(PdqHasher.ComputeDihedral(luma.AsSpan(0, 400), 20, 20, reduced), TurnedHasher.Compute(luma.AsSpan(0, 400), 20, 20, reduced));
    }

    private static bool IsTransposed(DihedralTransform transform) =>
        transform is DihedralTransform.Transpose or DihedralTransform.Transverse or DihedralTransform.Rotate90 or DihedralTransform.Rotate270;

    /// <summary>The picture turned, by where the frequencies say that its samples go.</summary>
    private static (byte[] Luma, int Width, int Height) Turn(byte[] luma, int width, int height, DihedralTransform transform)
    {
        var (isTransposed, isMirrored, isFlipped) = transform switch
        {
            DihedralTransform.None => (false, false, false),
            DihedralTransform.Mirror => (false, true, false),
            DihedralTransform.FlipVertical => (false, false, true),
            DihedralTransform.Rotate180 => (false, true, true),
            DihedralTransform.Transpose => (true, false, false),
            DihedralTransform.Rotate90 => (true, true, false),
            DihedralTransform.Rotate270 => (true, false, true),
            _ => (true, true, true),
        };
        var turned = new byte[luma.Length];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (u, v) = (isMirrored ? width - 1 - x : x, isFlipped ? height - 1 - y : y);
                turned[isTransposed ? (u * height) + v : (v * width) + u] = luma[(y * width) + x];
            }
        }

        return isTransposed ? (turned, height, width) : (turned, width, height);
    }
}
