using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Fingerprinting;
using FakeProfileDetector.Photos.Pdq;
using FakeProfileDetector.SkiaSharp;
using FakeProfileDetector.Testing;

namespace FakeProfileDetector.Tests.Photos.Pdq;

/// <summary>Hashing a photo from means over blocks of its pixels.</summary>
public sealed class PdqSampleGridTests
{
    [Theory]
    [InlineData(64, 64)]
    [InlineData(5, 300)]
    [InlineData(200, 129)]
    [InlineData(333, 700)]
    [InlineData(1024, 1300)]
    public void Downscale_ScaleOne_IsTheTwoBoxFilter(int width, int height)
    {
        var luma = PdqHasherTests.Noise(width * height, seed: 3);
        var small = new float[64 * 64];

        GridDownscaler.Downscale(luma, width, height, SampleGrid.Full(width, height), small);

        var plain = PlainPdq.Downscale([.. luma.Select(value => (float)value)], width, height);
        Assert.All(small.Zip(plain), pair => Assert.InRange(pair.First - pair.Second, -0.01, 0.01));
    }

    [Theory]
    [InlineData(2, 0, 0)]
    [InlineData(2, -1, -1)]
    [InlineData(4, -3, 0)]
    [InlineData(8, -1, -7)]
    public void Downscale_PhotoOfOneGray_KeepsItUpToTheEdges(int scale, int offsetX, int offsetY)
    {
        var grid = new SampleGrid(scale, offsetX, offsetY, 1601, 1203);
        var samples = new byte[Samples(grid.PhotoWidth, scale, offsetX) * Samples(grid.PhotoHeight, scale, offsetY)];
        Array.Fill(samples, (byte)200);
        var small = new float[64 * 64];

        GridDownscaler.Downscale(samples, Samples(grid.PhotoWidth, scale, offsetX), Samples(grid.PhotoHeight, scale, offsetY), grid, small);

        Assert.All(small, value => Assert.InRange(value, 199.99, 200.01));
    }

    [Theory]
    [InlineData(2, 0, 0)]
    [InlineData(2, -1, 0)]
    [InlineData(4, 0, -3)]
    [InlineData(8, -5, -2)]
    public void ComputeDihedral_BlockMeans_StayWithinFewBits(int scale, int offsetX, int offsetY)
    {
        const int side = 1536;
        var luma = PdqHasherTests.Smooth(side, seed: 9);
        var grid = new SampleGrid(scale, offsetX, offsetY, side, side);
        var (samples, width, height) = BlockMeans(luma, grid);

        var expected = PdqHasher.ComputeDihedral(luma, side, side);
        var actual = PdqHasher.ComputeDihedral(samples, width, height, grid);

        Assert.InRange(actual.Quality, expected.Quality - 1, expected.Quality + 1);
        Assert.All(Enumerable.Range(0, 8), i => Assert.InRange(actual.Hashes[i].DistanceTo(expected.Hashes[i]), 0, 6));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(8)]
    public void ComputeDihedral_LargePhotos_StayWithinFewBits(int scale)
    {
        var folder = SharedData.PathOf("photos/A_pdq");
        var rows = SharedData.ReadTable(Path.Combine(folder, "manifest.tsv"))
            .Where(row => row["format"] == "JPEG" && Math.Max(int.Parse(row["width"]), int.Parse(row["height"])) > 1024).ToArray();
        Assert.NotEmpty(rows);
        var distances = new List<(double Cell, int Bits)>();
        foreach (var row in rows)
        {
            var decoded = new SkiaPhotoDecoder().Decode(File.ReadAllBytes(Path.Combine(folder, row["file"])));
            Assert.True(decoded.IsDecoded);
            using var image = decoded.Image;
            var expected = PdqHasher.ComputeDihedral(image.Pixels, image.Width, image.Height);
            var grid = new SampleGrid(scale, 0, 0, image.Width, image.Height);
            var (samples, width, height) = BlockMeans(image.Pixels, grid);
            var actual = PdqHasher.ComputeDihedral(samples, width, height, grid);
            if (expected.Quality >= PdqHasher.MinimumQuality)
            {
                distances.AddRange(Enumerable.Range(0, 8)
                    .Select(i => (Math.Min(width, height) / 64.0, actual.Hashes[i].DistanceTo(expected.Hashes[i]))));
            }
        }

        foreach (var group in distances.GroupBy(distance => distance.Cell switch { < 2 => "under 2", < 4 => "2 to 4", < 8 => "4 to 8", _ => "8 or more" }))
        {
            var bits = group.Select(distance => distance.Bits).Order().ToArray();
            TestContext.Current.TestOutputHelper?.WriteLine(
                $"scale {scale}, {group.Key} samples a cell: {bits.Length} hashes, mean {bits.Average():F2}, p95 {bits[bits.Length * 95 / 100]}, p99 {bits[bits.Length * 99 / 100]}, max {bits[^1]}");
        }

        // Where a cell has four samples or more on each axis, block means lose next to nothing.
        Assert.All(distances.Where(distance => distance.Cell >= 4), distance => Assert.InRange(distance.Bits, 0, 10));
    }

    [Fact]
    public void Fingerprint_ReducedPlane_StatesTheSizeOfThePhoto()
    {
        const int side = 1200;
        var luma = PdqHasherTests.Smooth(side, seed: 4);
        var grid = new SampleGrid(2, 0, 0, side, side);
        var (samples, width, height) = BlockMeans(luma, grid);
        using var image = new LumaImage(width, height, grid);
        samples.CopyTo(image.Pixels);

        var fingerprint = PhotoFingerprinter.Fingerprint(image);

        Assert.Equal((side, side), (fingerprint.Width, fingerprint.Height));
        Assert.InRange(fingerprint.Hash.DistanceTo(PdqHasher.Compute(luma, side, side).Hash), 0, 6);
    }

    private static int Samples(int side, int scale, int offset) => (side - offset + scale - 1) / scale;

    private static (byte[] Samples, int Width, int Height) BlockMeans(ReadOnlySpan<byte> luma, SampleGrid grid)
    {
        var (width, height) = (Samples(grid.PhotoWidth, grid.Scale, grid.OffsetX), Samples(grid.PhotoHeight, grid.Scale, grid.OffsetY));
        var samples = new byte[width * height];
        for (var i = 0; i < samples.Length; i++)
        {
            var (left, top) = ((i % width * grid.Scale) + grid.OffsetX, (i / width * grid.Scale) + grid.OffsetY);
            var (sum, count) = (0, 0);
            for (var y = Math.Max(top, 0); y < Math.Min(top + grid.Scale, grid.PhotoHeight); y++)
            {
                for (var x = Math.Max(left, 0); x < Math.Min(left + grid.Scale, grid.PhotoWidth); x++)
                {
                    sum += luma[(y * grid.PhotoWidth) + x];
                    count++;
                }
            }

            samples[i] = (byte)((sum + (count / 2)) / count);
        }

        return (samples, width, height);
    }
}
