namespace FakeProfileDetector.Web;

/// <summary>A file of search results that cannot be used; the message names the line, the field and the remedy, and nothing that the line holds.</summary>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed class WebPhotoResultsException : FormatException
{
    internal WebPhotoResultsException(int line, string problem, Exception? inner = null)
        : base(FormattableString.Invariant($"Line {line}: {problem}"), inner) => Line = line;

    /// <summary>The line, from 1.</summary>
    public int Line { get; }
}
