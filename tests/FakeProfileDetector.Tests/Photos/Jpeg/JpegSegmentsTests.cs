using System.Buffers.Binary;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Jpeg;
using FakeProfileDetector.SkiaSharp;
using FakeProfileDetector.Testing;

namespace FakeProfileDetector.Tests.Photos.Jpeg;

/// <summary>What may lie around the scans of a file.</summary>
public sealed class JpegSegmentsTests
{
    private const byte Scan = 0xDA;

    private readonly JpegPhotoDecoder _decoder = new();

    public static MatrixTheoryData<string, string> Harmless => new(
        ["420.jpg", "progressive.jpg", "separate-scans.jpg", "restart-blocks.jpg"],
        [
            "FFFFFFFF", "010203", "FF00FF00", "FF01", "FFFE0002", "FFE00004FF00", "FFEE000E41646F626500640000000001",
            "FFE1000845786966FFD8",
        ]);

    [Theory]
    [MemberData(nameof(Harmless))]
    public void Decode_HarmlessBytesBeforeTheFirstScan_ChangesNothing(string file, string bytes)
    {
        var whole = Read(file);

        AssertSameLuma(whole, Insert(whole, Scans(whole)[0], Convert.FromHexString(bytes)));
    }

    [Theory]
    [InlineData("progressive.jpg")]
    [InlineData("separate-scans.jpg")]
    public void Decode_HarmlessBytesBetweenScans_ChangesNothing(string file)
    {
        var whole = Read(file);
        var scans = Scans(whole);

        Assert.All(scans.Skip(1), scan => AssertSameLuma(whole, Insert(whole, scan, [0xFF, 0xFF, 0xFF, 0xFE, 0, 3, 7, 1, 2])));
    }

    [Theory]
    [InlineData("420.jpg")]
    [InlineData("progressive.jpg")]
    public void Decode_OtherPicturesInTheFile_DoNotMatter(string file)
    {
        var whole = Read(file);
        var thumbnail = Read("1x1.jpg");
        byte[] length = [(byte)((thumbnail.Length + 2) >> 8), (byte)(thumbnail.Length + 2)];

        AssertSameLuma(whole, [.. whole, .. Read("7x9.jpg")]);
        AssertSameLuma(whole, Insert(whole, 2, [0xFF, 0xE1, .. length, .. thumbnail]));
    }

    [Fact]
    public void Decode_QuantizationRedefinedBehindTheFirstScan_KeepsTheFirstAsLibjpegDoes()
    {
        var whole = Read("progressive.jpg");

        Assert.All(Scans(whole).Skip(1), scan => AssertSameLuma(whole, Insert(whole, scan, [0xFF, 0xDB, 0, 67, 0, .. Enumerable.Repeat((byte)99, 64)])));
    }

    [Fact]
    public void Decode_ProgressiveCutBetweenScans_ShowsWhatHasCome()
    {
        var whole = Read("progressive.jpg");
        using var original = _decoder.Decode(whole).Image!;
        var scans = Scans(whole);

        Assert.Equal(PhotoUnusableReason.Truncated, _decoder.Decode(whole.AsSpan(0, scans[0])).Failure?.Reason);
        var least = double.PositiveInfinity;
        foreach (var scan in scans.Skip(1))
        {
            using var image = _decoder.Decode(whole.AsSpan(0, scan)).Image!;

            Assert.True(image.IsTruncated);
            Assert.Equal((original.Width, original.Height), (image.Width, image.Height));
            var difference = Difference(original.Pixels, image.Pixels);
            Assert.InRange(difference, 0, least);
            least = difference;
        }

        static double Difference(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
        {
            var sum = 0L;
            for (var i = 0; i < a.Length; i++)
            {
                sum += Math.Abs(a[i] - b[i]);
            }

            return (double)sum / a.Length;
        }
    }

    [Fact]
    public void Decode_MoreScansThanAnyEncoderWrites_IsRefusedWithoutAskingTheFallback()
    {
        var whole = Read("progressive.jpg");
        var scans = Scans(whole);
        var scan = whole[scans[0]..scans[1]];
        byte[] bomb = [.. whole[..scans[1]], .. Enumerable.Repeat(scan, 100).SelectMany(bytes => bytes), 0xFF, 0xD9];

        var failure = new JpegPhotoDecoder(new SkiaPhotoDecoder()).Decode(bomb).Failure;

        Assert.Equal(PhotoUnusableReason.Corrupt, failure?.Reason);
        Assert.Contains("more scans", failure?.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "", false)]
    [InlineData("", "FFEE000E41646F626500640000000000", true)]
    [InlineData("", "FFEE000E41646F626500640000000001", false)]
    [InlineData("FFE000104A46494600010100000100010000", "FFEE000E41646F626500640000000000", false)]
    [InlineData("FFE000074A46494600", "FFEE000E41646F626500640000000000", true)]
    public void Decode_ThreeComponents_AreRgbByLibjpegsRules(string jfif, string adobe, bool isRgb)
    {
        var whole = Read("444.jpg");
        byte[] file = [0xFF, 0xD8, .. Convert.FromHexString(jfif), .. Convert.FromHexString(adobe), .. WithoutApp0(whole)[2..]];

        var result = _decoder.Decode(file);

        Assert.Equal(isRgb ? PhotoUnusableReason.UnsupportedFormat : null, result.Failure?.Reason);
        result.Image?.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Decode_GrayWithOrientation_EqualsSkias(byte orientation)
    {
        byte[] exif = [0xFF, 0xE1, 0, 34, .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
        var file = Insert(Read("grey.jpg"), 2, exif);
        using var expected = new SkiaPhotoDecoder().Decode(file).Image;

        using var image = _decoder.Decode(file).Image;

        Assert.Equal((expected!.Width, expected.Height), (image!.Width, image.Height));
        Assert.Equal(expected.Pixels, image.Pixels);
    }

    [Fact]
    public void Decode_Empty_SaysSo() => Assert.Equal(PhotoUnusableReason.Empty, _decoder.Decode([]).Failure?.Reason);

    private static byte[] Read(string file) => File.ReadAllBytes(Path.Combine(SharedData.Conformance, "jpeg", file));

    private static byte[] Insert(byte[] file, int place, byte[] bytes) => [.. file[..place], .. bytes, .. file[place..]];

    private static byte[] WithoutApp0(byte[] file) => file[3] == 0xE0
        ? [.. file[..2], .. file[(4 + BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(4)))..]]
        : file;

    /// <summary>Where the scans' headers are.</summary>
    private static List<int> Scans(byte[] file)
    {
        var scans = new List<int>();
        for (var at = 2; file[at] != 0xFF || file[at + 1] != 0xD9;)
        {
            var marker = file[at + 1];
            if (file[at] != 0xFF || marker is 0 or (>= 0xD0 and <= 0xD7))
            {
                at++;
                continue;
            }

            if (marker == Scan)
            {
                scans.Add(at);
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at + 2));
        }

        return scans;
    }

    private void AssertSameLuma(byte[] file, byte[] other)
    {
        using var expected = _decoder.Decode(file).Image;
        var result = _decoder.Decode(other);
        Assert.True(result.IsDecoded, result.Failure?.Message);
        using var image = result.Image;
        Assert.Equal(expected!.Pixels, image.Pixels);
    }
}
