using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace FakeProfileDetector.WebSearch.Http;

/// <summary>Registers the HTTP client of a provider.</summary>
internal static class ProviderHttp
{
    // Who is asked to wait longer than this is told so, instead of being kept waiting.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    /// <summary>Adds the client under a name: retries around a circuit breaker around a time-out around what the handler does.</summary>
    internal static void Add(IServiceCollection services, string name, string? network, Func<IServiceProvider, ProviderHandler> handler)
    {
        var client = services.AddHttpClient(name, static http => http.Timeout = Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler
            {
                // A key goes where it was meant to go, and nothing of the application's traces goes with it.
                AllowAutoRedirect = false,
                UseCookies = false,
                ActivityHeadersPropagator = null,
                AutomaticDecompression = DecompressionMethods.All,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            });
        client.AddResilienceHandler("provider", (pipeline, context) => Configure(
            pipeline, context.ServiceProvider.GetOptions<WebSearchOptions>(network), context.ServiceProvider.GetRequiredService<TimeProvider>()));
        client.AddHttpMessageHandler(handler);
    }

    private static void Configure(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, WebSearchOptions options, TimeProvider time)
    {
        pipeline.TimeProvider = time;
        pipeline.AddTimeout(options.TotalTimeout);
        if (options.MaximumRetries > 0)
        {
            pipeline.AddRetry(new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = options.MaximumRetries,
                Delay = options.RetryDelay,
                MaxDelay = LongestWait,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = arguments => new(HttpClientResiliencePredicates.IsTransient(arguments.Outcome) && !IsTooLong(arguments.Outcome.Result, time)),
            });
        }

        pipeline
            .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
            {
                FailureRatio = 0.5,
                MinimumThroughput = 10,
                SamplingDuration = TimeSpan.FromMinutes(1),
                BreakDuration = TimeSpan.FromSeconds(30),
            })
            .AddTimeout(options.AttemptTimeout);
    }

    private static bool IsTooLong(HttpResponseMessage? response, TimeProvider time) => response?.Headers.RetryAfter switch
    {
        { Delta: { } wait } => wait > LongestWait,
        { Date: { } until } => until - time.GetUtcNow() > LongestWait,
        _ => false,
    };
}
