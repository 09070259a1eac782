using System.Collections.Immutable;

namespace FakeProfileDetector.Photos;

/// <summary>Why a photo cannot be compared with others.</summary>
public enum PhotoUnusableReason
{
    /// <summary>The decoder or the face locator failed in a way that it does not explain; the sentence says which.</summary>
    DecoderFailed = 0,

    /// <summary>No bytes at all.</summary>
    Empty = 1,

    /// <summary>The file named by the caller does not exist or cannot be read.</summary>
    NotFound = 2,

    /// <summary>The first bytes are of no image format on the allow-list, or what follows is of a kind that the decoder does not take.</summary>
    UnsupportedFormat = 3,

    /// <summary>The file has more bytes than <see cref="PhotoLimits.MaximumBytes"/>.</summary>
    TooManyBytes = 4,

    /// <summary>
    /// The header states more pixels than <see cref="PhotoLimits.MaximumPixels"/>, or decoding them would take more memory than
    /// <see cref="PhotoLimits.MaximumWorkingBytes"/>.
    /// </summary>
    TooManyPixels = 5,

    /// <summary>The data ends before the picture does.</summary>
    Truncated = 6,

    /// <summary>The header or the data is invalid.</summary>
    Corrupt = 7,
}

/// <summary>The typed failure of reading a photo: a reason and a sentence that names the remedy.</summary>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed class PhotoUnusable
{
    /// <summary>Creates a failure.</summary>
    /// <param name="reason">What went wrong.</param>
    /// <param name="message">A sentence for people, without personal data, that names the remedy.</param>
    /// <exception cref="ArgumentException"><paramref name="message"/> is null, empty or white space.</exception>
    public PhotoUnusable(PhotoUnusableReason reason, string message)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(message);
        Reason = reason;
        Message = message;
    }

    /// <summary>What went wrong.</summary>
    public PhotoUnusableReason Reason { get; }

    /// <summary>A sentence for people, without personal data.</summary>
    public string Message { get; }

    /// <summary>The numbers of the sentence by name, in ordinal order; none by default.</summary>
    internal ImmutableSortedDictionary<string, string> Facts { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal, StringComparer.Ordinal);

    /// <summary>The reason and the sentence.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Reason}: {Message}";
}
