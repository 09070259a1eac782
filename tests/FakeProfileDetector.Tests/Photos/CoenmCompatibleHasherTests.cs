using System.Globalization;
using System.Numerics;
using FakeProfileDetector.Photos;
using FakeProfileDetector.SkiaSharp;
using FakeProfileDetector.Testing;

namespace FakeProfileDetector.Tests.Photos;

/// <summary>Values computed by the original library from colour; ours start from luma and differ by rounding.</summary>
public sealed class CoenmCompatibleHasherTests
{
    [Fact]
    public void AllThree_ConformancePortraits_AreWithinThreeBits()
    {
        foreach (var row in SharedData.ReadTable(Path.Combine(SharedData.Conformance, "expected.tsv")))
        {
            if (!row["file"].StartsWith("portrait", StringComparison.Ordinal))
            {
                continue; // Flat and periodic pictures have no order of values to compare: rounding alone decides.
            }

            var encoded = File.ReadAllBytes(Path.Combine(SharedData.Conformance, "images", row["file"]));
            using var image = new SkiaPhotoDecoder().Decode(encoded).Image!;
            Check(row, "coenm_average", CoenmCompatibleHasher.Average(image.Pixels, image.Width, image.Height));
            Check(row, "coenm_difference", CoenmCompatibleHasher.Difference(image.Pixels, image.Width, image.Height));
            Check(row, "coenm_perceptual", CoenmCompatibleHasher.Perceptual(image.Pixels, image.Width, image.Height));
        }
    }

    [Fact]
    public void Average_HalfWhite_SetsTheWhiteHalf()
    {
        var luma = new byte[64 * 64];
        luma.AsSpan(32 * 64).Fill(255);

        Assert.Equal(0x00000000FFFFFFFFUL, CoenmCompatibleHasher.Average(luma, 64, 64));
    }

    [Fact]
    public void Difference_BrighterToTheRight_SetsEveryBit()
    {
        var luma = Enumerable.Range(0, 90 * 80).Select(i => (byte)(i % 90 * 2)).ToArray();

        Assert.Equal(ulong.MaxValue, CoenmCompatibleHasher.Difference(luma, 90, 80));
    }

    private static void Check(Dictionary<string, string> row, string column, ulong actual)
    {
        var expected = ulong.Parse(row[column], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        var distance = BitOperations.PopCount(expected ^ actual);
        Assert.True(distance <= 3, $"{row["file"]} {column}: {distance} bits");
    }
}
