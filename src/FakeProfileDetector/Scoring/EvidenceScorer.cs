using System.Collections.Immutable;

namespace FakeProfileDetector.Scoring;

/// <summary>Adds up weights of evidence: prior plus the capped weights gives the probability, which gives the verdict.</summary>
/// <remarks>
/// Correlated evidence is kept from counting twice at its source: what image re-use weighs is what the photo adds to what
/// the account's own history and the names say by themselves.
/// </remarks>
internal sealed class EvidenceScorer(FakeProfileDetectorOptions options)
{
    /// <summary>Version of weights, caps and bands; raised with any change that moves a score.</summary>
    internal const string Version = "2026.1";

    // A weight this much under the limit keeps the sum strictly below the band in floating point.
    private const double Margin = 0.01;

    private readonly double _priorBits = WeightOfEvidence.FromProbability(options.PriorProbability);

    internal AuthenticityReport Score(string profileId, ImmutableArray<EvaluatedSignal> signals, DateTimeOffset now)
    {
        var posterior = _priorBits;
        var possible = 0.0;
        var covered = 0.0;
        var inconclusive = false;
        var reports = ImmutableArray.CreateBuilder<SignalReport>(signals.Length);
        foreach (var (name, mayDecide, result) in signals)
        {
            var cap = Cap(mayDecide);
            var weight = Math.Clamp(result.WeightBits, -cap, cap);
            posterior += weight;
            possible += cap;
            covered += cap * result.Coverage;
            inconclusive |= result.IsInconclusive;
            reports.Add(new(name, result.Outcome, weight, result.Reasons, result.Matches));
        }

        var coverage = possible > 0 ? covered / possible : 0;
        var probability = WeightOfEvidence.ToProbability(posterior);
        var verdict = Judge(probability, inconclusive ? 0 : coverage);
        return new(profileId)
        {
            Verdict = verdict,
            RecommendedAction = options.ActionFor(verdict),
            Mode = options.Mode,
            Probability = probability,
            PriorBits = _priorBits,
            PosteriorBits = posterior,
            Coverage = coverage,
            Signals = reports.DrainToImmutable(),
            CheckedAt = now,
        };
    }

    private double Cap(bool mayDecide) => mayDecide
        ? options.ImageReuseCapBits
        : Math.Clamp(WeightOfEvidence.FromProbability(options.LikelyFakeThreshold) - _priorBits - Margin, 0, options.SignalCapBits);

    private AuthenticityVerdict Judge(double probability, double coverage) => probability switch
    {
        _ when probability >= options.LikelyFakeThreshold => AuthenticityVerdict.LikelyFake,
        _ when probability >= options.SuspiciousThreshold => AuthenticityVerdict.Suspicious,
        _ when coverage <= 0 || coverage < options.MinimumCoverage => AuthenticityVerdict.InsufficientEvidence,
        _ => AuthenticityVerdict.NoAdverseEvidence,
    };
}

/// <summary>A signal's result on its way to the scorer.</summary>
/// <param name="Name">The signal's name.</param>
/// <param name="MayDecide">Whether it may reach a verdict of likely fake by itself: photo re-use only.</param>
/// <param name="Result">What it found.</param>
internal readonly record struct EvaluatedSignal(string Name, bool MayDecide, SignalResult Result);
