using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Tests.Photos.Patches;

public sealed class PatchThumbnailTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Unpack_Packed_IsWithinHalfAStep(bool isMirrored)
    {
        var random = new Random(1);
        var samples = Enumerable.Range(0, PatchThumbnail.SampleCount).Select(_ => (float)random.Next(256)).ToArray();
        var packed = new byte[PatchThumbnail.ByteCount];
        PatchThumbnail.Pack(samples, packed);
        var unpacked = new float[samples.Length];
        PatchThumbnail.Unpack(packed, isMirrored, unpacked);

        Assert.All(samples.Index(), sample =>
        {
            var (x, y) = (sample.Index % PatchThumbnail.Side, sample.Index / PatchThumbnail.Side);
            Assert.Equal(sample.Item, unpacked[(y * PatchThumbnail.Side) + (isMirrored ? PatchThumbnail.Side - 1 - x : x)], 2f);
        });
    }

    [Fact]
    public void Pack_BeyondTheRange_IsItsEnd()
    {
        var packed = new byte[PatchThumbnail.ByteCount];
        PatchThumbnail.Pack([-20, 300, .. new float[PatchThumbnail.SampleCount - 2]], packed);
        var unpacked = new float[PatchThumbnail.SampleCount];
        PatchThumbnail.Unpack(packed, isMirrored: false, unpacked);

        Assert.Equal((2, 254), (unpacked[0], unpacked[1]));
    }
}
