using CsCheck;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Faces;
using FakeProfileDetector.Tests.Support;

namespace FakeProfileDetector.Tests.Photos.Faces;

public sealed class CascadeFaceLocatorTests
{
    private static readonly CascadeFaceLocator Locator = CascadeFaceLocator.Default;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 400)]
    [InlineData(3000, 2)]
    [InlineData(64, 64)]
    [InlineData(400, 300)]
    public void Locate_FlatPicture_HasNoFace(int width, int height)
    {
        foreach (var shade in (byte[])[0, 128, 255])
        {
            using var luma = new LumaImage(width, height);
            luma.Pixels.Fill(shade);

            var content = Locate(luma);

            Assert.Equal((width, height), (content.Width, content.Height));
            Assert.Empty(content.Faces);
        }
    }

    [Fact]
    public void Locate_Noise_HasNoFace() => Gen.Select(Gen.Int[1, 300], Gen.Int[1, 300], Gen.Int).Sample(
        (width, height, seed) =>
        {
            using var luma = new LumaImage(width, height);
            new Random(seed).NextBytes(luma.Pixels);
            Assert.Empty(Locate(luma).Faces);
        },
        iter: 60);

    [Fact]
    public void Locate_Blobs_HardlyHaveAFace()
    {
        var counted = Enumerable.Range(1, 25).Count(seed =>
        {
            var scene = Scene.Draw(seed);
            using var luma = new LumaImage(scene.Width, scene.Height);
            scene.Pixels.CopyTo(luma.Pixels);
            return Locate(luma).Faces.Count > 0;
        });

        Assert.InRange(counted, 0, 2);
    }

    [Fact]
    public void Locate_AnyPicture_LeavesItAsItIsAndRepeats() => Gen.Int.Sample(
        seed =>
        {
            var scene = Scene.Draw(seed, 150, 120);
            using var luma = new LumaImage(scene.Width, scene.Height);
            scene.Pixels.CopyTo(luma.Pixels);

            Assert.Equal(Locate(luma), Locate(luma));
            Assert.Equal(scene.Pixels, luma.Pixels);
        },
        iter: 10);

    [Fact]
    public void Locate_Canceled_Throws()
    {
        using var luma = new LumaImage(100, 100);
        Assert.Throws<OperationCanceledException>(() => Locator.Locate(luma, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Locate_Null_Throws() =>
        Assert.Throws<ArgumentNullException>(() => Locator.Locate(null!, TestContext.Current.CancellationToken));

    [Fact]
    public void Locate_DisposedPicture_Throws()
    {
        var luma = new LumaImage(100, 100);
        luma.Dispose();
        Assert.Throws<ObjectDisposedException>(() => Locate(luma));
    }

    [Fact]
    public void Read_TableCutAnywhere_SaysSo()
    {
        using var stream = typeof(FaceTable).Assembly.GetManifestResourceStream("faces.bin")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);

        Assert.InRange(bytes.Length, 1, 300 * 1024);
        Assert.NotNull(FaceTable.Read(bytes));
        for (var length = 0; length < bytes.Length; length += 997)
        {
            Assert.Throws<InvalidDataException>(() => FaceTable.Read(bytes.AsSpan(0, length)));
        }
    }

    private static PictureContent Locate(LumaImage luma) => Locator.Locate(luma, TestContext.Current.CancellationToken);
}
