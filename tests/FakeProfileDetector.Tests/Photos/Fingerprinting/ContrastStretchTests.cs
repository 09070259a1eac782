using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Fingerprinting;
using FakeProfileDetector.Photos.Patches;
using FakeProfileDetector.Photos.Pdq;
using FakeProfileDetector.Tests.Support;

namespace FakeProfileDetector.Tests.Photos.Fingerprinting;

public sealed class ContrastStretchTests
{
    private static readonly Scene Original = Scene.Draw(1);

    [Theory]
    [InlineData(0.1, 0)]
    [InlineData(0.08, 120)]
    [InlineData(0.1, 225)]
    public void Fingerprint_HardlyAnyContrast_IsComparable(double contrast, int brightness)
    {
        var photo = Scene.Paint(Original.Width, Original.Height, (x, y) => brightness + (contrast * At(x, y))).Fingerprint();
        var original = Original.Fingerprint();

        Assert.InRange(photo.Quality, PdqHasher.MinimumQuality, 100);
        Assert.InRange(photo.Hash.DistanceTo(original.Hash), 0, PdqHasher.DefaultMatchRadius);
        Assert.True(PatchMatcher.VerifyWhole(photo.Patches!, original.Patches!, DihedralTransform.None, isNegative: false, default, out _));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(6)]
    public void TryApply_OneColorWithNoise_IsLeft(int noise)
    {
        var random = new Random(1);
        using var image = Image((_, _) => 40 + random.Next(-noise, noise + 1));

        Assert.Null(ContrastStretch.TryApply(image));
        Assert.InRange(PhotoFingerprinter.Fingerprint(image).Quality, 0, PdqHasher.MinimumQuality - 1);
    }

    [Fact]
    public void TryApply_Contrast_IsLeft()
    {
        using var image = Image((x, y) => At(x, y));

        Assert.Null(ContrastStretch.TryApply(image));
    }

    [Fact]
    public void TryApply_Dark_SpreadsACopy()
    {
        using var image = Image((x, y) => At(x, y) / 10);
        var before = image.Pixels.ToArray();
        image.HasColor = true;

        using var stretched = ContrastStretch.TryApply(image)!;

        Assert.Equal(before, image.Pixels);
        Assert.True(stretched.HasColor);
        Assert.Equal((0, 255), (stretched.Pixels.ToArray().Min(), stretched.Pixels.ToArray().Max()));
    }

    private static int At(int x, int y) => Original.Pixels[(y * Original.Width) + x];

    private static LumaImage Image(Func<int, int, int> luma)
    {
        var image = new LumaImage(Original.Width, Original.Height);
        for (var y = 0; y < image.Height; y++)
        {
            for (var x = 0; x < image.Width; x++)
            {
                image.Row(y)[x] = (byte)luma(x, y);
            }
        }

        return image;
    }
}
