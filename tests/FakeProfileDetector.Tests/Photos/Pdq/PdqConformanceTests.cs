using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Pdq;
using FakeProfileDetector.SkiaSharp;
using FakeProfileDetector.Testing;
using SkiaSharp;

namespace FakeProfileDetector.Tests.Photos.Pdq;

/// <summary>Values computed by the original programs, on pictures drawn for this purpose.</summary>
public sealed class PdqConformanceTests
{
    public static TheoryData<string> Pictures(string extension) =>
        [.. Rows().Select(row => row["file"]).Where(file => file.EndsWith(extension, StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Pictures), ".png")]
    public void ComputeDihedral_FloatLumaOfPng_EqualsReference(string file)
    {
        var expected = Row(file);
        var (luma, width, height) = FloatLuma(file);

        var actual = PdqHasher.ComputeDihedral(luma, width, height);

        Assert.Equal(int.Parse(expected["quality"]), actual.Quality);
        if (actual.Quality > 0)
        {
            // Below that the bits are rounding noise.
            Assert.Equal(expected["pdq"], actual.Hashes.Get(DihedralTransform.None).ToString());
            Assert.Equal(expected["pdq_dihedral"].Split(' '), Enumerable.Range(0, 8).Select(i => actual.Hashes[i].ToString()));
        }
    }

    [Theory]
    [MemberData(nameof(Pictures), ".png")]
    public void ComputeDihedral_Cpp512OfPng_EqualsTheCppTool(string file)
    {
        var expected = Row(file);
        var (luma, width, height) = FloatLuma(file);

        var actual = PdqHasher.ComputeDihedral(luma, width, height, PdqVariant.Cpp512);

        Assert.Equal(int.Parse(expected["quality_cpp512"]), actual.Quality);
        if (actual.Quality > 0)
        {
            Assert.Equal(expected["pdq_cpp512"], actual.Hashes.Get(DihedralTransform.None).ToString());
        }
    }

    [Theory]
    [InlineData("A_pdq", ".jpg")]
    [InlineData("D3_us_senate", ".jpg")]
    public void ComputeDihedral_Cpp512OfPhotos_IsWithinTenBitsOfTheCppTool(string set, string extension)
    {
        var folder = SharedData.PathOf($"photos/{set}");
        var rows = SharedData.ReadTable(Path.Combine(folder, "computed_hashes.tsv"))
            .Where(row => row["file"].EndsWith(extension, StringComparison.Ordinal) && row["pdq_decode"] == "native-jpeg"
                && int.Parse(row["quality_cpp512"]) >= 80).ToArray();
        Assert.NotEmpty(rows);
        var (squeezed, full) = (new List<int>(), new List<int>());
        foreach (var row in rows)
        {
            using var image = Decode(Path.Combine(folder, row["file"]));
            squeezed.Add(PdqHasher.ComputeDihedral(image.Pixels, image.Width, image.Height, PdqVariant.Cpp512)
                .Hashes.Get(DihedralTransform.None).DistanceTo(PhotoHash.Parse(row["pdq_cpp512"])));
            full.Add(PdqHasher.Compute(image.Pixels, image.Width, image.Height).Hash.DistanceTo(PhotoHash.Parse(row["pdq_full"])));
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{set}: {rows.Length} photos, cpp512 mean {squeezed.Average():F2} max {squeezed.Max()}, full mean {full.Average():F2} max {full.Max()}");
        Assert.All(squeezed, distance => Assert.InRange(distance, 0, 10));
    }

    [Theory]
    [MemberData(nameof(Pictures), ".png")]
    public void Compute_ByteLumaOfPng_IsWithinTwoBits(string file)
    {
        var expected = Row(file);
        using var image = Decode(PathOf(file));

        var actual = PdqHasher.Compute(image.Pixels, image.Width, image.Height);

        Assert.InRange(actual.Quality, int.Parse(expected["quality"]) - 1, int.Parse(expected["quality"]) + 1);
        if (actual.Quality >= PdqHasher.MinimumQuality)
        {
            // Below that (flat pictures, pure gradients) half of the coefficients are rounding noise.
            Assert.InRange(actual.Hash.DistanceTo(PhotoHash.Parse(expected["pdq"])), 0, 2);
        }
    }

    [Theory]
    [MemberData(nameof(Pictures), ".jpg")]
    public void Compute_Jpeg_IsWithinTenBits(string file)
    {
        using var image = Decode(PathOf(file));

        var actual = PdqHasher.Compute(image.Pixels, image.Width, image.Height);

        Assert.InRange(actual.Hash.DistanceTo(PhotoHash.Parse(Row(file)["pdq"])), 0, 10);
    }

    [Fact]
    public void Compute_PublishedPictures_AreWithinTenBits()
    {
        var folder = SharedData.PathOf("photos/A_pdq");
        var rows = SharedData.ReadTable(Path.Combine(folder, "computed_reference.tsv"))
            .Where(row => row["variant"] == "full" && int.Parse(row["quality"]) >= 80
                && Path.GetExtension(row["file"]) is ".jpg" or ".jpeg").ToArray();
        Assert.NotEmpty(rows);
        foreach (var row in rows)
        {
            using var image = Decode(Path.Combine(folder, row["file"]));
            var distance = PdqHasher.Compute(image.Pixels, image.Width, image.Height).Hash.DistanceTo(PhotoHash.Parse(row["original"]));
            Assert.True(distance <= 10, $"{row["file"]}: {distance} bits");
        }
    }

    private static IEnumerable<Dictionary<string, string>> Rows() =>
        SharedData.ReadTable(Path.Combine(SharedData.Conformance, "expected.tsv"));

    private static Dictionary<string, string> Row(string file) => Rows().Single(row => row["file"] == file);

    private static string PathOf(string file) => Path.Combine(SharedData.Conformance, "images", file);

    private static LumaImage Decode(string path)
    {
        var result = new SkiaPhotoDecoder().Decode(File.ReadAllBytes(path));
        Assert.True(result.IsDecoded, result.Failure?.Message);
        return result.Image;
    }

    private static (float[] Luma, int Width, int Height) FloatLuma(string file)
    {
        using var bitmap = SKBitmap.Decode(PathOf(file), new SKImageInfo { ColorType = SKColorType.Rgba8888 } with
        {
            Width = SKBitmap.DecodeBounds(PathOf(file)).Width,
            Height = SKBitmap.DecodeBounds(PathOf(file)).Height,
            AlphaType = SKAlphaType.Unpremul,
        });
        var rgba = bitmap.GetPixelSpan();
        var rgb = new byte[bitmap.Width * bitmap.Height * 3];
        for (var i = 0; i < bitmap.Width * bitmap.Height; i++)
        {
            rgba.Slice(i * 4, 3).CopyTo(rgb.AsSpan(i * 3));
        }

        var luma = new float[bitmap.Width * bitmap.Height];
        Luma.FromRgb(rgb, luma);
        return (luma, bitmap.Width, bitmap.Height);
    }
}
