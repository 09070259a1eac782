using FakeProfileDetector.Reasons;

namespace FakeProfileDetector.Cli.Scanning;

/// <summary>What a scan found, for people.</summary>
internal sealed class ScanSummary
{
    private const int StrongestShown = 10;

    private readonly Dictionary<AuthenticityVerdict, int> _verdicts = [];
    private readonly SortedDictionary<string, int> _unfinished = new(StringComparer.Ordinal);
    private readonly PriorityQueue<AuthenticityReport, double> _strongest = new();

    internal int Checked => _verdicts.Values.Sum();

    internal int UnusablePhotos { get; private set; }

    /// <summary>Profiles of which not every signal could be evaluated.</summary>
    internal int UnfinishedProfiles { get; private set; }

    /// <summary>How many profiles each signal failed for, by its name; signals that never failed are not named.</summary>
    internal IReadOnlyDictionary<string, int> Unfinished => _unfinished;

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

        CountUnfinished(report);
        if (report.Verdict >= AuthenticityVerdict.Suspicious)
        {
            _strongest.Enqueue(report, report.PosteriorBits);
            if (_strongest.Count > StrongestShown)
            {
                _strongest.Dequeue();
            }
        }
    }

    private void CountUnfinished(AuthenticityReport report)
    {
        var failed = report.Signals.Where(signal => signal.Outcome == SignalOutcome.Failed).ToArray();
        UnfinishedProfiles += failed.Length > 0 ? 1 : 0;
        foreach (var signal in failed)
        {
            _unfinished[signal.Name] = _unfinished.GetValueOrDefault(signal.Name) + 1;
        }
    }
}
