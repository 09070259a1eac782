namespace FakeProfileDetector.OnnxRuntime.Tests;

/// <summary>Files that cannot be used are refused when they are loaded, by name and with what is wrong.</summary>
public sealed class OnnxFaceModelExceptionTests
{
    [Fact]
    public void Load_NoSuchFile_IsRefused()
    {
        using var file = new ModelFile(Models.Bright());

        var exception = Assert.Throws<OnnxFaceModelException>(() => new OnnxFaceLocator(file.MissingPath));

        Assert.Equal(file.MissingPath, exception.ModelPath);
        Assert.Equal($"The face model \"{file.MissingPath}\" cannot be used: there is no such file.", exception.Message);
    }

    [Fact]
    public void Load_Folder_IsRefused() =>
        Assert.Contains("no such file", Assert.Throws<OnnxFaceModelException>(() => new OnnxFaceLocator(Path.GetTempPath())).Message, StringComparison.Ordinal);

    [Fact]
    public void Load_NoModel_IsRefused()
    {
        using var file = new ModelFile("<html>404</html>"u8.ToArray());

        Refused(file, "it is no ONNX model, or none that can be loaded");
    }

    [Fact]
    public void Load_EmptyFile_IsRefused()
    {
        using var file = new ModelFile([]);

        Refused(file, "cannot be used");
    }

    [Fact]
    public void Load_CutModel_IsRefused()
    {
        using var file = new ModelFile(Models.Bright().ToBytes()[..^40]);

        Refused(file, "it is no ONNX model, or none that can be loaded");
    }

    [Fact]
    public void Load_UnknownOperator_IsRefused()
    {
        using var file = new ModelFile(new OnnxModel().Input("input", Models.Picture).Node("RecognizeFace", ["input"], "scores").Output("scores", [1, 1, 2]));

        Refused(file, "it is no ONNX model, or none that can be loaded");
    }

    [Fact]
    public void Load_OneOutput_IsRefusedWithWhatThereIs()
    {
        // As of a network that turns a face into a vector, which has no place here.
        var model = new OnnxModel().Input("input", Models.Picture);
        using var file = new ModelFile(Models.Fixed(model, "embedding", [1, 8], new float[8]));

        Refused(file, "its outputs are float embedding [1, 8]; wanted are float scores [1, N, 2] and boxes [1, N, 4], or cls_S, obj_S and bbox_S");
    }

    [Fact]
    public void Load_OutputsOfWholeNumbers_AreRefused()
    {
        var model = new OnnxModel().Input("input", Models.Picture)
            .Constant("known", 1, 2, 3, 4).Node("Identity", ["known"], "boxes").Output("boxes", [4], OnnxModel.Int64);
        using var file = new ModelFile(Models.Fixed(model, "scores", [1, 1, 2], [0, 1]));

        Refused(file, "its outputs are int64 boxes [4], float scores [1, 1, 2]");
    }

    [Fact]
    public void Load_ScoresAndBoxesThatDoNotMatch_AreRefused()
    {
        var model = new OnnxModel().Input("input", Models.Picture);
        Models.Fixed(model, "scores", [1, 3, 2], new float[6]);
        using var file = new ModelFile(Models.Fixed(model, "boxes", [1, 2, 4], new float[8]));

        Refused(file, "it answered with scores [1, 3, 2], boxes [1, 2, 4]; wanted are scores [1, N, 2] and boxes [1, N, 4]");
    }

    [Fact]
    public void Load_YuNetOfOtherCells_IsRefused()
    {
        var model = new OnnxModel().Input("input", [1, 3, 64, 64]);
        foreach (var stride in new[] { 8, 16, 32 })
        {
            Models.Fixed(model, $"cls_{stride}", [1, 5, 1], new float[5]);
            Models.Fixed(model, $"obj_{stride}", [1, 5, 1], new float[5]);
            Models.Fixed(model, $"bbox_{stride}", [1, 5, 4], new float[20]);
        }

        using var file = new ModelFile(model);

        Refused(file, "wanted are, for an input of 64 × 64, cls_8 and obj_8 [1, 64, 1] and bbox_8 [1, 64, 4]");
    }

    [Theory]
    [InlineData(OnnxFaceModelLayout.YuNet)]
    [InlineData(OnnxFaceModelLayout.ScoresAndBoxes)]
    public void Load_OtherLayoutThanAskedFor_IsRefused(OnnxFaceModelLayout layout)
    {
        using var file = new ModelFile(layout == OnnxFaceModelLayout.YuNet ? Models.Bright() : Models.YuNet(64));

        Refused(file, "its outputs are", options => options.Layout = layout);
    }

    [Theory]
    [InlineData(1, 4, 48, 64)]
    [InlineData(2, 3, 48, 64)]
    [InlineData(1, 48, 64, 3)]
    [InlineData(1, -1, 48, 64)]
    public void Load_OtherInput_IsRefused(params int[] shape)
    {
        var model = new OnnxModel().Input("pixels", shape);
        Models.Fixed(model, "scores", [1, 1, 2], new float[2]);
        using var file = new ModelFile(Models.Fixed(model, "boxes", [1, 1, 4], new float[4]));

        Refused(file, $"its input is float pixels [{string.Join(", ", shape).Replace("-1", "?", StringComparison.Ordinal)}]; wanted is one of float [1, 3 or 1, height, width]");
    }

    [Fact]
    public void Load_TwoInputs_AreRefused()
    {
        using var file = new ModelFile(Models.Constant((0, 0, 1, 1, 0.9f)).Input("size", [2]));

        Refused(file, "its input is float input [1, 3, 48, 64], float size [2]; wanted is one");
    }

    [Fact]
    public void Load_OtherSizeThanTheModels_IsRefused()
    {
        using var file = new ModelFile(Models.Bright());

        Refused(file, "InputWidth is 320, but the model's own is 64", options => options.InputWidth = 320);
        using var same = file.Locator(options => (options.InputWidth, options.InputHeight) = (Models.Width, Models.Height));
    }

    [Fact]
    public void Load_YuNetOfOddSize_IsRefused()
    {
        using var file = new ModelFile(Models.YuNet(72));

        Refused(file, "InputWidth is 72; wanted is a multiple of 32");
    }

    [Fact]
    public void Load_ModelThatFailsAtOnce_IsRefused()
    {
        // Black is −1 after normalization by these numbers, and there is no second row.
        using var file = new ModelFile(Models.FailsOnWhite());

        Refused(file, "it failed on an input of 64 × 48", options => (options.PixelMean, options.PixelDivisor) = (250, 50));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void Load_NoPath_Throws(string? path) => Assert.ThrowsAny<ArgumentException>(() => new OnnxFaceLocator(path!));

    private static void Refused(ModelFile file, string expected, Action<OnnxFaceLocatorOptions>? configure = null)
    {
        var exception = Assert.Throws<OnnxFaceModelException>(() => file.Locator(configure));

        Assert.Equal(file.Path, exception.ModelPath);
        Assert.StartsWith($"The face model \"{file.Path}\" cannot be used: ", exception.Message, StringComparison.Ordinal);
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }
}
