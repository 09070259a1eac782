using System.Diagnostics.CodeAnalysis;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Validation;
using Microsoft.Extensions.Options;
using SkiaSharp;

namespace FakeProfileDetector.SkiaSharp;

/// <summary>Decodes JPEG, PNG, WebP, GIF (first frame) and BMP with SkiaSharp.</summary>
/// <remarks>
/// <para>
/// Formats are recognised by their first bytes. Files over the byte limit, and pictures whose header states more pixels
/// or needs more memory than the limits, are refused before pixels are allocated. JPEG and BMP are decoded in bands of
/// rows and take about a byte a pixel; the codecs of the others want the whole picture. Cancelling takes effect between
/// bands and whenever the codec asks for more of the file; WebP alone is decoded in one go.
/// </para>
/// <para>
/// A file that ends too early is refused as truncated: a photo that is half grey would match other half photos. A JPEG
/// that lacks its end marker only has all its pixels and is usable, unless it is progressive: there nothing but the
/// marker tells that no scan is missing. Damage inside a JPEG's or GIF's data that the codec repairs goes unnoticed.
/// </para>
/// <para>
/// Transparency is put on white, so a fully transparent picture is a white one, of quality 0. The orientation in EXIF
/// (JPEG, WebP, and PNG's <c>eXIf</c>) is applied. Of an animation the first frame is taken.
/// </para>
/// </remarks>
/// <threadsafety>Safe to call from many threads at once.</threadsafety>
[SuppressMessage(
    "Design", "CA1001:Types that own disposable fields should be disposable", Justification = "Without a wait handle the semaphore holds nothing to free.")]
public sealed class SkiaPhotoDecoder : IPhotoDecoder
{
    // A picture has colours when more than one pixel in this many has.
    private const int ColouredShare = 100;

    private readonly SkiaPhotoDecoderOptions _options;
    private readonly SemaphoreSlim _slots;

    /// <summary>Creates a decoder.</summary>
    /// <param name="options">Limits; null takes the defaults.</param>
    /// <exception cref="OptionsValidationException">A limit is out of range.</exception>
    public SkiaPhotoDecoder(SkiaPhotoDecoderOptions? options = null)
    {
        _options = OptionsGuard.Checked(options, new SkiaPhotoDecoderOptionsValidator()).Copy();
        _slots = new(_options.MaximumConcurrency);
    }

    /// <inheritdoc/>
    public PhotoDecodeResult Decode(ReadOnlySpan<byte> encoded, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Admission.Refuse(encoded, _options) is { } refusal)
        {
            return PhotoDecodeResult.Failed(refusal);
        }

        _slots.Wait(cancellationToken);
        try
        {
            return DecodeAllowed(encoded, cancellationToken);
        }
        finally
        {
            _slots.Release();
        }
    }

    private unsafe PhotoDecodeResult DecodeAllowed(ReadOnlySpan<byte> encoded, CancellationToken cancellationToken)
    {
        // The caller's bytes are read in place: the codec and the stream are gone before the span is unpinned.
        fixed (byte* bytes = encoded)
        {
            using var stream = new EncodedStream(bytes, encoded.Length, cancellationToken);
            using var codec = SKCodec.Create(stream, out var status);
            cancellationToken.ThrowIfCancellationRequested();
            if (codec is null)
            {
                return Fail(status, stream);
            }

            return Admission.Refuse(encoded, codec, _options) is { } refusal
                ? PhotoDecodeResult.Failed(refusal)
                : DecodePixels(encoded, codec, stream, cancellationToken);
        }
    }

    private static PhotoDecodeResult DecodePixels(
        ReadOnlySpan<byte> encoded, SKCodec codec, EncodedStream stream, CancellationToken cancellationToken)
    {
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        var origin = ImageFormat.IsPng(encoded) ? PngOrientation.Read(encoded) : codec.EncodedOrigin;
        var image = LumaConversion.IsTransposed(origin) ? new LumaImage(height, width) : new LumaImage(width, height);
        var decoded = false;
        try
        {
            var coloured = 0L;
            var status = PixelRows.Read(
                encoded, codec, (rgba, y) => coloured += LumaConversion.PutRow(rgba, y, width, height, origin, image), cancellationToken);
            image.HasColour = coloured > (long)width * height / ColouredShare;
            decoded = status == SKCodecResult.Success;
            return decoded ? PhotoDecodeResult.Decoded(image) : Fail(status, stream);
        }
        finally
        {
            if (!decoded)
            {
                image.Dispose();
            }
        }
    }

    // Padding is no valid header, so a JPEG cut there is called invalid by its codec; but it is the end that it lacks.
    private static PhotoDecodeResult Fail(SKCodecResult status, EncodedStream stream) =>
        PhotoDecodeResult.Failed(status == SKCodecResult.IncompleteInput || stream.IsPadded
            ? new(PhotoUnusableReason.Truncated, "The file ends before the picture does; fetch it again.")
            : new(PhotoUnusableReason.Corrupt, $"The file is damaged ({status}); fetch it again or re-save it."));
}
