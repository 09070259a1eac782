namespace FakeProfileDetector.Web;

/// <summary>The web was not searched for a photo. The message names no key, no photo and no profile.</summary>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed class WebPhotoSearchException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="failure">Why.</param>
    /// <param name="message">What went wrong and what helps, without keys or personal data.</param>
    /// <param name="innerException">The cause; null when there is none.</param>
    public WebPhotoSearchException(WebPhotoSearchFailure failure, string message, Exception? innerException = null)
        : base(message, innerException) => Failure = failure;

    /// <summary>Creates the exception with a message of its own.</summary>
    public WebPhotoSearchException()
        : this(WebPhotoSearchFailure.Other, "The web was not searched for the photo.")
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What went wrong and what helps, without keys or personal data.</param>
    public WebPhotoSearchException(string message)
        : this(WebPhotoSearchFailure.Other, message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What went wrong and what helps, without keys or personal data.</param>
    /// <param name="innerException">The cause.</param>
    public WebPhotoSearchException(string message, Exception innerException)
        : this(WebPhotoSearchFailure.Other, message, innerException)
    {
    }

    /// <summary>Why.</summary>
    public WebPhotoSearchFailure Failure { get; }
}
