namespace FakeProfileDetector.Cli.Scanning;

/// <summary>What a scan found, for people.</summary>
internal sealed class ScanSummary
{
    private const int StrongestShown = 10;

    private readonly int[] _verdicts = new int[Enum.GetValues<AuthenticityVerdict>().Length];
    private readonly PriorityQueue<AuthenticityReport, double> _strongest = new();

    internal int Checked => _verdicts.Sum();

    internal int UnusablePhotos { get; private set; }

    internal TimeSpan Elapsed { get; set; }

    /// <summary>The profiles most likely fake, the likeliest first.</summary>
    internal IEnumerable<AuthenticityReport> Strongest =>
        _strongest.UnorderedItems.OrderByDescending(item => item.Priority).Select(item => item.Element);

    internal int Count(AuthenticityVerdict verdict) => _verdicts[(int)verdict];

    internal bool Reaches(AuthenticityVerdict limit) => _verdicts.Skip((int)limit).Any(count => count > 0);

    internal void Add(AuthenticityReport report)
    {
        _verdicts[(int)report.Verdict]++;
        if (report.Signals.Any(signal => signal.Reasons.Any(reason => reason.Code == "photo-unusable")))
        {
            UnusablePhotos++;
        }

        if (report.Verdict >= AuthenticityVerdict.Suspicious)
        {
            _strongest.Enqueue(report, report.PosteriorBits);
            if (_strongest.Count > StrongestShown)
            {
                _strongest.Dequeue();
            }
        }
    }
}
