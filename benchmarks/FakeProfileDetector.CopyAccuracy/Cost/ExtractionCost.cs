using System.Diagnostics;
using FakeProfileDetector.Benchmarks.Shared.Measuring;
using FakeProfileDetector.Benchmarks.Shared.Pictures;
using FakeProfileDetector.Benchmarks.Shared.Reporting;
using FakeProfileDetector.CopyAccuracy.Data;
using FakeProfileDetector.Photos.Fingerprinting;
using FakeProfileDetector.SkiaSharp;

namespace FakeProfileDetector.CopyAccuracy.Cost;

/// <summary>What fingerprinting takes beside decoding, on JPEGs of 400 × 400 pixels.</summary>
internal static class ExtractionCost
{
    private const int Side = 400;
    private const int JpegQuality = 85;
    private const int Rounds = 12;
    private const int WarmUpRounds = 3;

    internal static void Measure()
    {
        byte[][] files = [.. PhotoLibrary.Squares().Select(Encode)];
        var decoder = new SkiaPhotoDecoder();
        var whole = new PhotoFingerprinter(decoder, new() { MaximumPatches = 0 });
        var patches = new PhotoFingerprinter(decoder);
        (string Name, Action<byte[]> Run, List<double> Seconds)[] works =
        [
            ("decode", file => decoder.Decode(file).Image?.Dispose(), []),
            ("decode, whole-image hashes", file => whole.Fingerprint(file), []),
            ("decode, whole-image hashes, patches", file => patches.Fingerprint(file), []),
        ];

        // One after another on each photo, so that what else the machine does befalls all three.
        for (var round = 0; round < WarmUpRounds + Rounds; round++)
        {
            foreach (var file in files)
            {
                foreach (var (_, run, seconds) in works)
                {
                    // What ran before leaves other caches behind: decoding first puts all three on the same footing.
                    decoder.Decode(file).Image?.Dispose();
                    var start = Stopwatch.GetTimestamp();
                    run(file);
                    if (round >= WarmUpRounds)
                    {
                        seconds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
                    }
                }
            }
        }

        Print([.. works.Select(work => (work.Name, new Percentiles(work.Seconds)))]);
    }

    private static void Print((string Name, Percentiles Times)[] works)
    {
        var table = new Table($"Fingerprinting a JPEG of {Side} × {Side}", "work", "median", "p95", "÷ decode", "÷ the line above");
        for (var i = 0; i < works.Length; i++)
        {
            var (name, times) = works[i];
            table.Add(
                name,
                Format.Time(times.Median),
                Format.Time(times.P95),
                Format.Ratio(times.Median / works[0].Times.Median),
                i == 0 ? "-" : Format.Ratio(times.Median / works[i - 1].Times.Median));
        }

        table.Print();
    }

    private static byte[] Encode(Photo photo)
    {
        using var bitmap = Bitmaps.Decode(photo.ReadBytes());
        using var scaled = Bitmaps.Resize(bitmap, Side, Side);
        return Bitmaps.ToJpeg(scaled, JpegQuality);
    }
}
