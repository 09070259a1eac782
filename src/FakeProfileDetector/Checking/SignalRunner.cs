using System.Collections.Immutable;
using Microsoft.Extensions.Logging;

namespace FakeProfileDetector.Checking;

/// <summary>Asks every signal about a profile; one that throws or hangs costs its own result and nothing else.</summary>
internal sealed class SignalRunner(ImmutableArray<IProfileSignal> signals, TimeSpan timeout, TimeProvider time, ILogger logger)
{
    /// <summary>What the signals of the library look at.</summary>
    internal ImmutableHashSet<BuiltInEvidence> Counted { get; } = [.. signals.OfType<IBuiltInSignal>().Select(signal => signal.Evidence)];

    internal async ValueTask<ImmutableArray<EvaluatedSignal>> RunAsync(ProfileContext context, CancellationToken cancellationToken)
    {
        // All start before any is awaited, so that slow signals overlap.
        var running = new Task<SignalResult>[signals.Length];
        for (var i = 0; i < signals.Length; i++)
        {
            running[i] = EvaluateAsync(signals[i], context, cancellationToken);
        }

        var results = ImmutableArray.CreateBuilder<EvaluatedSignal>(signals.Length);
        for (var i = 0; i < signals.Length; i++)
        {
            var result = await running[i].ConfigureAwait(false);
            results.Add(new(signals[i].Name, IsPhoto(signals[i]), result));
        }

        cancellationToken.ThrowIfCancellationRequested();
        return results.DrainToImmutable();
    }

    private async Task<SignalResult> EvaluateAsync(
        IProfileSignal signal, ProfileContext context, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(timeout, time);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            // A signal, or the store behind it, may block its thread for ever: it gets another one, and the check goes on
            // without it. Only plain arithmetic is done at once.
            var evaluation = signal is IBuiltInSignal { Evidence: BuiltInEvidence.History }
                ? signal.EvaluateAsync(context, stopping.Token).AsTask()
                : Task.Run(() => signal.EvaluateAsync(context, stopping.Token).AsTask(), CancellationToken.None);
            return await evaluation.WaitAsync(stopping.Token).ConfigureAwait(false)
                ?? throw new InvalidOperationException("The signal returned no result.");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception) when (limit.IsCancellationRequested)
        {
            CheckerLog.SignalTimedOut(logger, signal.Name);
            return Failed(signal, "signal-timed-out", $"The signal took longer than {timeout.TotalSeconds:0.###} s.");
        }
        catch (Exception e)
        {
            // The message may quote personal data; the type does not.
            CheckerLog.SignalFailed(logger, signal.Name, e.GetType().Name);
            return Failed(signal, "signal-failed", $"The signal failed with {e.GetType().Name}.");
        }
    }

    private static bool IsPhoto(IProfileSignal signal) => signal is IBuiltInSignal { Evidence: BuiltInEvidence.Photo };

    private static SignalResult Failed(IProfileSignal signal, string code, string text)
    {
        Telemetry.RecordFailure();
        return SignalResult.Failure(new(code, text)) with { IsInconclusive = IsPhoto(signal) };
    }
}
