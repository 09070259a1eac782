using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Reviews;
using FakeProfileDetector.Validation;
using FakeProfileDetector.Web;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace FakeProfileDetector.Checking;

/// <summary>The standard checker: fingerprints the photo, asks every signal, and adds up their evidence.</summary>
/// <threadsafety>Safe to call from many threads at once.</threadsafety>
public sealed class ProfileAuthenticityChecker : IProfileAuthenticityChecker
{
    private readonly IProfileRegistry _registry;
    private readonly IPhotoFingerprinter _fingerprinter;
    private readonly SignalLease _signals;
    private readonly ImmutableHashSet<BuiltInEvidence> _counted;
    private readonly ContextBuilder _contexts;
    private readonly SignalRunner _runner;
    private readonly EvidenceScorer _scorer;
    private readonly FakeProfileDetectorOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    /// <summary>Creates a checker; with dependency injection use <c>AddFakeProfileDetector</c> instead.</summary>
    /// <param name="registry">The enrolled profiles.</param>
    /// <param name="fingerprinter">Fingerprints photos that are given as bytes.</param>
    /// <param name="signals">The signals, in the order in which reports list them; names must be unique.</param>
    /// <param name="options">How evidence becomes a verdict; null takes the defaults.</param>
    /// <param name="time">The clock; null takes the system's.</param>
    /// <param name="logger">Where to log; null logs nowhere. Nothing personal is logged.</param>
    /// <param name="decisions">What reviewers decided, which checks respect; null for nothing.</param>
    /// <param name="relations">How profiles relate, as far as the application knows; null for nothing.</param>
    /// <param name="webSearch">Searches the web for photos; null for nothing. The signal <c>web-reuse</c> reports what it finds.</param>
    /// <exception cref="ArgumentNullException">Registry, fingerprinter or signals are null.</exception>
    /// <exception cref="ArgumentException">
    /// Two signals share a name, one has that of reviewers' decisions, <c>review</c>, or the options name one that is not there.
    /// </exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">An option is out of range.</exception>
    public ProfileAuthenticityChecker(
        IProfileRegistry registry,
        IPhotoFingerprinter fingerprinter,
        IEnumerable<IProfileSignal> signals,
        FakeProfileDetectorOptions? options = null,
        TimeProvider? time = null,
        ILogger<ProfileAuthenticityChecker>? logger = null,
        IReviewDecisionStore? decisions = null,
        IProfileRelations? relations = null,
        IWebPhotoSearch? webSearch = null)
    {
        ArgumentNullException.ThrowIfNull(registry);
        ArgumentNullException.ThrowIfNull(fingerprinter);
        ArgumentNullException.ThrowIfNull(signals);
        _registry = registry;
        _fingerprinter = fingerprinter;
        _options = OptionsGuard.Checked(options, new FakeProfileDetectorOptionsValidator()).Copy();
        _time = time ?? TimeProvider.System;
        _logger = logger ?? NullLogger<ProfileAuthenticityChecker>.Instance;
        _signals = new(SignalNames.Checked([.. signals], _options), scope: null);
        _counted = SignalRunner.Counted(_signals.Signals);
        var web = new WebLookup(webSearch, _options.WebSearchPolicy, _options.WebSearchTimeout, _time, _logger);
        _contexts = new(registry, decisions, relations, web, _options.LookupTimeout, _time, _logger);
        _runner = new(_options, _time, _logger);
        _scorer = new(_options);
    }

    /// <summary>Makes the signals of each check; null where those of the constructor serve all.</summary>
    internal ISignalSource? SignalSource { get; init; }

    ValueTask<AuthenticityReport> IProfileAuthenticityChecker.CheckAsync(Profile profile, CancellationToken cancellationToken) =>
        CheckAsync(profile, cancellationToken);

    private async ValueTask<AuthenticityReport> CheckAsync(Profile profile, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(profile);
        cancellationToken.ThrowIfCancellationRequested();
        using var activity = Telemetry.StartCheck();
        var started = Stopwatch.GetTimestamp();

        var photo = profile.Photo?.GetFingerprint(_fingerprinter, cancellationToken);
        var (context, review) = await _contexts.BuildAsync(
            profile, photo, _options.Weights.History, _options.EffectivePrior, _counted, cancellationToken).ConfigureAwait(false);
        var signals = await RunAsync(context, cancellationToken).ConfigureAwait(false);
        var report = _scorer.Score(profile.Id, signals, review, context.Now);

        activity?.SetTag("verdict", report.Verdict.ToString());
        activity?.SetTag("mode", report.Mode.ToString());
        Telemetry.RecordCheck(report.Verdict, report.Mode, Stopwatch.GetElapsedTime(started));
        CheckerLog.Checked(_logger, report.Verdict);
        return report;
    }

    async ValueTask<AuthenticityReport> IProfileAuthenticityChecker.CheckAndEnrollAsync(Profile profile, CancellationToken cancellationToken)
    {
        await _registry.EnrollAsync(profile, cancellationToken).ConfigureAwait(false);
        return await CheckAsync(profile, cancellationToken).ConfigureAwait(false);
    }

    IAsyncEnumerable<AuthenticityReport> IProfileAuthenticityChecker.CheckAllAsync(
        IAsyncEnumerable<Profile> profiles, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        return CheckAll(profiles, cancellationToken);
    }

    private async ValueTask<ImmutableArray<EvaluatedSignal>> RunAsync(ProfileContext context, CancellationToken cancellationToken)
    {
        var lease = SignalSource?.Rent() ?? _signals;
        try
        {
            return await _runner.RunAsync(lease, context, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            try
            {
                await lease.EndAsync().ConfigureAwait(false);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                CheckerLog.SignalsNotDisposed(_logger, e.GetType().Name);
            }
        }
    }

    /// <summary>
    /// A window of running checks in the order of the profiles: wide enough to keep every core busy past one slow check,
    /// narrow enough to hold few photos in memory. A finished report never waits for the next profile.
    /// </summary>
    private async IAsyncEnumerable<AuthenticityReport> CheckAll(
        IAsyncEnumerable<Profile> profiles, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = Channel.CreateBounded<Task<AuthenticityReport>>(
            new BoundedChannelOptions(2 * Environment.ProcessorCount) { SingleReader = true, SingleWriter = true });
        var starting = StartAsync(profiles, running.Writer, stopping.Token);
        try
        {
            await foreach (var check in running.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return await check.ConfigureAwait(false);
            }
        }
        finally
        {
            // Whoever stops listening stops the checks under way; their outcome interests nobody any more.
            await stopping.CancelAsync().ConfigureAwait(false);
            await starting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            while (running.Reader.TryRead(out var left))
            {
                await ((Task)left).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task StartAsync(
        IAsyncEnumerable<Profile> profiles, ChannelWriter<Task<AuthenticityReport>> running, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var profile in profiles.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                var check = Task.Run(() => CheckAsync(profile, cancellationToken).AsTask(), cancellationToken);
                await running.WriteAsync(check, cancellationToken).ConfigureAwait(false);
            }

            running.Complete();
        }
        catch (Exception e)
        {
            // Thrown again to whoever reads the reports.
            running.Complete(e);
        }
    }
}
