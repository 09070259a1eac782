using FakeProfileDetector.Reasons;
using FakeProfileDetector.SharedPhotos;
using FakeProfileDetector.Web;

namespace FakeProfileDetector.Signals.WebReuse;

internal sealed class WebReuseEvaluator(WebReuseOptions options) : IBuiltInSignal
{
    private readonly WebReuseReasons _reasons = new(options.MaximumPages);

    public string Name => WebReuseSignal.SignalName;

    public BuiltInEvidence Evidence => BuiltInEvidence.Other;

    public bool MayReachLikelyFake => true;

    public ValueTask<SignalResult> EvaluateAsync(ProfileContext context, CancellationToken cancellationToken) => new(Evaluate(context));

    private SignalResult Evaluate(ProfileContext context)
    {
        var found = context.WebPhotos;
        if (!found.IsAsked)
        {
            return SignalResult.Abstain(WebReuseReasons.NotSearched);
        }

        if (found.Failure is { } failure)
        {
            return options.FailureIsInconclusive ? SignalResult.Inconclusive(failure) : SignalResult.Abstain(failure);
        }

        found = found.Without(options.OwnSites);
        if (found.Uses.Count == 0)
        {
            return SignalResult.Neutral(WebReuseReasons.NotFound);
        }

        var findings = Weigh(found, context).OrderByDescending(finding => Math.Abs(finding.Bits)).ToArray();
        var result = findings.Length == 0
            ? SignalResult.Neutral(_reasons.NobodyNamed(found))
            : SignalResult.Evidence(Sum(findings), [.. findings.Select(finding => finding.Reason)]);
        return WebReportRule.MayReport(context, found) ? result : result.BelowLikelyFake();
    }

    /// <summary>Of what speaks against the profile the weightiest counts: a stock picture on a list of scams is one picture.</summary>
    private static double Sum(ReadOnlySpan<(double Bits, Reason Reason)> findings)
    {
        var (most, supporting) = (0.0, 0.0);
        foreach (var (bits, _) in findings)
        {
            most = Math.Max(most, bits);
            supporting += Math.Min(bits, 0);
        }

        return most + supporting;
    }

    private IEnumerable<(double Bits, Reason Reason)> Weigh(WebPhotos found, ProfileContext context)
    {
        if (found.Others.Count > 0)
        {
            yield return (BitsOfOthers(found, context), _reasons.OtherNames(found));
        }

        if (found.Unconfirmed.Count > 0)
        {
            yield return (found.Own.Count > 0 ? 0 : WebPhotoWeights.Unconfirmed, _reasons.Unconfirmed(found));
        }

        if (found.Own.Count > 0)
        {
            var sites = WebPhotos.CountSites(found.Own.Where(use => use.IsConfirmed));
            yield return (Math.Max(sites * WebPhotoWeights.OwnPage, WebPhotoWeights.MinimumOwnPages), _reasons.OwnPages(found));
        }

        if (found.Others.Any(use => use.Subject.Kind == WebPageKind.PublicFigure))
        {
            yield return (found.Own.Count > 0 ? 0 : WebPhotoWeights.PublicFigure, _reasons.PublicFigure(found));
        }

        if (found.Confirmed(WebPageKind.Stock) is { Count: > 0 } stock)
        {
            yield return (WebPhotoWeights.Stock, _reasons.Stock(stock));
        }

        if (found.Confirmed(WebPageKind.ScamWarning) is { Count: > 0 } warnings)
        {
            yield return (found.Own.Count > 0 ? WebPhotoWeights.BesideOwnName : WebPhotoWeights.ScamWarning, _reasons.ScamWarning(warnings));
        }
    }

    private static double BitsOfOthers(WebPhotos found, ProfileContext context)
    {
        var sites = WebPhotos.CountSites(found.Others);
        return !WebReportRule.IsPortrait(context) ? WebPhotoWeights.NoPortrait
            : found.WasFirst ? WebPhotoWeights.ProfileWasFirst
            : found.Own.Count > 0 ? WebPhotoWeights.BesideOwnName
            : sites < WebPhotoWeights.SitesToReport ? WebPhotoWeights.OneSite
            : Math.Min(WebPhotoWeights.TwoSites + ((sites - WebPhotoWeights.SitesToReport) * WebPhotoWeights.FurtherSite), WebPhotoWeights.MaximumOtherNames);
    }
}
