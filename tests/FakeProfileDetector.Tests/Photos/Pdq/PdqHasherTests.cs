using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using CsCheck;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Pdq;
using FakeProfileDetector.SkiaSharp;
using FakeProfileDetector.Testing;

namespace FakeProfileDetector.Tests.Photos.Pdq;

public sealed class PdqHasherTests
{
    // Small sides have kernels of their own up to 256 and from 385 to 512 pixels; their ends are where they may go wrong.
    private static readonly Gen<int> Side = Gen.Frequency(
        (4, Gen.Int[1, 300]), (2, Gen.Int[380, 516]), (2, Gen.Int[300, 900]), (1, Gen.Int[900, 1200]),
        (1, Gen.OneOf(5, 63, 64, 65, 127, 128, 129, 255, 256, 257, 384, 385, 400, 511, 512, 513, 1024, 1025)));

    private static readonly Gen<(int Width, int Height, int Seed)> Sizes =
        Gen.Frequency((1, Gen.Select(Side, Side)), (1, Gen.Select(Gen.Int[385, 512], Gen.Int[385, 512])), (1, Side.Select(side => (side, side))))
            .Select(Gen.Int, (size, seed) => (size.Item1, size.Item2, seed));

    [Fact]
    public void Downscale_AnySize_EqualsPlainTwinBitForBit() => Sizes.Sample(
        size =>
        {
            var luma = Random(size.Width, size.Height, size.Seed);
            var small = new float[64 * 64];
            PdqDownscaler.Downscale(luma, size.Width, size.Height, small);
            Assert.Equal(PlainPdq.Downscale(Floats(luma), size.Width, size.Height), small);
        },
        iter: 300);

    [Fact]
    public void ComputeDihedral_AnySize_EqualsPlainTwin() => Sizes.Sample(
        size => AssertEqualsPlain(Random(size.Width, size.Height, size.Seed), size.Width, size.Height), iter: 150);

    [Fact]
    public void ComputeDihedral_AnyFloats_EqualPlainTwin() => Sizes.Sample(
        size =>
        {
            var random = new Random(size.Seed);
            var luma = Floats(Random(size.Width, size.Height, size.Seed));
            for (var i = 0; i < luma.Length; i++)
            {
                // Halves, thirds, and what is next to nothing.
                luma[i] *= random.Next(8) switch { 0 => 1e-30f, 1 => 1e-42f, 2 => 0.5f, _ => 0.333f };
            }

            var actual = PdqHasher.ComputeDihedral(luma, size.Width, size.Height);
            var (hashes, quality) = PlainPdq.ComputeDihedral(luma, size.Width, size.Height);
            Assert.Equal(quality, actual.Quality);
            Assert.Equal(hashes, Enumerable.Range(0, 8).Select(i => actual.Hashes[i]));
        },
        iter: 40);

    [Theory]
    [InlineData("photos/D3_us_senate/images/512x512")]
    [InlineData("photos/D1_uk_mps/images/official")]
    public void ComputeDihedral_PortraitsAtAnySize_EqualPlainTwin(string folder)
    {
        var files = Directory.GetFiles(SharedData.PathOf(folder), "*.jpg").Order(StringComparer.Ordinal).ToArray();
        Gen.Select(Gen.Int[0, files.Length - 1], Sizes).Sample(
            (file, size) =>
            {
                var decoded = new SkiaPhotoDecoder().Decode(File.ReadAllBytes(files[file]));
                Assert.True(decoded.IsDecoded);
                using var image = decoded.Image;
                AssertEqualsPlain(Stretch(image, size.Width, size.Height), size.Width, size.Height);
            },
            iter: 60);
    }

    [Theory]
    [InlineData(385, 512)]
    [InlineData(400, 400)]
    [InlineData(200, 300)]
    public void Compute_PictureOfOneGrayOrBlack_EqualsPlainTwin(int width, int height)
    {
        // Ties everywhere, and sums that never leave zero.
        foreach (var gray in (byte[])[0, 1, 85, 127, 128, 255])
        {
            var luma = new byte[width * height];
            Array.Fill(luma, gray);
            AssertEqualsPlain(luma, width, height);
        }
    }

    [Fact]
    public void Compute_PlaneAtTheEndOfItsArray_ReadsNothingBeyond()
    {
        var luma = Random(400, 400, seed: 1);
        var expected = PdqHasher.Compute(luma, 400, 400);
        var followed = new byte[luma.Length + 4096];
        Array.Fill(followed, (byte)255);
        luma.CopyTo(followed, 0);

        Assert.Equal(expected, PdqHasher.Compute(followed.AsSpan(0, luma.Length), 400, 400));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(300)]
    [InlineData(400)]
    public void ComputeDihedral_SecondCall_AllocatesNothing(int side)
    {
        var luma = Random(side, side, seed: 2);
        PdqHasher.ComputeDihedral(luma, side, side);
        var before = GC.GetAllocatedBytesForCurrentThread();
        PdqHasher.ComputeDihedral(luma, side, side);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Divide_ByAnyWindow_RoundsAsTrueDivision() => Gen.Select(Gen.Int[1, 512], Gen.Float[1e-20f, 1e6f]).Sample(
        (divisor, value) =>
        {
            var division = new ConstantDivision(divisor);
            var values = Vector256.Create(value, -value, MathF.BitIncrement(value), MathF.BitDecrement(value), 0, divisor, 255 * divisor, (divisor * 255) - 1);
            Assert.Equal(division.DivideTruly(values), division.Divide(values));
        },
        iter: 100_000);

    [Fact]
    public void Divide_EverySumOfBytesInAWindow_RoundsAsTrueDivision()
    {
        for (var divisor = 1; divisor <= 64; divisor++)
        {
            var division = new ConstantDivision(divisor);
            for (var sum = 0; sum <= 255 * divisor; sum++)
            {
                Assert.Equal((float)sum / divisor, division.Divide(Vector256.Create((float)sum))[0]);
            }
        }
    }

    [Fact]
    public void ToHashes_AnyBlock_EqualsPlainTwin() => Gen.Frequency(
            (3, Gen.Float[-1000, 1000].Array[256]),
            (1, Gen.Float[-1e-6f, 1e-6f].Array[256]),
            (1, Gen.OneOf(0f, -0f, 1f, -1f, 1e-40f).Array[256]))
        .Sample(
            block =>
            {
                var hashes = PdqBits.ToHashes(block);
                Assert.Equal(PdqBits.ToHash(block), hashes.Get(DihedralTransform.None));
                foreach (var transform in Enum.GetValues<DihedralTransform>())
                {
                    Assert.Equal(PlainPdq.Hash(PlainPdq.Turn(block, transform)), hashes.Get(transform));
                }
            },
            iter: 1000);

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

    [Theory]
    [InlineData(513, 200)]
    [InlineData(4, 600)]
    [InlineData(1024, 1024)]
    public void ComputeDihedral_Cpp512OfLargePicture_IsTheHashOfItsNearestPixels(int width, int height)
    {
        var luma = Random(width, height, seed: 6);
        var nearest = new byte[512 * 512];
        for (var i = 0; i < nearest.Length; i++)
        {
            nearest[i] = luma[(i / 512 * height / 512 * width) + (i % 512 * width / 512)];
        }

        var expected = PdqHasher.ComputeDihedral(nearest, 512, 512);

        Assert.Equal(expected, PdqHasher.ComputeDihedral(luma, width, height, PdqVariant.Cpp512));
        Assert.Equal(expected, PdqHasher.ComputeDihedral(Floats(luma), width, height, PdqVariant.Cpp512));
    }

    [Theory]
    [InlineData(512, 512)]
    [InlineData(4, 400)]
    [InlineData(200, 300)]
    public void ComputeDihedral_Cpp512OfSmallPicture_IsTheFullHash(int width, int height)
    {
        var luma = Random(width, height, seed: 7);

        Assert.Equal(PdqHasher.ComputeDihedral(luma, width, height), PdqHasher.ComputeDihedral(luma, width, height, PdqVariant.Cpp512));
    }

    [Fact]
    public void ComputeDihedral_UndefinedVariant_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>("variant", () => PdqHasher.ComputeDihedral(new byte[25], 5, 5, (PdqVariant)2));

    [Fact]
    public void Equals_DihedralHashes_ComparesAllEight()
    {
        var hashes = PdqHasher.ComputeDihedral(Random(64, 64, seed: 1), 64, 64);
        var changed = hashes.Hashes;
        changed[7] = default;

        Assert.Equal(hashes, hashes);
        Assert.Equal(hashes.GetHashCode(), (hashes with { }).GetHashCode());
        Assert.True(hashes.Hashes != changed);
        Assert.NotEqual(hashes, hashes with { Hashes = changed });
    }

    [Fact]
    public void AlgorithmName_Variants_DifferSoThatListsAreNotMixed()
    {
        Assert.Equal(PhotoFingerprint.Algorithm, PdqHasher.AlgorithmName(PdqVariant.Full));
        Assert.Equal("pdq-cpp512", PdqHasher.AlgorithmName(PdqVariant.Cpp512));
    }

    [Fact]
    public void CosineTable_OnThisMachine_IsTheOneOfTheReference()
    {
        // A libm that rounds one cosine differently would change stored hashes without any other test noticing.
        var bytes = MemoryMarshal.AsBytes(PdqTransform.Table);

        Assert.Equal("826852CFA7DA03A1", Convert.ToHexString(XxHash64.Hash(bytes)));
    }

    private static void AssertEqualsPlain(byte[] luma, int width, int height)
    {
        var (hashes, quality) = PlainPdq.ComputeDihedral(Floats(luma), width, height);
        var actual = PdqHasher.ComputeDihedral(luma, width, height);
        Assert.Equal(new PdqHash(hashes[0], quality), PdqHasher.Compute(luma, width, height));
        Assert.Equal(quality, actual.Quality);
        Assert.Equal(hashes, Enumerable.Range(0, 8).Select(i => actual.Hashes[i]));
    }

    private static float[] Floats(byte[] luma) => [.. luma.Select(value => (float)value)];

    /// <summary>Noise, smooth waves, or patches of both between black and white.</summary>
    private static byte[] Random(int width, int height, int seed)
    {
        var random = new Random(seed);
        var kind = random.Next(4);
        var luma = Noise(width * height, seed);
        var (a, b, c) = (random.NextDouble() * 30 / width, random.NextDouble() * 30 / height, random.Next(256));
        for (var i = 0; kind > 0 && i < luma.Length; i++)
        {
            var wave = c + (120 * Math.Sin((i % width * a) + (i / width * b)));
            var noise = kind == 1 ? 0 : luma[i] / (kind == 2 ? 16 : 4);
            luma[i] = (byte)Math.Clamp(wave + noise, 0, 255);
        }

        return luma;
    }

    private static byte[] Stretch(LumaImage image, int width, int height)
    {
        var luma = new byte[width * height];
        for (var i = 0; i < luma.Length; i++)
        {
            var (x, y) = (i % width * (image.Width - 1.0) / width, i / width * (image.Height - 1.0) / height);
            var (left, top) = ((int)x, (int)y);
            var upper = image.Row(top)[left] + ((x - left) * (image.Row(top)[left + 1] - image.Row(top)[left]));
            var lower = image.Row(top + 1)[left] + ((x - left) * (image.Row(top + 1)[left + 1] - image.Row(top + 1)[left]));
            luma[i] = (byte)(upper + ((y - top) * (lower - upper)));
        }

        return luma;
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
