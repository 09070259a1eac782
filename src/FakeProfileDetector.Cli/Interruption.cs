using System.Runtime.InteropServices;
using FakeProfileDetector.Cli.Files;

namespace FakeProfileDetector.Cli;

/// <summary>Ctrl-C and its like: the first lets the command put away what it has begun, a second ends the process at once.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;
    private readonly Terminal _terminal;
    private int _exitCode;

    internal Interruption(Terminal terminal)
    {
        _terminal = terminal;
        _registrations = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle)];
    }

    internal CancellationToken Token => _source.Token;

    /// <summary>What the first signal means to the shell.</summary>
    internal int Code => _exitCode == 0 ? ExitCode.Interrupted : _exitCode;

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }

        _source.Dispose();
    }

    private void Handle(PosixSignalContext context)
    {
        context.Cancel = true;
        var code = context.Signal == PosixSignal.SIGTERM ? ExitCode.Terminated : ExitCode.Interrupted;
        if (Interlocked.CompareExchange(ref _exitCode, code, 0) == 0)
        {
            _source.Cancel();
            _terminal.Warn("Stopping.");
            return;
        }

        OutputFile.RemoveTemporaries();
        Environment.Exit(code);
    }
}
