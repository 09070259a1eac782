using System.Collections.Frozen;
using System.Collections.Immutable;
using FakeProfileDetector.Reasons;
using FakeProfileDetector.Validation;

namespace FakeProfileDetector.Connections;

/// <summary>The standard advisor: the report on the sender first, then what the member cares about.</summary>
/// <threadsafety>Safe to call from many threads at once.</threadsafety>
public sealed class ConnectionRequestAdvisor : IConnectionRequestAdvisor
{
    private static readonly FrozenSet<string> RecruiterWords = FrozenSet.ToFrozenSet(
        ["recruiter", "recruiters", "recruiting", "recruitment", "headhunter", "headhunting", "sourcer"], StringComparer.Ordinal);

    private static readonly FoldedWords TalentAcquisition = FoldedWords.Of("talent acquisition");

    private readonly IProfileAuthenticityChecker _checker;
    private readonly ConnectionAdvisorOptions _options;

    /// <summary>Creates an advisor; with dependency injection use <c>AddFakeProfileDetector</c> instead.</summary>
    /// <param name="checker">Checks senders on whom there is no report yet.</param>
    /// <param name="options">When a request is worth what; null takes the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="checker"/> is null.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">An option is out of range.</exception>
    public ConnectionRequestAdvisor(IProfileAuthenticityChecker checker, ConnectionAdvisorOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(checker);
        _checker = checker;
        _options = OptionsGuard.Checked(options, new ConnectionAdvisorOptionsValidator()).Copy();
    }

    async ValueTask<ConnectionAdvice> IConnectionRequestAdvisor.AdviseAsync(ConnectionRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        var report = request.Report ?? await _checker.CheckAsync(request.Sender!, cancellationToken).ConfigureAwait(false);
        var (action, reasons) = Advise(request, report);
        return new(report.Mode == DetectorMode.Observe ? ConnectionAction.None : action, reasons, report);
    }

    private (ConnectionAction Action, ImmutableArray<Reason> Reasons) Advise(ConnectionRequest request, AuthenticityReport report) => report switch
    {
        { Verdict: AuthenticityVerdict.LikelyFake } => (ConnectionAction.Report, [Fake(report)]),
        { Verdict: AuthenticityVerdict.Suspicious } => (ConnectionAction.Review, [ConnectionReasons.Suspicious]),
        { Verdict: not AuthenticityVerdict.NoAdverseEvidence } => (ConnectionAction.Review, [ConnectionReasons.Unknown]),

        // What could not be looked at is not accepted.
        _ when report.Signals.Any(signal => signal.Outcome == SignalOutcome.Failed) => (ConnectionAction.Review, [ConnectionReasons.CheckIncomplete]),

        // Advice is never milder than what the application has the report recommend.
        { RecommendedAction: RecommendedAction.Review or RecommendedAction.Report } => (ConnectionAction.Review, [ConnectionReasons.ReviewRecommended]),
        _ => Weigh(request),
    };

    private static Reason Fake(AuthenticityReport report) =>
        report.Signals.Any(signal => signal.Reasons.Any(reason => reason.Code == ReasonCodes.PhotoReusedUnderOtherName))
            ? ConnectionReasons.PhotoUnderOtherNames
            : ConnectionReasons.LikelyFake;

    /// <summary>Nothing speaks against the sender: what speaks for the connection?</summary>
    private (ConnectionAction Action, ImmutableArray<Reason> Reasons) Weigh(ConnectionRequest request)
    {
        var preferences = request.Preferences;
        var isRecruiter = IsRecruiter(request);
        var welcome = new List<Reason>();
        if (preferences.TargetCompanies.Any(target => WorksAt(request, target)))
        {
            welcome.Add(ConnectionReasons.TargetCompany);
        }

        if (preferences.TargetIndustries.Any(target => FoldedWords.Of(request.Industry).Holds(FoldedWords.Of(target))))
        {
            welcome.Add(ConnectionReasons.TargetIndustry);
        }

        if (isRecruiter && preferences.WelcomesRecruiters)
        {
            welcome.Add(ConnectionReasons.Recruiter);
        }

        if (!string.IsNullOrWhiteSpace(request.Message))
        {
            welcome.Add(ConnectionReasons.Message);
        }

        var others = Others(request);
        return isRecruiter && !preferences.WelcomesRecruiters
            ? (ConnectionAction.Review, [ConnectionReasons.RecruiterNotWelcome, .. welcome, .. others])
            : (welcome.Count > 0 ? ConnectionAction.AcceptAndThank : ConnectionAction.Accept, [.. welcome, .. others]);
    }

    private IEnumerable<Reason> Others(ConnectionRequest request)
    {
        yield return ConnectionReasons.NothingAgainst;
        if (request.SharedConnections >= _options.ManySharedConnections)
        {
            yield return ConnectionReasons.SharedConnections;
        }

        if (request.Closeness switch { 1 => ConnectionReasons.AlreadyClose, 2 => ConnectionReasons.ContactsContact, > 2 => ConnectionReasons.WidensNetwork, _ => null } is { } closeness)
        {
            yield return closeness;
        }

        if (request.Preferences.OwnConnections < _options.ActiveNetworkSize)
        {
            yield return ConnectionReasons.SmallNetwork;
        }
    }

    private static bool WorksAt(ConnectionRequest request, string target) => string.IsNullOrWhiteSpace(request.Company)
        ? CompanyNames.IsNamedIn(request.Headline, target)
        : CompanyNames.Matches(request.Company, target);

    private static bool IsRecruiter(ConnectionRequest request)
    {
        if (request.IsRecruiter is { } known)
        {
            return known;
        }

        var headline = FoldedWords.Of(request.Headline);
        return headline.Words.Any(RecruiterWords.Contains) || headline.Holds(TalentAcquisition);
    }
}
