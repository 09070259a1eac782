using FakeProfileDetector.Benchmarks.Shared.Pictures;
using SkiaSharp;

namespace FakeProfileDetector.Sharing.Copies;

/// <summary>A picture as it arrives at the network: an encoded file.</summary>
internal static class Upload
{
    /// <summary>The first upload, at a usual quality.</summary>
    internal static byte[] First(SKBitmap picture, Random random) => Bitmaps.ToJpeg(picture, random.Next(84, 94));

    /// <summary>As <see cref="First"/>, and disposes of the picture.</summary>
    internal static byte[] Take(SKBitmap picture, Random random)
    {
        using (picture)
        {
            return First(picture, random);
        }
    }

    /// <summary>The same picture by another way: in half of the cases the same file, else encoded again, and mostly a little smaller.</summary>
    internal static byte[] Again(byte[] file, Random random) => random.Next(2) == 0 ? file : Smaller(file, Math.Min(1, .7 + (random.NextDouble() * .4)), random);

    /// <summary>The picture scaled and encoded again.</summary>
    internal static byte[] Smaller(byte[] file, double scale, Random random)
    {
        using var picture = Bitmaps.Decode(file);
        using var scaled = Bitmaps.Resize(picture, (int)(picture.Width * scale), (int)(picture.Height * scale));
        return Bitmaps.ToJpeg(scaled, random.Next(70, 91));
    }
}
