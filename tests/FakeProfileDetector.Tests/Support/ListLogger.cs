using FakeProfileDetector.Checking;
using Microsoft.Extensions.Logging;

namespace FakeProfileDetector.Tests.Support;

/// <summary>Keeps what the checker logs.</summary>
internal sealed class ListLogger : ILogger<ProfileAuthenticityChecker>
{
    internal List<string> Lines { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Add(formatter(state, exception) + exception);
}
