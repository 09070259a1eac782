using System.Globalization;
using System.Numerics;
using FakeProfileDetector.SkiaSharp;
using FakeProfileDetector.Testing;

namespace FakeProfileDetector.Tests.Photos.Coenm;

/// <summary>Values that the original library computed: equal from equal pixels, near where the decoders differ.</summary>
public sealed class CoenmConformanceTests
{
    private const double AllButOneInAHundred = 0.99;

    private static readonly string[] Algorithms = ["average", "difference", "perceptual"];

    [Fact]
    public void Compute_DrawnPng_EqualsOriginal()
    {
        var distances = Distances(Path.Combine(SharedData.Conformance, "expected.tsv"), "images", [".png"]);

        Assert.NotEmpty(distances);
        Assert.All(distances, distance => Assert.Equal(0, distance.Bits));
    }

    [Fact]
    public void Compute_DrawnJpeg_IsWithinTwoBits()
    {
        var distances = Distances(Path.Combine(SharedData.Conformance, "expected.tsv"), "images", [".jpg"]);

        Assert.NotEmpty(distances);
        Assert.All(distances, distance => Assert.InRange(distance.Bits, 0, 2));
    }

    [Fact]
    public void Compute_PublishedPng_AllButOneInAHundredEqualAndTheRestWithinTwoBits()
    {
        var distances = PublishedDistances(".png");

        Assert.All(distances, distance => Assert.True(distance.Bits <= 2, distance.ToString()));
        Assert.All(Algorithms, algorithm => Assert.InRange(Share(distances, algorithm, bits: 0), AllButOneInAHundred, 1));
    }

    [Fact]
    public void Compute_PublishedJpeg_AllButOneInAHundredWithinTwoBits()
    {
        var distances = PublishedDistances(".jpg", ".jpeg");

        Assert.All(Algorithms, algorithm => Assert.InRange(Share(distances, algorithm, bits: 2), AllButOneInAHundred, 1));
    }

    private static Distance[] PublishedDistances(params string[] extensions)
    {
        var tables = Directory.GetFiles(SharedData.PathOf("photos"), "computed_hashes.tsv", SearchOption.AllDirectories);
        return [.. tables.SelectMany(table => Distances(table, string.Empty, extensions))];
    }

    private static Distance[] Distances(string table, string folder, string[] extensions)
    {
        var decoder = new SkiaPhotoDecoder();
        var rows = SharedData.ReadTable(table)
            .Where(row => extensions.Contains(Path.GetExtension(row["file"])) && IsHash(row["coenm_average"]));
        return [.. rows.AsParallel().SelectMany(row =>
        {
            var encoded = File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(table)!, folder, row["file"]));
            Assert.True(decoder.TryComputeCoenmHashes(encoded, out var hashes, out var failure), failure?.Message);
            return new[] { hashes.Average, hashes.Difference, hashes.Perceptual }.Zip(Algorithms, (hash, algorithm) =>
                new Distance(row["file"], algorithm, BitOperations.PopCount(hash ^ Parse(row["coenm_" + algorithm]))));
        })];
    }

    private static double Share(Distance[] distances, string algorithm, int bits) =>
        distances.Where(distance => distance.Algorithm == algorithm).Average(distance => distance.Bits <= bits ? 1.0 : 0.0);

    // The original could not read every file either.
    private static bool IsHash(string cell) => ulong.TryParse(cell, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out _);

    private static ulong Parse(string cell) => ulong.Parse(cell, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private sealed record Distance(string File, string Algorithm, int Bits);
}
