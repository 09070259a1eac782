using System.IO.Hashing;
using CsCheck;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Jpeg;
using FakeProfileDetector.SkiaSharp;
using FakeProfileDetector.Testing;
using Microsoft.Extensions.Options;

namespace FakeProfileDetector.Tests.Photos.Jpeg;

public sealed class JpegPhotoDecoderTests
{
    private static readonly string[] RareKinds = ["arithmetic.jpg", "rgb.jpg", "coarse-luma.jpg"];

    private static readonly byte[][] Files =
        [.. Directory.GetFiles(Path.Combine(SharedData.Conformance, "jpeg"), "*.jpg").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];

    private readonly JpegPhotoDecoder _decoder = new();

    /// <summary>Small files of every kind, with the luma that libjpeg-turbo's djpeg gives for them.</summary>
    public static TheoryData<string, int, int, string> Kinds { get; } = new(
        from row in SharedData.ReadTable(Path.Combine(SharedData.Conformance, "jpeg", "luma.tsv"))
        where !RareKinds.Contains(row["file"])
        select (row["file"], int.Parse(row["width"]), int.Parse(row["height"]), row["luma_xxh128"]));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Decode_EveryKind_EqualsLibjpegsLuma(string file, int width, int height, string hash)
    {
        using var image = _decoder.Decode(Read(file)).Image;

        Assert.NotNull(image);
        Assert.Equal((width, height), (image.Width, image.Height));
        Assert.Equal(hash, Convert.ToHexStringLower(XxHash128.Hash(image.Pixels)));
    }

    [Theory]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public async Task Decode_AccelerationOff_GivesTheSame(string switchedOff)
    {
        var name = typeof(JpegPhotoDecoderTests).FullName;

        Assert.Equal(0, await Processes.RunTestAsync($"{name}.{nameof(Decode_EveryKind_EqualsLibjpegsLuma)}", switchedOff));
        Assert.Equal(0, await Processes.RunTestAsync($"{name}.{nameof(Decode_AnyMutant_GivesAResult)}", switchedOff));
    }

    [Fact]
    public void Decode_AnyMutant_GivesAResult() =>
        Gen.Select(Gen.Int[0, Files.Length - 1], Gen.Select(Gen.Int[0, 100_000], Gen.Byte).Array[1, 8], Gen.Int[0, 5]).Sample((file, changes, cut) =>
        {
            var mutant = Files[file].AsSpan().ToArray();
            foreach (var (place, value) in changes)
            {
                mutant[place % mutant.Length] = value;
            }

            var result = _decoder.Decode(mutant.AsSpan(0, cut == 0 ? changes[0].Item1 % mutant.Length : mutant.Length));
            Assert.True(result.IsDecoded != result.Failure is not null);
            result.Image?.Dispose();
        }, iter: 3000);

    [Theory]
    [InlineData("arithmetic.jpg", "arithmetic coding")]
    [InlineData("rgb.jpg", "red, green and blue")]
    [InlineData("coarse-luma.jpg", "more coarsely")]
    public void Decode_RareKind_SaysWhichOrAsksTheFallback(string file, string reason)
    {
        var failure = _decoder.Decode(Read(file)).Failure;
        Assert.Equal(PhotoUnusableReason.UnsupportedFormat, failure?.Reason);
        Assert.Contains(reason, failure?.Message, StringComparison.Ordinal);
        Assert.Contains("UseSkiaSharp()", failure?.Message, StringComparison.Ordinal);

        using var image = new JpegPhotoDecoder(new SkiaPhotoDecoder()).Decode(Read(file)).Image;
        Assert.Equal((7, 9), (image?.Width, image?.Height));
    }

    [Fact]
    public void Decode_OtherFormat_AsksTheFallback()
    {
        var png = File.ReadAllBytes(Path.Combine(SharedData.Conformance, "images", "tiny_3x5.png"));

        Assert.Equal(PhotoUnusableReason.UnsupportedFormat, _decoder.Decode(png).Failure?.Reason);
        using var image = new JpegPhotoDecoder(new SkiaPhotoDecoder()).Decode(png).Image;
        Assert.Equal((3, 5), (image?.Width, image?.Height));
    }

    [Theory]
    [InlineData("420.jpg", true)]
    [InlineData("progressive.jpg", true)]
    [InlineData("grey.jpg", false)]
    [InlineData("progressive-grey.jpg", false)]
    public void Decode_HasColor_ComesFromTheColorBlocks(string file, bool hasColor)
    {
        using var image = _decoder.Decode(Read(file)).Image;

        Assert.Equal(hasColor, image?.HasColor);
    }

    [Theory]
    [InlineData("420.jpg")]
    [InlineData("restart-blocks.jpg")]
    [InlineData("separate-scans.jpg")]
    [InlineData("progressive.jpg")]
    public void Decode_FileCutAnywhere_IsNeverTakenForWhole(string file)
    {
        var whole = Read(file);
        var isProgressive = file.StartsWith("progressive", StringComparison.Ordinal);
        for (var length = 3; length < whole.Length - 2; length++)
        {
            using var image = _decoder.Decode(whole.AsSpan(0, length)).Image;
            if (image is not null)
            {
                // Padding bits at the very end of the last scan may be spared; of a progressive file details may be missing.
                Assert.True(length >= whole.Length - 4 || (isProgressive && image.IsTruncated), $"{length} of {whole.Length} bytes were enough.");
            }
        }
    }

    [Theory]
    [InlineData("progressive.jpg")]
    public void Decode_ProgressiveWithoutItsEndMarker_IsWhole(string file)
    {
        var whole = Read(file);
        using var image = _decoder.Decode(whole).Image!;
        using var cut = _decoder.Decode(whole.AsSpan(0, whole.Length - 2)).Image!;

        Assert.False(cut.IsTruncated);
        Assert.Equal(image.Pixels, cut.Pixels);
    }

    [Fact]
    public void Decode_FileCut_SaysTruncated()
    {
        var whole = Read("420.jpg");

        Assert.Equal(PhotoUnusableReason.Truncated, _decoder.Decode(whole.AsSpan(0, whole.Length / 2)).Failure?.Reason);
        Assert.Equal(PhotoUnusableReason.Truncated, _decoder.Decode(whole.AsSpan(0, 30)).Failure?.Reason);
    }

    [Fact]
    public void Decode_OnlyTheEndMarkerIsMissing_IsUsable()
    {
        var whole = Read("420.jpg");
        using var expected = _decoder.Decode(whole).Image;
        using var image = _decoder.Decode(whole.AsSpan(0, whole.Length - 2)).Image;

        Assert.Equal(expected!.Pixels, image!.Pixels);
    }

    [Fact]
    public void Decode_BytesBehindTheEnd_DoNotMatter()
    {
        using var expected = _decoder.Decode(Read("420.jpg")).Image;
        using var image = _decoder.Decode([.. Read("420.jpg"), 1, 2, 3, 0xFF, 0xD8, 0xFF]).Image;

        Assert.Equal(expected!.Pixels, image!.Pixels);
    }

    [Fact]
    public void Decode_RestartMarkersOutOfOrder_IsCorrupt()
    {
        var file = Read("restart-blocks.jpg");
        var second = file.AsSpan().IndexOf([(byte)0xFF, (byte)0xD1]);
        file[second + 1] = 0xD5;

        Assert.Equal(PhotoUnusableReason.Corrupt, _decoder.Decode(file).Failure?.Reason);
    }

    [Fact]
    public void Decode_HeaderStatesTooManyPixels_IsRefusedBeforeAllocating()
    {
        var file = Read("420.jpg");
        SetSize(file, 60_000, 60_000);
        WarmUp();
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(PhotoUnusableReason.TooManyPixels, _decoder.Decode(file).Failure?.Reason);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000);
    }

    [Fact]
    public void Decode_HeaderStatesMoreThanTheFileCanHold_IsRefusedBeforeAllocating()
    {
        var file = Read("420.jpg");
        SetSize(file, 6_000, 6_000);
        WarmUp();
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(PhotoUnusableReason.Truncated, _decoder.Decode(file).Failure?.Reason);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000);
    }

    [Fact]
    public void Decode_TooManyBytes_IsRefused()
    {
        var decoder = new JpegPhotoDecoder(limits: new() { MaximumBytes = 1024 });

        Assert.Equal(PhotoUnusableReason.TooManyBytes, decoder.Decode(Read("420.jpg")).Failure?.Reason);
    }

    [Fact]
    public void Decode_Canceled_Throws()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => _decoder.Decode(Read("420.jpg"), source.Token));
    }

    [Fact]
    public void Decode_AfterWarmUp_AllocatesNextToNothing()
    {
        var file = Read("420.jpg");
        WarmUp();
        var before = GC.GetAllocatedBytesForCurrentThread();
        _decoder.Decode(file).Image!.Dispose();

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 600);
    }

    [Fact]
    public void Options_Default_IsTheDocumentedOne()
    {
        Assert.Equal(1024, new JpegPhotoDecoderOptions().FullSizeSide);
    }

    [Fact]
    public void Options_OutOfRange_AreRefusedByName()
    {
        var error = Assert.Throws<OptionsValidationException>(() => new JpegPhotoDecoder(options: new() { FullSizeSide = 100 }));

        Assert.Contains(nameof(JpegPhotoDecoderOptions.FullSizeSide), error.Message, StringComparison.Ordinal);
    }

    /// <summary>The tables that a thread keeps are made with its first photo.</summary>
    private void WarmUp()
    {
        for (var i = 0; i < 3; i++)
        {
            _decoder.Decode(Read("420.jpg")).Image!.Dispose();
        }
    }

    private static byte[] Read(string file) => File.ReadAllBytes(Path.Combine(SharedData.Conformance, "jpeg", file));

    private static void SetSize(byte[] file, ushort width, ushort height)
    {
        var frame = file.AsSpan(file.AsSpan().IndexOf([(byte)0xFF, (byte)0xC0]));
        System.Buffers.Binary.BinaryPrimitives.WriteUInt16BigEndian(frame[5..], height);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt16BigEndian(frame[7..], width);
    }
}
