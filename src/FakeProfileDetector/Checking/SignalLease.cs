using System.Collections.Immutable;

namespace FakeProfileDetector.Checking;

/// <summary>Hands out the signals of a check, where some are made for each.</summary>
internal interface ISignalSource
{
    /// <summary>The signals of one check, with the services that they were made from.</summary>
    SignalLease Rent();
}

/// <summary>The signals of one check; its end disposes those that were made for it.</summary>
/// <param name="signals">The signals, in the order of the report.</param>
/// <param name="scope">What they were made from; null where all live as long as the checker, so that there is nothing to end.</param>
internal sealed class SignalLease(ImmutableArray<IProfileSignal> signals, IAsyncDisposable? scope)
{
    private List<Task>? _evaluations;

    internal ImmutableArray<IProfileSignal> Signals => signals;

    /// <summary>Notes an evaluation, which may go on after the check gave it up; called by the check's own thread only.</summary>
    internal void Track(Task evaluation)
    {
        if (scope is not null)
        {
            (_evaluations ??= []).Add(evaluation);
        }
    }

    /// <summary>Ends the check and disposes what was made for it: at once, or when the last evaluation that was given up has ended.</summary>
    internal ValueTask EndAsync()
    {
        if (scope is null)
        {
            return ValueTask.CompletedTask;
        }

        if (_evaluations is null || _evaluations.TrueForAll(static evaluation => evaluation.IsCompleted))
        {
            return scope.DisposeAsync();
        }

        _ = DisposeLateAsync(scope, Task.WhenAll(_evaluations));
        return ValueTask.CompletedTask;
    }

    private static async Task DisposeLateAsync(IAsyncDisposable scope, Task evaluations)
    {
        await evaluations.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await scope.DisposeAsync().ConfigureAwait(false);
    }
}
