using System.Collections.Immutable;
using FakeProfileDetector.Reviews;
using Microsoft.Extensions.Logging;

namespace FakeProfileDetector.Checking;

/// <summary>Asks what reviewers decided, once a check; a store that fails or hangs costs that knowledge and not the check.</summary>
internal sealed class ReviewReader(IReviewDecisionStore? store, FakeProfileDetectorOptions options, TimeProvider time, ILogger logger)
{
    private readonly ReviewedVerdict _verdict = new(options);

    /// <summary>Where decisions are kept; null for nowhere.</summary>
    internal IReviewDecisionStore? Store => store;

    /// <summary>The report as the decisions make it.</summary>
    internal async ValueTask<AuthenticityReport> ApplyAsync(
        AuthenticityReport report, ImmutableArray<EvaluatedSignal> signals, ProfileContext context, CancellationToken cancellationToken)
    {
        if (context.Decisions is null)
        {
            return report;
        }

        using var limit = new CancellationTokenSource(options.SignalTimeout, time);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            // Any store but memory may block its thread for ever: it gets another one, unless a signal has asked already.
            var reading = store is InMemoryReviewDecisionStore || context.IsReviewStarted
                ? context.GetReviewAsync()
                : Task.Run(context.GetReviewAsync, CancellationToken.None);
            var findings = await reading.WaitAsync(stopping.Token).ConfigureAwait(false);
            return _verdict.Apply(
                report,
                findings,
                photoIsAdverse: signals.Any(signal => signal is { MayDecide: true, Result.Outcome: SignalOutcome.Adverse }),
                isInconclusive: signals.Any(signal => signal.Result.IsInconclusive));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e)
        {
            var (type, text) = limit.IsCancellationRequested
                ? ("a timeout", $"took longer than {options.SignalTimeout.TotalSeconds:0.###} s")
                : (e.GetType().Name, $"failed with {e.GetType().Name}");
            CheckerLog.DecisionsUnavailable(logger, type);
            Telemetry.RecordFailure();
            return _verdict.Fail(report, new("decisions-unavailable", $"Reviewers' decisions could not be read: the store {text}."));
        }
    }
}
