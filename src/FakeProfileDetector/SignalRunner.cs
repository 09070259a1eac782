using System.Collections.Immutable;
using FakeProfileDetector.Scoring;
using Microsoft.Extensions.Logging;

namespace FakeProfileDetector;

/// <summary>Asks every signal about a profile; one that throws or hangs costs its own result and nothing else.</summary>
internal sealed class SignalRunner(ImmutableArray<IProfileSignal> signals, TimeSpan timeout, TimeProvider time, ILogger logger)
{
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
            results.Add(new(signals[i].Name, signals[i] is IBuiltInSignal { MayDecide: true }, result));
        }

        return results.DrainToImmutable();
    }

    private async Task<SignalResult> EvaluateAsync(
        IProfileSignal signal, ProfileContext context, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(timeout, time);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            // A stranger's signal may block its thread for ever: it gets one of its own, and the check goes on without it.
            var evaluation = signal is IBuiltInSignal
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
            return Failed("signal-timed-out", $"The signal took longer than {timeout.TotalSeconds:0.###} s.");
        }
        catch (Exception e)
        {
            // The message may quote personal data; the type does not.
            CheckerLog.SignalFailed(logger, signal.Name, e.GetType().Name);
            return Failed("signal-failed", $"The signal failed with {e.GetType().Name}.");
        }
    }

    private static SignalResult Failed(string code, string text)
    {
        Telemetry.RecordFailure();
        return SignalResult.Failure(new(code, text));
    }
}
