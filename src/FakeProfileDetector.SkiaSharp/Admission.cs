using System.Globalization;
using FakeProfileDetector.Evaluation;
using FakeProfileDetector.Photos;
using SkiaSharp;

namespace FakeProfileDetector.SkiaSharp;

/// <summary>Decides which files are decoded at all: the one place where formats and limits are checked.</summary>
internal static class Admission
{
    /// <summary>Why the file must not reach a codec, by its size and first bytes; null when it may.</summary>
    internal static PhotoUnusable? Refuse(ReadOnlySpan<byte> encoded, SkiaPhotoDecoderOptions options)
    {
        if (encoded.IsEmpty)
        {
            return new(PhotoUnusableReason.Empty, "The file is empty; supply the content of an image file.");
        }

        if (encoded.Length > options.MaximumBytes)
        {
            return new(
                PhotoUnusableReason.TooManyBytes,
                Invariant($"The file has {encoded.Length} bytes and the limit is {options.MaximumBytes}; supply a smaller rendition."));
        }

        return ImageFormat.IsAllowed(encoded)
            ? null
            : new(PhotoUnusableReason.UnsupportedFormat, "The file is not a JPEG, PNG, WebP, GIF or BMP picture; convert it to one of these.");
    }

    /// <summary>Why the picture must not be decoded, by what its header states; null when it may. Nothing is allocated before.</summary>
    internal static PhotoUnusable? Refuse(ReadOnlySpan<byte> encoded, SKCodec codec, SkiaPhotoDecoderOptions options)
    {
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if (width < 1 || height < 1)
        {
            return new(PhotoUnusableReason.Corrupt, "The header states a picture without pixels; re-save the file.");
        }

        if ((long)width * height > options.MaximumPixels)
        {
            return new(
                PhotoUnusableReason.TooManyPixels,
                Invariant($"The header states {width} × {height} pixels and the limit is {options.MaximumPixels}; supply a smaller rendition."));
        }

        var bytes = WorkingMemory.Estimate(encoded, codec);
        return bytes <= options.MaximumWorkingBytes
            ? null
            : new(
                PhotoUnusableReason.TooManyPixels,
                Invariant($"Decoding {width} × {height} pixels of this kind takes {bytes} bytes and the limit is {options.MaximumWorkingBytes}; supply a smaller rendition or a plain JPEG."));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
