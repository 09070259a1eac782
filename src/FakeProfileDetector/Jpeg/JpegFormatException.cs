using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Jpeg;

/// <summary>Carries the reason why a file cannot be decoded out of the depths of the decoder; it never leaves this room.</summary>
internal sealed class JpegFormatException(PhotoUnusableReason reason, string message) : Exception(message)
{
    internal PhotoUnusableReason Reason { get; } = reason;

    internal static JpegFormatException Corrupt(string what) =>
        new(PhotoUnusableReason.Corrupt, $"The JPEG file is damaged ({what}); fetch it again or re-save it.");

    internal static JpegFormatException Truncated() =>
        new(PhotoUnusableReason.Truncated, "The file ends before the picture does; fetch it again.");

    internal static JpegFormatException Unsupported(string what) => new(
        PhotoUnusableReason.UnsupportedFormat,
        $"The file is a JPEG of a rare kind ({what}); convert it to baseline JPEG, or add the package FakeProfileDetector.SkiaSharp and call UseSkiaSharp().");
}
