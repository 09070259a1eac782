using System.Globalization;
using System.Numerics;
using FakeProfileDetector.Photos.Coenm;
using FakeProfileDetector.SkiaSharp;
using FakeProfileDetector.Testing;

namespace FakeProfileDetector.Tests.Photos.Coenm;

/// <summary>Values computed by the original library from color; ours start from luma and differ by rounding.</summary>
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

    [Fact]
    public void FromRgba_AnyOrientation_HashesTheUprightPicture()
    {
        const int Width = 48;
        const int Height = 80;
        var upright = Enumerable.Range(0, Width * Height)
            .Select(i => (Red: (byte)(i % Width * 5), Green: (byte)(i / Width * 3), Blue: (byte)((i * i) >> 4))).ToArray();
        var expected = CoenmCompatibleHasher.FromRgba(Bytes(upright), Width, Height);
        for (var orientation = 1; orientation <= 8; orientation++)
        {
            var (width, height) = orientation >= 5 ? (Height, Width) : (Width, Height);
            var stored = Enumerable.Range(0, Width * Height)
                .Select(i => upright[UprightIndex(i % width, i / width, width, height, orientation)]).ToArray();

            var actual = CoenmCompatibleHasher.FromRgba(Bytes(stored), width, height, orientation);

            Assert.Equal(expected.Difference, actual.Difference);

            // Turned after resizing: the sums have run in another order.
            Assert.InRange(BitOperations.PopCount(expected.Average ^ actual.Average), 0, 1);
            Assert.InRange(BitOperations.PopCount(expected.Perceptual ^ actual.Perceptual), 0, 2);
        }
    }

    [Fact]
    public void FromRgba_TransparentPixels_CountAsTheirNeighborsAndNotAsTheirColor()
    {
        var opaque = Enumerable.Range(0, 64 * 64).Select(i => (Red: (byte)(i % 64 * 4), Green: (byte)(i % 64 * 4), Blue: (byte)(i % 64 * 4))).ToArray();
        var holed = Bytes(opaque);
        for (var i = 0; i < opaque.Length; i += 7)
        {
            Array.Clear(holed, i * 4, 4);
        }

        Assert.Equal(
            CoenmCompatibleHasher.FromRgba(Bytes(opaque), 64, 64).Average,
            CoenmCompatibleHasher.FromRgba(holed, 64, 64).Average);
        Assert.Equal(ulong.MaxValue, CoenmCompatibleHasher.FromRgba(new byte[30 * 20 * 4], 30, 20).Average);
    }

    [Fact]
    public void FromRgba_VeryTallPicture_EqualsTheSameInTwoColumns()
    {
        // So tall that it is resized a few columns at a time.
        const int Height = 200_000;
        var gray = Enumerable.Range(0, Height).SelectMany(y => Enumerable.Repeat((Red: (byte)(y >> 8), Green: (byte)(y >> 9), Blue: (byte)y), 2)).ToArray();

        var actual = CoenmCompatibleHasher.FromRgba(Bytes(gray), 2, Height);

        Assert.Equal(0UL, actual.Difference);
        Assert.Equal(actual.Average, CoenmCompatibleHasher.FromRgba(Bytes([.. gray.Where((_, i) => i % 2 == 0)]), 1, Height).Average);
    }

    [Fact]
    public void FromRgba_WrongArguments_AreNamed()
    {
        Assert.Throws<ArgumentException>("rgba", () => CoenmCompatibleHasher.FromRgba(new byte[15], 2, 2));
        Assert.Throws<ArgumentOutOfRangeException>("width", () => CoenmCompatibleHasher.FromRgba([], 0, 2));
        Assert.Throws<ArgumentOutOfRangeException>("height", () => CoenmCompatibleHasher.FromRgba([], 2, -1));
        Assert.Throws<ArgumentOutOfRangeException>("exifOrientation", () => CoenmCompatibleHasher.FromRgba(new byte[16], 2, 2, 0));
        Assert.Throws<ArgumentOutOfRangeException>("exifOrientation", () => CoenmCompatibleHasher.FromRgba(new byte[16], 2, 2, 9));
    }

    /// <summary>Where a stored pixel goes, by the definition of EXIF: which sides of the picture its first row and column are.</summary>
    private static int UprightIndex(int x, int y, int width, int height, int orientation)
    {
        var (fromLeft, fromRight, fromTop, fromBottom) = (x, width - 1 - x, y, height - 1 - y);
        return orientation switch
        {
            1 => (fromTop * width) + fromLeft,
            2 => (fromTop * width) + fromRight,
            3 => (fromBottom * width) + fromRight,
            4 => (fromBottom * width) + fromLeft,
            5 => (fromLeft * height) + fromTop,
            6 => (fromLeft * height) + fromBottom,
            7 => (fromRight * height) + fromBottom,
            _ => (fromRight * height) + fromTop,
        };
    }

    private static byte[] Bytes((byte Red, byte Green, byte Blue)[] pixels) =>
        [.. pixels.SelectMany(pixel => new byte[] { pixel.Red, pixel.Green, pixel.Blue, 255 })];

    private static void Check(Dictionary<string, string> row, string column, ulong actual)
    {
        var expected = ulong.Parse(row[column], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        var distance = BitOperations.PopCount(expected ^ actual);
        Assert.True(distance <= 3, $"{row["file"]} {column}: {distance} bits");
    }
}
