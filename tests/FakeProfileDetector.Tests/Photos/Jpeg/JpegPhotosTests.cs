using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Fingerprinting;
using FakeProfileDetector.Photos.Jpeg;
using FakeProfileDetector.SkiaSharp;
using FakeProfileDetector.Testing;

namespace FakeProfileDetector.Tests.Photos.Jpeg;

/// <summary>Real photos through the decoder as it is set by default, reducing large ones.</summary>
public sealed class JpegPhotosTests(ITestOutputHelper output)
{
    private readonly JpegPhotoDecoder _decoder = new();

    [Fact]
    public void Fingerprint_Photos_IsThePublishedPdq()
    {
        var distances = new List<int>();
        foreach (var table in Directory.GetFiles(SharedData.PathOf("photos"), "computed_hashes.tsv", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            foreach (var row in SharedData.ReadTable(table).Where(row => row["pdq_decode"] == "native-jpeg"))
            {
                if (Fingerprint(Path.Combine(Path.GetDirectoryName(table)!, row["file"]), _decoder) is { } fingerprint)
                {
                    distances.Add(fingerprint.Hash.DistanceTo(PhotoHash.Parse(row["pdq_full"])));
                }
            }
        }

        AssertClose("original", distances, mostOnAverage: 0.5, mostOfNearlyAll: 4);
    }

    [Fact]
    public void Decode_Photos_HaveColorWhereTheOtherDecoderSeesIt()
    {
        var fallback = new SkiaPhotoDecoder();
        var (photos, different) = (0, 0);
        foreach (var file in Directory.EnumerateFiles(SharedData.PathOf("photos"), "*.jp*g", SearchOption.AllDirectories))
        {
            var bytes = File.ReadAllBytes(file);
            using var image = _decoder.Decode(bytes).Image;
            using var other = fallback.Decode(bytes).Image;
            if (image is not null && other is not null)
            {
                photos++;
                different += image.HasColor == other.HasColor ? 0 : 1;
            }
        }

        output.WriteLine($"{photos} photos, {different} with another verdict");
        Assert.InRange((double)different / photos, 0, 0.005);
    }

    /// <summary>Null where the photo is turned or not decoded: the published values are of the pixels as stored.</summary>
    private static PhotoFingerprint? Fingerprint(string file, JpegPhotoDecoder decoder)
    {
        var bytes = File.ReadAllBytes(file);
        if (!JpegParser.IsJpeg(bytes) || Orientation(bytes) != ExifOrientation.Upright)
        {
            return null;
        }

        using var image = decoder.Decode(bytes).Image;
        return image is null ? null : PhotoFingerprinter.Fingerprint(image);
    }

    private static int Orientation(byte[] file)
    {
        try
        {
            var parser = new JpegParser(file, new JpegTables());
            parser.TryReadScan(out _);
            return parser.Orientation;
        }
        catch (JpegFormatException)
        {
            return 0;
        }
    }

    private void AssertClose(string name, List<int> distances, double mostOnAverage, int mostOfNearlyAll)
    {
        distances.Sort();
        var (mean, p99) = (distances.Average(), distances[(int)(0.99 * (distances.Count - 1))]);
        output.WriteLine($"{name}: {distances.Count} photos, mean {mean:F2}, "
            + string.Join(", ", distances.CountBy(distance => distance).Select(pair => $"{pair.Key} bits {pair.Value}")));
        Assert.InRange(mean, 0, mostOnAverage);
        Assert.InRange(p99, 0, mostOfNearlyAll);
    }
}
