using Microsoft.Extensions.Logging;

namespace FakeProfileDetector.Checking;

/// <summary>Log messages of the checker: verdicts, signal names and exception types, nothing personal.</summary>
internal static partial class CheckerLog
{
    [LoggerMessage(1, LogLevel.Debug, "Checked a profile: {Verdict}")]
    internal static partial void Checked(ILogger logger, AuthenticityVerdict verdict);

    [LoggerMessage(2, LogLevel.Warning, "Signal {Signal} failed with {ExceptionType}; it counts nothing")]
    internal static partial void SignalFailed(ILogger logger, string signal, string exceptionType);

    [LoggerMessage(3, LogLevel.Warning, "Signal {Signal} took too long; it counts nothing")]
    internal static partial void SignalTimedOut(ILogger logger, string signal);

    [LoggerMessage(4, LogLevel.Warning, "Reviewers' decisions could not be read ({ExceptionType}); the check goes on without them")]
    internal static partial void DecisionsUnavailable(ILogger logger, string exceptionType);

    [LoggerMessage(5, LogLevel.Warning, "The search for other uses of a photo failed ({ExceptionType}); the check goes on without it")]
    internal static partial void PhotoSearchFailed(ILogger logger, string exceptionType);

    [LoggerMessage(6, LogLevel.Warning, "What was made for a check could not be disposed ({ExceptionType}); the check is not affected")]
    internal static partial void SignalsNotDisposed(ILogger logger, string exceptionType);

    [LoggerMessage(7, LogLevel.Warning, "How profiles relate could not be looked up ({ExceptionType}); nobody is reported for a shared photo without it")]
    internal static partial void RelationsUnavailable(ILogger logger, string exceptionType);

    [LoggerMessage(8, LogLevel.Warning, "The search of the web for a photo failed ({ExceptionType}); the check goes on without it")]
    internal static partial void WebSearchFailed(ILogger logger, string exceptionType);
}
