using System.Diagnostics;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Fingerprinting;
using FakeProfileDetector.Photos.Jpeg;
using FakeProfileDetector.Testing;
using SkiaSharp;

namespace FakeProfileDetector.SkiaSharp.Tests;

/// <summary>Alone in the process: memory is measured for the process as a whole.</summary>
[CollectionDefinition(nameof(HostileFilesTests), DisableParallelization = true)]
public sealed class HostileFilesAlone;

/// <summary>Malformed files from the test suites and fuzzing corpora of other image libraries.</summary>
[Collection(nameof(HostileFilesTests))]
public sealed class HostileFilesTests(ITestOutputHelper output)
{
    private const string Folder = "photos/F_malformed/files";
    private const long MaximumMemory = 300_000_000;

    // Of the processor, not of the clock: a busy machine takes longer, but computes no more.
    private static readonly TimeSpan MaximumTime = TimeSpan.FromSeconds(5);

    private readonly PhotoFingerprinter _fingerprinter = new(new SkiaPhotoDecoder());
    private readonly PhotoFingerprinter _standard = new(new JpegPhotoDecoder(new SkiaPhotoDecoder()));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Fingerprint_AnyHostileFile_GivesOneResultWithinTimeAndMemory(bool jpegFirst)
    {
        var fingerprinter = jpegFirst ? _standard : _fingerprinter;
        var files = Directory.GetFiles(SharedData.PathOf(Folder), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
        Assert.NotEmpty(files);
        var outcomes = new SortedDictionary<string, int>(StringComparer.Ordinal);

        // The first photo pays for loading the codec and compiling the hash.
        Measure(fingerprinter, Pictures.Png(64, 64, Pictures.Noise), "warm-up");
        foreach (var file in files)
        {
            var encoded = File.ReadAllBytes(file);
            var (result, time, memory) = Measure(fingerprinter, encoded, file);

            Assert.True(time <= MaximumTime, $"{file} took {time}.");
            Assert.True(memory <= MaximumMemory, $"{file} took {memory:N0} bytes.");
            var outcome = result.Failure?.Reason.ToString() ?? "Usable";
            Assert.NotEqual(nameof(PhotoUnusableReason.DecoderFailed), outcome);
            Assert.False(result.Failure is { Message: "" }, file);
            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
        }

        output.WriteLine(string.Join(", ", outcomes.Select(outcome => $"{outcome.Key} {outcome.Value}")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Fingerprint_FilesThatOtherDecodersRead_AreMostlyUsable(bool jpegFirst)
    {
        var fingerprinter = jpegFirst ? _standard : _fingerprinter;

        // Refusing everything would be safe and useless.
        var files = Directory.GetFiles(SharedData.PathOf($"{Folder}/ok"))
            .Where(file => ImageFormat.IsAllowed(File.ReadAllBytes(file))).ToArray();

        var usable = files.Count(file => fingerprinter.Fingerprint(File.ReadAllBytes(file)).IsUsable);

        output.WriteLine($"{usable} of {files.Length}");
        Assert.True(usable >= files.Length * 9 / 10, $"Only {usable} of {files.Length} are usable.");
    }

    [Theory]
    [InlineData(8_000, 5_000)]
    [InlineData(1_000_000, 40)]
    [InlineData(40, 1_000_000)]
    [InlineData(1_000_000, 1)]
    [InlineData(1, 1_000_000)]
    public void Fingerprint_LargestPictureOfAnyShape_StaysWithinMemory(int width, int height)
    {
        var encoded = Pictures.BlackPng(width, height);
        Assert.InRange(encoded.Length, 0, 100_000);

        var (result, _, memory) = Measure(_fingerprinter, encoded, $"{width} × {height}");

        Assert.True(result.IsUsable, result.Failure?.Message);
        Assert.Equal((width, height), (result.Fingerprint.Width, result.Fingerprint.Height));
        Assert.Equal(0, result.Fingerprint.Quality);
        Assert.InRange(memory, 0, MaximumMemory);
    }

    [Theory]
    [InlineData("baseline JPEG", 60_000_000)]
    [InlineData("grey progressive JPEG", 140_000_000)]
    [InlineData("progressive JPEG", 20_000_000)]
    [InlineData("JPEG of many scans", 20_000_000)]
    [InlineData("plain PNG", 220_000_000)]
    [InlineData("interlaced PNG", 20_000_000)]
    [InlineData("interlaced PNG, 16 bits", 20_000_000)]
    [InlineData("BMP with run lengths", 220_000_000)]
    [InlineData("GIF", 20_000_000)]
    public void Decode_LargestPictureOfAnyKind_StaysWithinItsMemory(string kind, long maximum)
    {
        const int Width = 8_000;
        const int Height = 5_000;
        var encoded = kind switch
        {
            "baseline JPEG" => HostilePictures.Jpeg(Width, Height, components: 3),
            "grey progressive JPEG" => HostilePictures.Jpeg(Width, Height, components: 1, scans: 10),
            "progressive JPEG" => HostilePictures.Jpeg(Width, Height, components: 3, scans: 10),
            "JPEG of many scans" => HostilePictures.Jpeg(Width, Height, components: 3, scans: 99),
            "plain PNG" => HostilePictures.Png(Width, Height, bitDepth: 8, interlaced: false),
            "interlaced PNG" => HostilePictures.Png(Width, Height, bitDepth: 8, interlaced: true),
            "interlaced PNG, 16 bits" => HostilePictures.Png(Width, Height, bitDepth: 16, interlaced: true),
            "BMP with run lengths" => HostilePictures.RunLengthBmp(Width, Height),
            _ => Pictures.Gif(Width, Height, [0, 85, 170, 255], [0, 1, 2, 3]),
        };
        Assert.InRange(encoded.Length, 0, 5_000_000);
        var decoder = new SkiaPhotoDecoder();
        decoder.Decode(Pictures.Png(64, 64, Pictures.Noise)).Image?.Dispose();

        var before = PeakMemory.Reset();
        var result = decoder.Decode(encoded);
        var memory = PeakMemory.Current() - before;
        result.Image?.Dispose();

        output.WriteLine($"{kind}: {memory:N0} bytes, {result.Failure}");
        Assert.True(memory <= maximum, $"{kind} took {memory:N0} bytes.");
        Assert.Equal(maximum > 20_000_000 ? null : PhotoUnusableReason.TooManyPixels, result.Failure?.Reason);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    public void Read_CanceledOnTheWay_StopsWithTheBand(int rows)
    {
        var encoded = HostilePictures.Jpeg(8_000, 5_000, components: 3);
        using var cancellation = new CancellationTokenSource();
        var reader = new CancelingReader(cancellation, rows);

        Assert.Throws<OperationCanceledException>(() => new SkiaPhotoDecoder().Read(encoded, reader, cancellation.Token));

        Assert.InRange(reader.Rows, rows, rows + 16);
    }

    // A codec that reads a picture as a whole cannot be asked to stop; it runs out of file.
    [Fact]
    public unsafe void Read_CanceledBeforeTheCodecReads_FindsTheEndOfTheFile()
    {
        var encoded = HostilePictures.Png(8_000, 5_000, bitDepth: 8, interlaced: false);
        using var cancellation = new CancellationTokenSource();
        fixed (byte* bytes = encoded)
        {
            using var stream = new EncodedStream(bytes, encoded.Length, cancellation.Token);
            using var codec = SKCodec.Create(stream, out _);
            using var pixels = new SKBitmap(codec.Info);
            cancellation.Cancel();

            Assert.Equal(SKCodecResult.IncompleteInput, codec.GetPixels(codec.Info, pixels.GetPixels()));
        }
    }

    private (PhotoFingerprintResult Result, TimeSpan Time, long Memory) Measure(PhotoFingerprinter fingerprinter, byte[] encoded, string name)
    {
        var managed = GC.GetAllocatedBytesForCurrentThread();
        var before = PeakMemory.Reset();
        var processor = Environment.CpuUsage.TotalTime;
        var result = fingerprinter.Fingerprint(encoded);
        var time = Environment.CpuUsage.TotalTime - processor;
        var memory = Math.Max(PeakMemory.Current() - before, GC.GetAllocatedBytesForCurrentThread() - managed);
        if (time.TotalSeconds > 0.2 || memory > 50_000_000)
        {
            output.WriteLine($"{name}: {time.TotalMilliseconds:F0} ms, {memory:N0} bytes, {result.Failure?.Reason}");
        }

        return (result, time, memory);
    }

    /// <summary>Cancels as soon as it has got so many rows.</summary>
    private sealed class CancelingReader(CancellationTokenSource cancellation, int rows) : IRgbaReader
    {
        public int Rows { get; private set; }

        public int BytesPerPixel => 1;

        public void Begin(int width, int height, SKEncodedOrigin origin) => CancelAfterEnough();

        public void Put(ReadOnlySpan<byte> rgba, int y)
        {
            Rows++;
            CancelAfterEnough();
        }

        public void Complete() => Assert.Fail("The picture was read to its end.");

        private void CancelAfterEnough()
        {
            if (Rows >= rows)
            {
                cancellation.Cancel();
            }
        }
    }

    /// <summary>The most memory that the process has held, native memory included.</summary>
    private static class PeakMemory
    {
        /// <summary>Lets the peak start again from what is held now, where the system offers that.</summary>
        internal static long Reset()
        {
            try
            {
                if (OperatingSystem.IsLinux())
                {
                    File.WriteAllText("/proc/self/clear_refs", "5");
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Then the growth of the all-time peak is measured, which sees no more than the true value.
            }

            return Current();
        }

        internal static long Current()
        {
            using var process = Process.GetCurrentProcess();
            return process.PeakWorkingSet64;
        }
    }
}
