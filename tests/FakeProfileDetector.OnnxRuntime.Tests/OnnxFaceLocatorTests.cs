using FakeProfileDetector.Photos;

namespace FakeProfileDetector.OnnxRuntime.Tests;

public sealed class OnnxFaceLocatorTests
{
    private static readonly (float, float, float, float, float) Left = (0.1f, 0.2f, 0.4f, 0.6f, 0.9f);
    private static readonly (float, float, float, float, float) Right = (0.6f, 0.2f, 0.8f, 0.5f, 0.8f);

    [Theory]
    [InlineData(64, 48)]
    [InlineData(640, 480)]
    [InlineData(1000, 300)]
    [InlineData(50, 400)]
    public void Locate_Stretched_BoxesAreInThePicturesPixels(int width, int height)
    {
        using var locator = ModelFile.Locator(Models.Constant(Left));
        using var picture = ModelFile.Picture(width, height);

        var content = locator.Locate(picture);

        Assert.Equal((width, height), (content.Width, content.Height));
        var (x, y) = ((int)Math.Round(0.1 * width), (int)Math.Round(0.2 * height));
        var expected = new FaceBox(x, y, (int)Math.Round(0.4 * width) - x, (int)Math.Round(0.6 * height) - y);
        Assert.Equal(expected, Assert.Single(content.Faces));
    }

    [Theory]
    [InlineData(128, 96, OnnxPictureFit.Stretch)]
    [InlineData(640, 200, OnnxPictureFit.Stretch)]
    [InlineData(640, 200, OnnxPictureFit.Letterbox)]
    [InlineData(200, 640, OnnxPictureFit.Letterbox)]
    [InlineData(40, 30, OnnxPictureFit.Letterbox)]
    [InlineData(40, 30, OnnxPictureFit.Stretch)]
    public void Locate_WhatTheModelSees_LiesWhereItLiesInThePicture(int width, int height, OnnxPictureFit fit)
    {
        var drawn = new FaceBox(width / 4, height / 5, width / 2, height / 2);
        using var locator = ModelFile.Locator(Models.Bright(), options => options.Fit = fit);
        using var picture = ModelFile.Picture(width, height, drawn);

        var found = Assert.Single(locator.Locate(picture).Faces);

        // A pixel of the input is so many of the picture's.
        var (alongX, alongY) = (Math.Max(1, width / 48.0), Math.Max(1, height / 48.0));
        Assert.InRange(found.X, drawn.X - alongX, drawn.X + alongX);
        Assert.InRange(found.Y, drawn.Y - alongY, drawn.Y + alongY);
        Assert.InRange(found.X + found.Width, drawn.X + drawn.Width - alongX, drawn.X + drawn.Width + alongX);
        Assert.InRange(found.Y + found.Height, drawn.Y + drawn.Height - alongY, drawn.Y + drawn.Height + alongY);
    }

    [Fact]
    public void Locate_PictureOfBlocks_BoxesAreInThePhotosPixels()
    {
        using var locator = ModelFile.Locator(Models.Constant(Left));
        using var picture = new LumaImage(100, 50, new SampleGrid(4, -2, -1, 395, 198));
        picture.Pixels.Clear();

        var content = locator.Locate(picture);

        Assert.Equal((395, 198), (content.Width, content.Height));
        Assert.Equal(new FaceBox(38, 39, 120, 80), Assert.Single(content.Faces));
    }

    [Fact]
    public void Locate_BoxBeyondThePicture_IsCut()
    {
        using var locator = ModelFile.Locator(Models.Constant((-0.2f, -0.1f, 0.5f, 0.5f, 0.9f), (0.7f, 0.6f, 1.4f, 1.2f, 0.8f), (1.1f, 0.2f, 1.3f, 0.4f, 0.9f)));
        using var picture = ModelFile.Picture(100, 100);

        Assert.Equal([new(0, 0, 50, 50), new(70, 60, 30, 40)], locator.Locate(picture).Faces);
    }

    [Fact]
    public void Locate_BoxInTheBlackBesideAPicture_IsNone()
    {
        using var locator = ModelFile.Locator(Models.Constant((0.6f, 0.1f, 0.9f, 0.9f, 0.9f)), options => options.Fit = OnnxPictureFit.Letterbox);
        using var picture = ModelFile.Picture(50, 100);

        Assert.Empty(locator.Locate(picture).Faces);
    }

    [Fact]
    public void Locate_SeveralFaces_AreAllFound()
    {
        using var locator = ModelFile.Locator(Models.Constant(Right, Left));
        using var picture = ModelFile.Picture(100, 100);

        var content = locator.Locate(picture);

        Assert.Equal([new(10, 20, 30, 40), new(60, 20, 20, 30)], content.Faces);
        Assert.Equal(2, content.People);
    }

    [Fact]
    public void Locate_NoFace_IsContentWithoutFaces()
    {
        using var locator = ModelFile.Locator(Models.Bright());
        using var picture = ModelFile.Picture(100, 60);

        var content = locator.Locate(picture);

        Assert.Equal((100, 60, 0), (content.Width, content.Height, content.People));
    }

    [Theory]
    [InlineData(0.85, 1)]
    [InlineData(0.8, 2)]
    [InlineData(0.95, 0)]
    public void Locate_ScoreThreshold_DecidesWhatIsAFace(double threshold, int expected)
    {
        using var locator = ModelFile.Locator(Models.Constant(Left, Right), options => options.ScoreThreshold = threshold);
        using var picture = ModelFile.Picture(100, 100);

        Assert.Equal(expected, locator.Locate(picture).Faces.Count);
    }

    [Theory]
    [InlineData(0.3, 1)]
    [InlineData(0.7, 2)]
    public void Locate_BoxesUponEachOther_TheBetterOneStays(double maximumOverlap, int expected)
    {
        // They share two thirds of what they cover together.
        using var locator = ModelFile.Locator(
            Models.Constant((0.1f, 0.1f, 0.5f, 0.5f, 0.8f), (0.18f, 0.1f, 0.58f, 0.5f, 0.9f)), options => options.MaximumOverlap = maximumOverlap);
        using var picture = ModelFile.Picture(100, 100);

        var faces = locator.Locate(picture).Faces;

        Assert.Equal(expected, faces.Count);
        Assert.Contains(new FaceBox(18, 10, 40, 40), faces);
    }

    [Fact]
    public void Locate_MoreFacesThanContentsHold_KeepsTheBest()
    {
        var boxes = Enumerable.Range(0, 80).Select(i => (i / 80f, 0f, (i + 1) / 80f, 0.5f, 0.8f + (i * 0.002f))).ToArray();
        using var locator = ModelFile.Locator(Models.Constant(boxes));
        using var picture = ModelFile.Picture(800, 100);

        var faces = locator.Locate(picture).Faces;

        Assert.Equal(PictureContent.MaximumFaces, faces.Count);
        Assert.All(faces, face => Assert.True(face.X >= 160));
    }

    [Theory]
    [InlineData(null, null, 220, 1)]
    [InlineData(null, null, 210, 0)]
    [InlineData(0.0, 255.0, 210, 1)]
    [InlineData(0.0, null, 100, 1)]
    [InlineData(null, 64.0, 180, 1)]
    public void Locate_PixelMeanAndDivisor_AreAppliedToPixels(double? mean, double? divisor, byte brightness, int expected)
    {
        using var locator = ModelFile.Locator(Models.Bright(), options => (options.PixelMean, options.PixelDivisor) = (mean, divisor));
        using var picture = ModelFile.Picture(64, 48, new(10, 10, 20, 20), brightness);

        Assert.Equal(expected, locator.Locate(picture).Faces.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Locate_GrayOrColorModel_SeesTheSame(int channels)
    {
        using var locator = ModelFile.Locator(Models.Bright(channels));
        using var picture = ModelFile.Picture(64, 48, new(8, 8, 32, 24));

        Assert.Equal(new FaceBox(8, 8, 32, 24), Assert.Single(locator.Locate(picture).Faces));
    }

    [Theory]
    [InlineData(null, null, 320, 240)]
    [InlineData(96, 64, 96, 64)]
    public void Locate_ModelThatLeavesTheSizeOpen_TakesTheOptions(int? width, int? height, int seenWidth, int seenHeight)
    {
        using var locator = ModelFile.Locator(
            Models.Bright(width: seenWidth, height: seenHeight, isOpen: true), options => (options.InputWidth, options.InputHeight) = (width, height));
        using var picture = ModelFile.Picture(seenWidth, seenHeight, new(5, 7, 30, 20));

        Assert.Equal(new FaceBox(5, 7, 30, 20), Assert.Single(locator.Locate(picture).Faces));
    }

    [Fact]
    public void Locate_OutputsOfOtherNames_AreToldByTheirShapes()
    {
        var model = new OnnxModel().Input("pixels", Models.Picture);
        Models.Fixed(model, "where", [1, 1, 4], [0.1f, 0.2f, 0.4f, 0.6f]);
        Models.Fixed(model, "landmarks", [1, 1, 10], new float[10]);
        Models.Fixed(model, "how", [1, 1, 2], [0.1f, 0.9f]);
        using var locator = ModelFile.Locator(model);
        using var picture = ModelFile.Picture(100, 100);

        Assert.Equal(new FaceBox(10, 20, 30, 40), Assert.Single(locator.Locate(picture).Faces));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Locate_InParallel_GivesTheSameAnswers(int threads)
    {
        using var locator = ModelFile.Locator(Models.Bright(), options => options.Threads = threads);
        var drawn = Enumerable.Range(0, 200).Select(i => new FaceBox(i % 20, i % 13, 20 + (i % 24), 20 + (i % 15))).ToArray();

        // The pixels are the input's: every box comes back as it was drawn.
        var found = new FaceBox[drawn.Length];
        Parallel.For(0, drawn.Length, new() { MaxDegreeOfParallelism = 8 }, i =>
        {
            using var picture = ModelFile.Picture(64, 48, drawn[i]);
            found[i] = locator.Locate(picture).Faces.Single();
        });

        Assert.Equal(drawn, found);
    }

    [Fact]
    public void Locate_Picture_IsNotAltered()
    {
        using var locator = ModelFile.Locator(Models.Bright());
        using var picture = ModelFile.Picture(64, 48, new(8, 8, 32, 24));
        var before = picture.Pixels.ToArray();

        locator.Locate(picture);

        Assert.Equal(before, picture.Pixels.ToArray());
    }

    [Fact]
    public void Locate_Canceled_Throws()
    {
        using var locator = ModelFile.Locator(Models.Bright());
        using var picture = ModelFile.Picture(64, 48);

        Assert.Throws<OperationCanceledException>(() => locator.Locate(picture, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Locate_Null_Throws()
    {
        using var locator = ModelFile.Locator(Models.Bright());

        Assert.Throws<ArgumentNullException>(() => locator.Locate(null!));
    }

    [Fact]
    public void Dispose_Twice_IsFineAndCallsAreRefused()
    {
        var locator = ModelFile.Locator(Models.Bright());
        using var picture = ModelFile.Picture(64, 48);

        locator.Dispose();
        locator.Dispose();

        Assert.Throws<ObjectDisposedException>(() => locator.Locate(picture));
    }

    [Fact]
    public async Task Dispose_WhileOthersLocate_WaitsForThem()
    {
        var locator = ModelFile.Locator(Models.Bright());
        using var started = new CountdownEvent(4);
        var work = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            using var picture = ModelFile.Picture(64, 48, new(8, 8, 32, 24));
            started.Signal();
            while (true)
            {
                Assert.Single(locator.Locate(picture).Faces);
            }
        })).ToArray();

        started.Wait(TestContext.Current.CancellationToken);
        locator.Dispose();

        foreach (var task in work)
        {
            await Assert.ThrowsAsync<ObjectDisposedException>(() => task);
        }
    }
}
