namespace FakeProfileDetector.Cli;

/// <summary>What an outcome means to the shell.</summary>
internal static class ExitCode
{
    internal const int Ok = 0;

    /// <summary>An error, wrong usage, or under <c>--fail-on</c> a check that did not finish.</summary>
    internal const int Error = 1;

    /// <summary>Only under <c>--fail-on</c>: a profile reaches the verdict.</summary>
    internal const int FindingsReached = 3;

    /// <summary>By convention 128 and the number of the signal, here of SIGINT.</summary>
    internal const int Interrupted = 130;

    /// <summary>Ended by SIGTERM.</summary>
    internal const int Terminated = 143;
}
