using FakeProfileDetector.Benchmarks.Shared.Pictures;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Fingerprinting;
using FakeProfileDetector.Photos.Jpeg;
using SkiaSharp;

namespace FakeProfileDetector.WholeJob.Drawing;

/// <summary>Drawn photos and their fingerprints, and any number of made-up fingerprints like them.</summary>
internal sealed class PhotoPool
{
    private const int ChainSide = 400;
    private const int LinksBetweenPictures = 50;

    private static readonly PhotoFingerprinter Fingerprinter = new(new JpegPhotoDecoder());

    private readonly PhotoPatches[] _models;

    /// <summary>Draws and fingerprints all photos.</summary>
    /// <param name="queries">Strangers, and originals.</param>
    /// <param name="models">Photos that made-up fingerprints are like.</param>
    /// <param name="group">Crops, and links of the chain.</param>
    internal PhotoPool(int queries, int models, int group)
    {
        Strangers = [.. Parallel(0, queries).Select(DrawnPhoto.Jpeg).Select(file => (file, Fingerprint(file)))];
        Originals = [.. Parallel(queries, queries).Select(WithCrop)];
        _models = [.. Parallel(2 * queries, models).Select(seed => Fingerprint(DrawnPhoto.Jpeg(seed)).Patches).OfType<PhotoPatches>()];
        var next = (2 * queries) + models;
        Ring = Fingerprint(DrawnPhoto.Jpeg(next++));
        Popular = Fingerprint(DrawnPhoto.Jpeg(next++));
        using var picture = DrawnPhoto.Draw(next++);
        Crops = [.. Parallel(0, group).Select(seed => Fingerprint(DrawnPhoto.Crop(picture, seed)))];
        Chain = MakeChain(next, group);
    }

    /// <summary>Photos that nobody enrolled shows, as files and as fingerprints.</summary>
    internal (byte[] File, PhotoFingerprint Photo)[] Strangers { get; }

    /// <summary>Photos to enroll, each with a crop of it.</summary>
    internal (PhotoFingerprint Photo, PhotoFingerprint Crop)[] Originals { get; }

    /// <summary>A photo that some profiles share.</summary>
    internal PhotoFingerprint Ring { get; }

    /// <summary>A photo that very many profiles share.</summary>
    internal PhotoFingerprint Popular { get; }

    /// <summary>Different crops of one photo.</summary>
    internal PhotoFingerprint[] Crops { get; }

    /// <summary>Pictures of which each is hardly different from the next, while the first and the last have nothing in common.</summary>
    internal PhotoFingerprint[] Chain { get; }

    /// <summary>Photos that do not exist.</summary>
    internal IEnumerable<PhotoFingerprint> MakeUp(int count, int seed) =>
        new MadeUpPhotos(_models, likeReal: true, seed).Make(count, withPatches: true);

    private static PhotoFingerprint[] MakeChain(int firstSeed, int links)
    {
        var stretches = (links + LinksBetweenPictures - 1) / LinksBetweenPictures;
        SKBitmap[] pictures = [.. Parallel(firstSeed, stretches + 1).Select(seed => DrawnPhoto.Draw(seed, ChainSide))];
        try
        {
            return
            [
                .. Parallel(0, links).Select(link => Fingerprint(DrawnPhoto.Between(
                    pictures[link / LinksBetweenPictures],
                    pictures[(link / LinksBetweenPictures) + 1],
                    (double)(link % LinksBetweenPictures) / LinksBetweenPictures))),
            ];
        }
        finally
        {
            Array.ForEach(pictures, picture => picture.Dispose());
        }
    }

    private static (PhotoFingerprint Photo, PhotoFingerprint Crop) WithCrop(int seed)
    {
        using var picture = DrawnPhoto.Draw(seed);
        return (Fingerprint(DrawnPhoto.Jpeg(seed)), Fingerprint(DrawnPhoto.Crop(picture, seed)));
    }

    private static ParallelQuery<int> Parallel(int start, int count) => ParallelEnumerable.Range(start, count).AsOrdered();

    private static PhotoFingerprint Fingerprint(byte[] file) => Fingerprinter.Fingerprint(file) is { IsUsable: true, Fingerprint: { } photo }
        ? photo
        : throw new InvalidOperationException("A drawn photo could not be used.");
}
