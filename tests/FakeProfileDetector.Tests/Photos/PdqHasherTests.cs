using System.IO.Hashing;
using System.Runtime.InteropServices;
using CsCheck;
using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Tests.Photos;

public sealed class PdqHasherTests
{
    private static readonly Gen<(int Width, int Height, int Seed)> Sizes =
        Gen.Select(Gen.Frequency((6, Gen.Int[1, 300]), (1, Gen.Int[60, 68]), (1, Gen.Int[300, 900])), Gen.Int[1, 300], Gen.Int);

    [Fact]
    public void Downscale_AnySize_EqualsPlainTwinBitForBit() => Sizes.Sample(
        size =>
        {
            var luma = Noise(size.Width * size.Height, size.Seed);
            var small = new float[64 * 64];
            PdqDownscaler.Downscale(new LumaRows(luma, size.Width, size.Height), size.Width, size.Height, small);
            var plain = PlainPdq.Downscale([.. luma.Select(value => (float)value)], size.Width, size.Height);
            Assert.Equal(plain, small);
        },
        iter: 150);

    [Fact]
    public void Compute_ByteAndFloatLuma_GiveTheSameHash() => Sizes.Sample(
        size =>
        {
            var luma = Noise(size.Width * size.Height, size.Seed);
            var bytes = PdqHasher.ComputeDihedral(luma, size.Width, size.Height);
            var floats = PdqHasher.ComputeDihedral([.. luma.Select(value => (float)value)], size.Width, size.Height);
            Assert.Equal(bytes.Quality, floats.Quality);
            Assert.Equal(bytes.Hashes.Get(DihedralTransform.None), floats.Hashes.Get(DihedralTransform.None));
        },
        iter: 40);

    [Fact]
    public void ComputeDihedral_SquarePicture_IsCloseToTheHashOfTheTurnedPicture()
    {
        // Five pixels a cell and a window of three: both have a middle, so that turning shifts nothing by half a pixel.
        const int side = 320;
        var luma = Smooth(side, seed: 5);
        var dihedral = PdqHasher.ComputeDihedral(luma, side, side).Hashes;
        foreach (var transform in Enum.GetValues<DihedralTransform>())
        {
            var turned = new byte[luma.Length];
            for (var y = 0; y < side; y++)
            {
                for (var x = 0; x < side; x++)
                {
                    var (sourceX, sourceY) = Source(transform, x, y, side - 1);
                    turned[(y * side) + x] = luma[(sourceY * side) + sourceX];
                }
            }

            var distance = PdqHasher.Compute(turned, side, side).Hash.DistanceTo(dihedral.Get(transform));
            Assert.True(distance <= 2, $"{transform}: {distance} bits");
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(4, 400)]
    [InlineData(400, 4)]
    public void Compute_SideUnderFive_HasNoHash(int width, int height)
    {
        var hash = PdqHasher.Compute(Noise(width * height, 1), width, height);

        Assert.Equal(default, hash);
    }

    [Theory]
    [InlineData(0, 5, 0)]
    [InlineData(5, 0, 0)]
    [InlineData(5, 5, 24)]
    [InlineData(5, 5, 26)]
    public void Compute_SizeThatDoesNotFit_Throws(int width, int height, int length) =>
        Assert.ThrowsAny<ArgumentException>(() => PdqHasher.Compute(new byte[length], width, height));

    [Fact]
    public void CosineTable_OnThisMachine_IsTheOneOfTheReference()
    {
        // A libm that rounds one cosine differently would change stored hashes without any other test noticing.
        var bytes = MemoryMarshal.AsBytes(PdqTransform.Table);

        Assert.Equal("826852CFA7DA03A1", Convert.ToHexString(XxHash64.Hash(bytes)));
    }

    internal static byte[] Noise(int length, int seed)
    {
        var luma = new byte[length];
        new Random(seed).NextBytes(luma);
        return luma;
    }

    internal static byte[] Smooth(int side, int seed)
    {
        var random = new Random(seed);
        var waves = Enumerable.Range(0, 12).Select(_ => (X: random.NextDouble() * 20, Y: random.NextDouble() * 20, P: random.NextDouble() * 6)).ToArray();
        var luma = new byte[side * side];
        for (var y = 0; y < side; y++)
        {
            for (var x = 0; x < side; x++)
            {
                var value = waves.Sum(wave => Math.Sin((wave.X * x / side) + (wave.Y * y / side) + wave.P));
                luma[(y * side) + x] = (byte)Math.Clamp(128 + (value * 25), 0, 255);
            }
        }

        return luma;
    }

    private static (int X, int Y) Source(DihedralTransform transform, int x, int y, int last) => transform switch
    {
        DihedralTransform.None => (x, y),
        DihedralTransform.Rotate90 => (last - y, x),
        DihedralTransform.Rotate180 => (last - x, last - y),
        DihedralTransform.Rotate270 => (y, last - x),
        DihedralTransform.FlipVertical => (x, last - y),
        DihedralTransform.Mirror => (last - x, y),
        DihedralTransform.Transpose => (y, x),
        DihedralTransform.Transverse => (last - y, last - x),
        _ => throw new ArgumentOutOfRangeException(nameof(transform)),
    };
}
