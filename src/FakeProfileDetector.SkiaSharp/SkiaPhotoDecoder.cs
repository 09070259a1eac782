using FakeProfileDetector.Photos;
using Microsoft.Extensions.Options;
using SkiaSharp;

namespace FakeProfileDetector.SkiaSharp;

/// <summary>Decodes JPEG, PNG, WebP, GIF (first frame) and BMP with SkiaSharp.</summary>
/// <remarks>
/// <para>
/// Formats are recognized by their first bytes. Files over the byte limit, and pictures whose header states more pixels
/// or needs more memory than the limits, are refused before pixels are allocated. JPEG and BMP are decoded in bands of
/// rows and take about a byte a pixel; the codecs of the others want the whole picture. Canceling takes effect between
/// bands and whenever the codec asks for more of the file; WebP alone is decoded in one go.
/// </para>
/// <para>
/// A file that ends too early is refused as truncated: a photo that is half gray would match other half photos. A JPEG
/// that lacks its end marker only has all its pixels and is usable, unless it is progressive: there nothing but the
/// marker tells that no scan is missing. Damage inside a JPEG's or GIF's data that the codec repairs goes unnoticed.
/// </para>
/// <para>
/// Transparency is put on white, so a fully transparent picture is a white one, of quality 0. The orientation in EXIF
/// (JPEG, WebP, and PNG's <c>eXIf</c>) is applied. Of an animation the first frame is taken.
/// </para>
/// </remarks>
/// <threadsafety>Safe to call from many threads at once.</threadsafety>
public sealed class SkiaPhotoDecoder : IPhotoDecoder, IGatedDecoder
{
    private readonly DecodingGate _gate;

    /// <summary>Creates a decoder.</summary>
    /// <param name="limits">What to refuse; null takes the defaults.</param>
    /// <exception cref="OptionsValidationException">A limit is out of range.</exception>
    public SkiaPhotoDecoder(PhotoLimits? limits = null)
        : this(new DecodingGate(limits))
    {
    }

    private SkiaPhotoDecoder(DecodingGate gate) => _gate = gate;

    /// <inheritdoc/>
    DecodingGate IGatedDecoder.Gate => _gate;

    /// <summary>Creates a decoder that shares a gate with others.</summary>
    internal static SkiaPhotoDecoder Behind(DecodingGate gate) => new(gate);

    /// <inheritdoc/>
    public PhotoDecodeResult Decode(ReadOnlySpan<byte> encoded, CancellationToken cancellationToken = default)
    {
        using var reader = new LumaReader();
        return Read(encoded, reader, cancellationToken) is { } failure
            ? PhotoDecodeResult.Failed(failure)
            : PhotoDecodeResult.Decoded(reader.TakeImage());
    }

    /// <summary>Checks and decodes a file, and hands its pixels to the reader.</summary>
    /// <returns>Why there are no pixels; null when the reader got them all.</returns>
    internal PhotoUnusable? Read(ReadOnlySpan<byte> encoded, IRgbaReader reader, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Admission.Refuse(encoded, _gate) is { } refusal)
        {
            return refusal;
        }

        using var slot = _gate.Enter(cancellationToken);
        if (!reader.FollowsAnimations || !ImageFormat.IsPng(encoded) || !AnimatedPng.IsAnimated(encoded))
        {
            return ReadAllowed(encoded, reader, cancellationToken);
        }

        // Skia shows the default image of an animated PNG; browsers show its frames.
        var isRead = false;
        for (var frame = 0; frame < VisibleFrames.Maximum && AnimatedPng.TryGetFrame(encoded, frame) is { } still; frame++)
        {
            isRead = true;
            if (ReadAllowed(still, reader, cancellationToken) is { } failure)
            {
                return failure;
            }

            if (!reader.ShowsNothing)
            {
                return null;
            }
        }

        return isRead ? null : ReadAllowed(encoded, reader, cancellationToken);
    }

    private unsafe PhotoUnusable? ReadAllowed(ReadOnlySpan<byte> encoded, IRgbaReader reader, CancellationToken cancellationToken)
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

            if (Admission.Refuse(encoded, codec, reader.BytesPerPixel, _gate) is { } refusal)
            {
                return refusal;
            }

            var frames = new VisibleFrames(codec);
            var frame = 0;
            do
            {
                reader.Begin(codec.Info.Width, codec.Info.Height, ImageFormat.IsPng(encoded) ? PngOrientation.Read(encoded) : codec.EncodedOrigin);
                status = PixelRows.Read(encoded, codec, frame, reader.Put, cancellationToken);
                if (status != SKCodecResult.Success)
                {
                    return Fail(status, stream);
                }

                reader.Complete();
                frame++;
            }
            while (reader.FollowsAnimations && frames.MayShow(frame) && reader.ShowsNothing);

            return null;
        }
    }

    // Padding is no valid header, so a JPEG cut there is called invalid by its codec; but it is the end that it lacks.
    private static PhotoUnusable Fail(SKCodecResult status, EncodedStream stream) => status == SKCodecResult.IncompleteInput || stream.IsPadded
        ? new(PhotoUnusableReason.Truncated, "The file ends before the picture does; fetch it again.")
        : new(PhotoUnusableReason.Corrupt, $"The file is damaged ({status}); fetch it again or re-save it.");
}
