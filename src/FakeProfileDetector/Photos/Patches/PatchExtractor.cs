namespace FakeProfileDetector.Photos.Patches;

/// <summary>Extracts patches from pictures. Keeps its planes from one picture to the next: one for each thread at work.</summary>
internal sealed class PatchExtractor
{
    /// <summary>Square root of the working size's area, in pixels.</summary>
    internal const int WorkingSide = 256;

    /// <summary>Turns under which a photo that is asked about is described: no descriptor survives more than some 3° by itself.</summary>
    internal const float TurnDegrees = 4;

    private const int MinimumSide = 24;
    private const int MaximumSide = 1000;

    [ThreadStatic]
    private static PatchExtractor? _ofThread;

    private readonly PlaneResampler _resampler = new();
    private readonly PlaneResampler _thumbnailResampler = new();
    private readonly ScaleSpace _space = new();
    private readonly FloatPlane _thumbnail = new();

    /// <summary>Extracts with the planes of the calling thread.</summary>
    internal static PhotoPatches? Extract(ReadOnlySpan<byte> luma, int width, int height, int most) =>
        (_ofThread ??= new()).ExtractOne(luma, width, height, most);

    private PhotoPatches? ExtractOne(ReadOnlySpan<byte> luma, int width, int height, int most)
    {
        var scale = WorkingSide / Math.Sqrt((double)width * height);
        var (workingWidth, workingHeight) = ((int)Math.Round(width * scale), (int)Math.Round(height * scale));
        if (Math.Min(width, height) < MinimumSide || Math.Max(workingWidth, workingHeight) > MaximumSide)
        {
            return null;
        }

        _space.Source.Resize(workingWidth, workingHeight);
        _resampler.Resample(luma, width, height, _space.Source);
        _space.Build();

        Span<Keypoint> keypoints = stackalloc Keypoint[PhotoPatches.MaximumCount];
        keypoints = keypoints[..KeypointDetector.Find(_space, keypoints[..most])];
        Span<PatchPlace> places = stackalloc PatchPlace[keypoints.Length];
        Span<PhotoHash> hashes = stackalloc PhotoHash[keypoints.Length];
        var turned = new PhotoHash[2 * keypoints.Length];
        const float turn = TurnDegrees * MathF.PI / 180;
        for (var i = 0; i < keypoints.Length; i++)
        {
            places[i] = PatchPlace.Of(keypoints[i].X, keypoints[i].Y, keypoints[i].Sigma);
            hashes[i] = PatchDescriptor.Describe(_space, keypoints[i], 0);
            turned[2 * i] = PatchDescriptor.Describe(_space, keypoints[i], -turn);
            turned[(2 * i) + 1] = PatchDescriptor.Describe(_space, keypoints[i], turn);
        }

        _thumbnail.Resize(PatchThumbnail.Side, PatchThumbnail.Side);
        _thumbnailResampler.Resample(_space.Source, _thumbnail);
        Span<byte> packed = stackalloc byte[PatchThumbnail.ByteCount];
        PatchThumbnail.Pack(_thumbnail.Values, packed);
        return new(workingWidth, workingHeight, places, hashes, turned, packed);
    }
}
