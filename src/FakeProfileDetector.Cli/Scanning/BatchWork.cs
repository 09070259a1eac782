namespace FakeProfileDetector.Cli.Scanning;

/// <summary>Work for which nobody waits at a form.</summary>
internal static class BatchWork
{
    /// <summary>No check ends early for want of time: what a busy machine takes long for would count as unknown.</summary>
    internal static void Configure(FakeProfileDetectorOptions options) =>
        options.SignalTimeout = options.LookupTimeout = options.WebSearchTimeout = Timeout.InfiniteTimeSpan;
}
