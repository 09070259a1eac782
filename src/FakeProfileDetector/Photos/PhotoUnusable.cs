using FakeProfileDetector.Reasons;

namespace FakeProfileDetector.Photos;

/// <summary>Why a photo cannot be compared with others.</summary>
public enum PhotoUnusableReason
{
    /// <summary>No bytes at all.</summary>
    Empty,

    /// <summary>The file named by the caller does not exist or cannot be read.</summary>
    NotFound,

    /// <summary>The first bytes are of no image format on the allow-list.</summary>
    UnsupportedFormat,

    /// <summary>The file has more bytes than the limit.</summary>
    TooManyBytes,

    /// <summary>The header states more pixels than the limit.</summary>
    TooManyPixels,

    /// <summary>The data ends before the picture does.</summary>
    Truncated,

    /// <summary>The header or the data is invalid.</summary>
    Corrupt,

    /// <summary>The decoder failed in a way that it does not explain.</summary>
    DecoderFailed,
}

/// <summary>The typed failure of reading a photo: a reason and a sentence that names the remedy.</summary>
/// <param name="Reason">What went wrong.</param>
/// <param name="Message">A sentence for people, without personal data.</param>
public sealed record PhotoUnusable(PhotoUnusableReason Reason, string Message);
