using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Jpeg;
using FakeProfileDetector.SkiaSharp;

namespace FakeProfileDetector.Testing.Fuzzing;

/// <summary>The decoders that can be fuzzed, by the name on the command line. A new one is one line.</summary>
internal static class Decoders
{
    internal static IReadOnlyDictionary<string, Func<IPhotoDecoder>> ByName { get; } = new Dictionary<string, Func<IPhotoDecoder>>
    {
        ["default"] = static () => new JpegPhotoDecoder(new SkiaPhotoDecoder()),
        ["jpeg"] = static () => new JpegPhotoDecoder(),
        ["skia"] = static () => new SkiaPhotoDecoder(),
    };
}
