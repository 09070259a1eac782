using FakeProfileDetector.Photos;

namespace FakeProfileDetector.DependencyInjection;

/// <summary>Stands where no decoder was registered: photos given as fingerprints work, bytes say what is missing.</summary>
internal sealed class MissingPhotoDecoder : IPhotoDecoder
{
    public PhotoDecodeResult Decode(ReadOnlySpan<byte> encoded, CancellationToken cancellationToken = default) =>
        PhotoDecodeResult.Failed(new(
            PhotoUnusableReason.DecoderFailed,
            "No photo decoder is registered; add the package FakeProfileDetector.SkiaSharp and call UseSkiaSharp()."));
}
