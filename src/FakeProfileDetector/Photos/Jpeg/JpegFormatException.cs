
namespace FakeProfileDetector.Photos.Jpeg;

/// <summary>Carries the reason why a file cannot be decoded out of the depths of the decoder; it never leaves this room.</summary>
internal sealed class JpegFormatException(PhotoUnusableReason reason, string message, bool mayBeDecodedByOthers = false) : Exception(message)
{
    internal PhotoUnusable Failure { get; init; } = new(reason, message);

    /// <summary>Whether a more lenient or more complete decoder may be asked.</summary>
    internal bool MayBeDecodedByOthers { get; } = mayBeDecodedByOthers;

    /// <summary>Which rare kind of JPEG it is; null where that is not the reason.</summary>
    internal string? Kind { get; private init; }

    /// <summary>Whether the file ends before the picture does.</summary>
    internal bool IsTruncated => Failure.Reason == PhotoUnusableReason.Truncated;

    internal static JpegFormatException Corrupt(string what) =>
        new(PhotoUnusableReason.Corrupt, $"The JPEG file is damaged ({what}); fetch it again or re-save it.", mayBeDecodedByOthers: true);

    /// <summary>No encoder writes so many scans; they are there to keep decoders busy, so that no other is asked.</summary>
    internal static JpegFormatException TooManyScans() =>
        new(PhotoUnusableReason.Corrupt, "The JPEG file has more scans than any encoder writes; re-save it.");

    internal static JpegFormatException Truncated() =>
        new(PhotoUnusableReason.Truncated, "The file ends before the picture does; fetch it again.");

    internal static JpegFormatException Unsupported(string kind) => new(
        PhotoUnusableReason.UnsupportedFormat,
        $"The file is a JPEG of a rare kind ({kind}); convert it to baseline JPEG, or add the package FakeProfileDetector.SkiaSharp and call UseSkiaSharp().",
        mayBeDecodedByOthers: true)
    {
        Kind = kind,
    };

    /// <summary>The failure where no decoder takes a rare kind.</summary>
    internal static PhotoUnusable Rare(string kind) => new(
        PhotoUnusableReason.UnsupportedFormat, $"The file is a JPEG of a rare kind ({kind}); convert it to baseline JPEG.");
}
