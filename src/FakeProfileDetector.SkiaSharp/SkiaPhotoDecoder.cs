using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;
using FakeProfileDetector.Photos;
using Microsoft.Extensions.Options;
using SkiaSharp;

namespace FakeProfileDetector.SkiaSharp;

/// <summary>Decodes JPEG, PNG, WebP, GIF (first frame) and BMP with SkiaSharp.</summary>
/// <remarks>
/// Formats are recognised by their first bytes. Files over the byte limit, and pictures whose header states more pixels
/// than the limit, are refused before pixels are allocated. A file that ends too early is refused as truncated: a photo
/// that is half grey would match other half photos.
/// </remarks>
/// <threadsafety>Safe to call from many threads at once.</threadsafety>
[SuppressMessage(
    "Design", "CA1001:Types that own disposable fields should be disposable", Justification = "Without a wait handle the semaphore holds nothing to free.")]
public sealed class SkiaPhotoDecoder : IPhotoDecoder
{
    private const int BytesPerPixel = 4;

    private readonly SkiaPhotoDecoderOptions _options;
    private readonly SemaphoreSlim _slots;

    /// <summary>Creates a decoder.</summary>
    /// <param name="options">Limits; null takes the defaults.</param>
    /// <exception cref="OptionsValidationException">A limit is out of range.</exception>
    public SkiaPhotoDecoder(SkiaPhotoDecoderOptions? options = null)
    {
        _options = options ?? new();
        var validation = new SkiaPhotoDecoderOptionsValidator().Validate(name: null, _options);
        if (validation.Failed)
        {
            throw new OptionsValidationException(nameof(SkiaPhotoDecoderOptions), typeof(SkiaPhotoDecoderOptions), validation.Failures);
        }

        _slots = new(_options.MaximumConcurrency);
    }

    /// <inheritdoc/>
    public PhotoDecodeResult Decode(ReadOnlySpan<byte> encoded, CancellationToken cancellationToken = default)
    {
        var reader = new LumaReader();
        return Read(encoded, ref reader, cancellationToken) is { } failure
            ? PhotoDecodeResult.Failed(failure)
            : PhotoDecodeResult.Decoded(reader.Image!);
    }

    /// <summary>Checks and decodes a file, and hands its pixels to the reader.</summary>
    /// <returns>Why there are no pixels; null when the reader got them.</returns>
    internal PhotoUnusable? Read<TReader>(ReadOnlySpan<byte> encoded, ref TReader reader, CancellationToken cancellationToken)
        where TReader : struct, IRgbaReader
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (encoded.IsEmpty)
        {
            return Fail(PhotoUnusableReason.Empty, "The file is empty; supply the content of an image file.");
        }

        if (encoded.Length > _options.MaximumBytes)
        {
            return Fail(
                PhotoUnusableReason.TooManyBytes,
                Invariant($"The file has {encoded.Length} bytes and the limit is {_options.MaximumBytes}; supply a smaller rendition."));
        }

        if (!ImageFormat.IsAllowed(encoded))
        {
            return Fail(PhotoUnusableReason.UnsupportedFormat, "The file is not a JPEG, PNG, WebP, GIF or BMP picture; convert it to one of these.");
        }

        _slots.Wait(cancellationToken);
        try
        {
            return ReadAllowed(encoded, ref reader, cancellationToken);
        }
        finally
        {
            _slots.Release();
        }
    }

    private unsafe PhotoUnusable? ReadAllowed<TReader>(ReadOnlySpan<byte> encoded, ref TReader reader, CancellationToken cancellationToken)
        where TReader : struct, IRgbaReader
    {
        // Skia reads the caller's bytes in place: the codec and the data are gone before the span is unpinned.
        fixed (byte* bytes = encoded)
        {
            using var data = SKData.Create((nint)bytes, encoded.Length);
            using var stream = new SKMemoryStream(data);
            using var codec = SKCodec.Create(stream, out var status);
            if (codec is null)
            {
                return Fail(status);
            }

            var (width, height) = (codec.Info.Width, codec.Info.Height);
            if (width < 1 || height < 1)
            {
                return Fail(PhotoUnusableReason.Corrupt, "The header states a picture without pixels; re-save the file.");
            }

            if ((long)width * height > _options.MaximumPixels)
            {
                return Fail(
                    PhotoUnusableReason.TooManyPixels,
                    Invariant($"The header states {width} × {height} pixels and the limit is {_options.MaximumPixels}; supply a smaller rendition."));
            }

            return ReadPixels(codec, width, height, ref reader, cancellationToken);
        }
    }

    private static unsafe PhotoUnusable? ReadPixels<TReader>(
        SKCodec codec, int width, int height, ref TReader reader, CancellationToken cancellationToken)
        where TReader : struct, IRgbaReader
    {
        // Native memory, freed at once: a pool would round a hostile 160 MB up and keep it. Zeroed, because what a broken
        // file leaves unwritten must not be what was there before.
        var info = new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        var stride = (nuint)width * BytesPerPixel;
        var rgba = (byte*)NativeMemory.AllocZeroed((nuint)height, stride);
        try
        {
            var status = codec.GetPixels(info, (nint)rgba);
            cancellationToken.ThrowIfCancellationRequested();
            if (status != SKCodecResult.Success)
            {
                return Fail(status);
            }

            // The most pixels that the options allow take 1.6 GB, which a span can hold.
            reader.Read(new ReadOnlySpan<byte>(rgba, height * (int)stride), width, height, codec.EncodedOrigin);
            return null;
        }
        finally
        {
            NativeMemory.Free(rgba);
        }
    }

    private static PhotoUnusable Fail(SKCodecResult status) => status == SKCodecResult.IncompleteInput
        ? Fail(PhotoUnusableReason.Truncated, "The file ends before the picture does; fetch it again.")
        : Fail(PhotoUnusableReason.Corrupt, $"The file is damaged ({status}); fetch it again or re-save it.");

    private static PhotoUnusable Fail(PhotoUnusableReason reason, string message) => new(reason, message);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
