using FakeProfileDetector.Benchmarks.Shared.Pictures;
using FakeProfileDetector.Sharing.Drawing;

namespace FakeProfileDetector.Sharing.Copies;

/// <summary>A picture as a page of the web shows it: encoded by its site, smaller or larger, now and then cut a little.</summary>
internal static class PageCopy
{
    private const int ThumbnailSide = 100;

    internal static byte[] Of(byte[] file, Random random) => random.Next(4) switch
    {
        0 => file,
        1 => Cut(file, random),
        _ => Upload.Smaller(file, Palette.Between(random, .4, 1.1), random),
    };

    /// <summary>The small picture beside links to other people.</summary>
    internal static byte[] Thumbnail(byte[] file, Random random)
    {
        using var picture = Bitmaps.Decode(file);
        return Upload.Smaller(file, (double)ThumbnailSide / Math.Min(picture.Width, picture.Height), random);
    }

    /// <summary>A site's own square: 2 to 8 % of each side are gone.</summary>
    private static byte[] Cut(byte[] file, Random random)
    {
        using var picture = Bitmaps.Decode(file);
        var (x, y) = ((int)(picture.Width * Palette.Between(random, .02, .08)), (int)(picture.Height * Palette.Between(random, .02, .08)));
        return Upload.Take(Bitmaps.Draw(picture.Width - (2 * x), picture.Height - (2 * y), canvas => Bitmaps.Put(canvas, picture, -x, -y)), random);
    }
}
