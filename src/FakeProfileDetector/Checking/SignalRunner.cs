using System.Collections.Concurrent;
using System.Collections.Immutable;
using FakeProfileDetector.Reasons;
using Microsoft.Extensions.Logging;

namespace FakeProfileDetector.Checking;

/// <summary>Asks every signal about a profile; one that throws or hangs costs its own result and nothing else.</summary>
internal sealed class SignalRunner(FakeProfileDetectorOptions options, TimeProvider time, ILogger logger)
{
    // The application's own signals may block: each has threads of its own, so that it keeps nobody else from running.
    private readonly ConcurrentDictionary<string, SignalThreads> _threads = new(StringComparer.Ordinal);

    /// <summary>What the signals of the library look at.</summary>
    internal static ImmutableHashSet<BuiltInEvidence> Counted(ImmutableArray<IProfileSignal> signals) =>
        [.. signals.OfType<IBuiltInSignal>().Select(signal => signal.Evidence)];

    internal async ValueTask<ImmutableArray<EvaluatedSignal>> RunAsync(
        SignalLease lease, ProfileContext context, CancellationToken cancellationToken)
    {
        var signals = lease.Signals;

        // All start before any is awaited, so that slow signals overlap.
        var running = new Task<SignalResult>[signals.Length];
        for (var i = 0; i < signals.Length; i++)
        {
            running[i] = signals[i] is IBuiltInSignal
                ? EvaluateAtOnceAsync(signals[i], context, cancellationToken)
                : EvaluateApartAsync(signals[i], lease, context, cancellationToken);
        }

        var results = ImmutableArray.CreateBuilder<EvaluatedSignal>(signals.Length);
        for (var i = 0; i < signals.Length; i++)
        {
            results.Add(new(signals[i].Name, MayDecide(signals[i]), await running[i].ConfigureAwait(false)));
        }

        cancellationToken.ThrowIfCancellationRequested();
        return results.DrainToImmutable();
    }

    private async Task<SignalResult> EvaluateAtOnceAsync(
        IProfileSignal signal, ProfileContext context, CancellationToken cancellationToken)
    {
        try
        {
            return await signal.EvaluateAsync(context, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed(signal, e);
        }
    }

    private async Task<SignalResult> EvaluateApartAsync(
        IProfileSignal signal, SignalLease lease, ProfileContext context, CancellationToken cancellationToken)
    {
        using var limit = new TimeLimit(options.SignalTimeout, time, cancellationToken);
        var token = limit.Token;
        try
        {
            var threads = _threads.GetOrAdd(signal.Name, static name => new(name));
            var evaluation = threads.RunAsync(() => signal.EvaluateAsync(context, token).AsTask(), token);
            lease.Track(evaluation);
            return await evaluation.WaitAsync(token).ConfigureAwait(false)
                ?? throw new InvalidOperationException("The signal returned no result.");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception) when (limit.IsOver)
        {
            CheckerLog.SignalTimedOut(logger, signal.Name);
            return Failed(signal, TimeLimit.ReasonOf(ReasonCodes.SignalTimedOut, "The signal", options.SignalTimeout));
        }
        catch (Exception e)
        {
            return Failed(signal, e);
        }
    }

    private bool MayDecide(IProfileSignal signal) =>
        signal is IBuiltInSignal { MayReachLikelyFake: true } || options.MayReachLikelyFake.Contains(signal.Name);

    private SignalResult Failed(IProfileSignal signal, Exception e)
    {
        // The message may quote personal data; the type does not.
        CheckerLog.SignalFailed(logger, signal.Name, e.GetType().Name);
        return Failed(signal, new Reason(ReasonCodes.SignalFailed, $"The signal failed with {e.GetType().Name}."));
    }

    private SignalResult Failed(IProfileSignal signal, Reason reason)
    {
        Telemetry.RecordFailure();
        return SignalResult.Failure(reason, isInconclusive: MayDecide(signal));
    }
}
