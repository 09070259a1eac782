using FakeProfileDetector.Reasons;

namespace FakeProfileDetector.Cli.Tests;

/// <summary>A signal that does some work and then says so many bits.</summary>
internal sealed class StubSignal(string name, Action work, double bits = 0) : IProfileSignal
{
    public string Name => name;

    public async ValueTask<SignalResult> EvaluateAsync(ProfileContext context, CancellationToken cancellationToken)
    {
        work();
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        var reason = new Reason("stub", "Said by the test.");
        return bits == 0 ? SignalResult.Neutral(reason) : SignalResult.Evidence(bits, reason);
    }
}
