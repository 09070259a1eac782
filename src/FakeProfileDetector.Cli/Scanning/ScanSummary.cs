using FakeProfileDetector.Reasons;

namespace FakeProfileDetector.Cli.Scanning;

/// <summary>What a scan found, for people.</summary>
internal sealed class ScanSummary
{
    private const int StrongestShown = 10;

    private readonly Dictionary<AuthenticityVerdict, int> _verdicts = [];
    private readonly PriorityQueue<AuthenticityReport, double> _strongest = new();

    internal int Checked => _verdicts.Values.Sum();

    internal int UnusablePhotos { get; private set; }

    internal TimeSpan Elapsed { get; set; }

    /// <summary>The profiles most likely fake, the likeliest first.</summary>
    internal IEnumerable<AuthenticityReport> Strongest =>
        _strongest.UnorderedItems.OrderByDescending(item => item.Priority).Select(item => item.Element);

    internal int Count(AuthenticityVerdict verdict) => _verdicts.GetValueOrDefault(verdict);

    internal bool Reaches(AuthenticityVerdict limit) => _verdicts.Keys.Any(verdict => verdict >= limit);

    internal void Add(AuthenticityReport report)
    {
        _verdicts[report.Verdict] = Count(report.Verdict) + 1;
        if (report.Signals.Any(signal => signal.Reasons.Any(reason => reason.Code == ReasonCodes.PhotoUnusable)))
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
