using System.Diagnostics;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Fingerprinting;
using FakeProfileDetector.Photos.Pdq;
using FakeProfileDetector.SkiaSharp;
using SkiaSharp;

namespace FakeProfileDetector.Benchmarks.Shared;

/// <summary>Sixteen photos of one kind, made from drawn portraits or from the photos in a folder of yours.</summary>
/// <remarks>Set <c>FAKEPROFILE_PHOTOS</c> to a folder of portraits to measure on real ones: they have more detail than drawn ones.</remarks>
internal static class PhotoSet
{
    /// <summary>Photos in a set, and so operations in an invocation.</summary>
    internal const int Count = 16;

    private const string FolderVariable = "FAKEPROFILE_PHOTOS";
    private const int DrawnPortraits = 4;

    private static string? Folder => Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } folder ? folder : null;

    /// <summary>Makes the photos of a kind such as <c>jpeg 400</c>, <c>progressive 400</c>, <c>png 400</c>, <c>webp 400</c> or <c>jpeg 12 MP</c>.</summary>
    internal static byte[][] Make(string kind)
    {
        var (format, size) = kind.Split(' ', 2) is [var name, var side] ? (name, side) : throw new ArgumentException(kind, nameof(kind));
        var (width, height) = size == "12 MP" ? (4000, 3000) : (int.Parse(size), int.Parse(size));
        return [.. Sources().Select(source => Encode(source, format, width, height))];
    }

    /// <summary>Hashes of all photos in your folder and those below it, in the order of their names; featureless ones are left out.</summary>
    /// <exception cref="InvalidOperationException">No folder is named.</exception>
    internal static IEnumerable<PhotoHash> Hashes()
    {
        var folder = Folder ?? throw new InvalidOperationException($"Drawn portraits are too few to learn from; set {FolderVariable} to a folder of photos.");
        var fingerprinter = new PhotoFingerprinter(new SkiaPhotoDecoder());
        return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => fingerprinter.Fingerprint(File.ReadAllBytes(file)).Fingerprint)
            .OfType<PhotoFingerprint>()
            .Where(photo => photo.Quality >= PdqHasher.MinimumQuality)
            .Select(photo => photo.Hash);
    }

    private static IEnumerable<byte[]> Sources()
    {
        var files = Folder is { } folder
            ? Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).Take(Count).ToArray()
            : [];
        for (var i = 0; i < Count; i++)
        {
            yield return files.Length > 0 ? File.ReadAllBytes(files[i % files.Length]) : Drawn(i % DrawnPortraits);
        }
    }

    private static byte[] Drawn(int number)
    {
        using var stream = typeof(PhotoSet).Assembly.GetManifestResourceStream($"portrait-{number}.png")
            ?? throw new InvalidOperationException($"The resource portrait-{number}.png is missing.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static byte[] Encode(byte[] source, string format, int width, int height)
    {
        using var full = SKBitmap.Decode(source);
        using var scaled = full.Resize(new SKSizeI(width, height), new SKSamplingOptions(SKCubicResampler.Mitchell));
        var encodedFormat = format switch
        {
            "png" => SKEncodedImageFormat.Png,
            "webp" => SKEncodedImageFormat.Webp,
            _ => SKEncodedImageFormat.Jpeg,
        };
        using var data = scaled.Encode(encodedFormat, 85);
        return format == "progressive" ? ToProgressive(data.ToArray()) : data.ToArray();
    }

    /// <summary>Re-orders a JPEG's coefficients into scans with the program that comes with libjpeg-turbo.</summary>
    private static byte[] ToProgressive(byte[] jpeg)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, jpeg);
            using var process = Process.Start(new ProcessStartInfo("jpegtran", ["-progressive", path]) { RedirectStandardOutput = true })
                ?? throw new InvalidOperationException("jpegtran did not start; install libjpeg-turbo-progs.");
            using var output = new MemoryStream();
            process.StandardOutput.BaseStream.CopyTo(output);
            process.WaitForExit();
            return output.ToArray();
        }
        finally
        {
            File.Delete(path);
        }
    }
}
