using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using FakeProfileDetector.Web;
using FakeProfileDetector.WebSearch.GoogleVision;
using FakeProfileDetector.WebSearch.TinEye;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FakeProfileDetector.WebSearch.Tests;

/// <summary>Keys, photos and profiles stay out of everything that applications collect.</summary>
public sealed class SecretsTests
{
    [Theory]
    [InlineData(200)]
    [InlineData(302)]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Search_AnyOutcome_LeavesNoSecretInLogsErrorsTracesAndMetrics(int status)
    {
        var told = new ConcurrentQueue<string>();
        using var activities = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => told.Enqueue(
                $"{activity.OperationName} {activity.DisplayName} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Events.SelectMany(e => e.Tags))}"),
        };
        ActivitySource.AddActivityListener(activities);
        using var metrics = new MeterListener { InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument) };
        metrics.SetMeasurementEventCallback<double>((instrument, _, tags, _) => told.Enqueue($"{instrument.Name} {string.Join(' ', tags.ToArray())}"));
        metrics.SetMeasurementEventCallback<long>((instrument, _, tags, _) => told.Enqueue($"{instrument.Name} {string.Join(' ', tags.ToArray())}"));
        metrics.SetMeasurementEventCallback<int>((instrument, _, tags, _) => told.Enqueue($"{instrument.Name} {string.Join(' ', tags.ToArray())}"));
        metrics.Start();
        string? base64 = null;
        await using var server = new LoopbackServer(request =>
        {
            base64 = request.Text[(request.Text.IndexOf("\"content\":\"", StringComparison.Ordinal) + 11)..][..64];

            // An unkind provider repeats what it was sent.
            return status == 200 ? Reply.Json("{\"echo\":\"" + base64) : Reply.Status(status, request.Text + request.Head, "X-Echo: " + SearchHost.Key + "\r\nLocation: /?key=" + SearchHost.Key + "\r\n");
        });
        await using var host = SearchHost.Google(server, add: services => services.AddLogging(logging => logging
            .SetMinimumLevel(LogLevel.Trace).AddProvider(new QueueLoggers(told))));
        using var activity = new ActivitySource("tests").StartActivity("check");

        var failure = await host.FailAsync();

        told.Enqueue(failure.ToString());
        told.Enqueue(string.Join(' ', failure.Data.Values.Cast<object>()));
        Assert.NotEmpty(told);
        Assert.NotNull(base64);
        foreach (var secret in new[] { SearchHost.Key, base64, SearchHost.ProfileId })
        {
            Assert.DoesNotContain(told, text => text.Contains(secret, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task ToString_OfOptionsQueriesAndResults_TellsNothing()
    {
        await using var server = new LoopbackServer(_ => Reply.Json(GoogleVisionSearchTests.Answer));
        await using var host = SearchHost.Google(server);
        object[] objects =
        [
            new GoogleVisionOptions { ApiKey = SearchHost.Key }, new TinEyeOptions { ApiKey = SearchHost.Key }, new WebSearchOptions(),
            host.Query(), await host.AskAsync(), host.Search, new WebPhotoRecord { ProfileId = SearchHost.ProfileId, Result = await host.AskAsync() },
        ];

        Assert.All(objects, value =>
        {
            Assert.DoesNotContain(SearchHost.Key, value.ToString()!, StringComparison.Ordinal);
            Assert.DoesNotContain(SearchHost.ProfileId, value.ToString()!, StringComparison.Ordinal);
        });
    }

    private sealed class QueueLoggers(ConcurrentQueue<string> told) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            told.Enqueue(state.ToString() ?? string.Empty);
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            told.Enqueue($"{formatter(state, exception)} {exception} {(state is IEnumerable<KeyValuePair<string, object?>> fields ? string.Join(' ', fields) : string.Empty)}");

        public void Dispose()
        {
        }
    }
}
