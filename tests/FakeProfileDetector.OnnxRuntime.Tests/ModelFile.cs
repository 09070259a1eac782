using FakeProfileDetector.Photos;

namespace FakeProfileDetector.OnnxRuntime.Tests;

/// <summary>A model in a folder of its own for one test.</summary>
internal sealed class ModelFile : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("fake-profile-detector-").FullName;

    internal ModelFile(OnnxModel? model) => File.WriteAllBytes(Path, model?.ToBytes() ?? []);

    internal ModelFile(byte[] content) => File.WriteAllBytes(Path, content);

    internal string Path => System.IO.Path.Combine(_folder, "face-detector.onnx");

    internal string MissingPath => System.IO.Path.Combine(_folder, "missing.onnx");

    /// <summary>A locator over a model whose file is gone again.</summary>
    internal static OnnxFaceLocator Locator(OnnxModel model, Action<OnnxFaceLocatorOptions>? configure = null)
    {
        using var file = new ModelFile(model);
        return file.Locator(configure);
    }

    internal OnnxFaceLocator Locator(Action<OnnxFaceLocatorOptions>? configure = null)
    {
        var options = new OnnxFaceLocatorOptions();
        configure?.Invoke(options);
        return new(Path, options);
    }

    /// <summary>A black picture with a rectangle of one brightness.</summary>
    internal static LumaImage Picture(int width, int height, FaceBox box = default, byte brightness = 255)
    {
        var image = new LumaImage(width, height);
        Paint(image, box, brightness);
        return image;
    }

    internal static void Paint(LumaImage image, FaceBox box, byte brightness)
    {
        image.Pixels.Clear();
        for (var y = box.Y; y < box.Y + box.Height; y++)
        {
            image.Row(y).Slice(box.X, box.Width).Fill(brightness);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
