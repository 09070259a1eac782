using System.Collections.Immutable;
using FakeProfileDetector.Weights;

namespace FakeProfileDetector.Checking;

/// <summary>Adds up weights of evidence: prior plus the capped weights gives the probability, which gives the verdict.</summary>
/// <remarks>
/// Weights add up only where the evidence is independent, and three kinds of correlation are taken care of. The facts of a
/// history lean on each other: they are weighed jointly, by one logistic model. The judgment on a shared photo looks at
/// the histories and names of all who share it: what image re-use weighs is what the photo adds to what the account's own
/// history and the names say by themselves (<c>SharedPhoto.PosteriorBits</c>). What is left, also of an
/// application's own signals, is taken up by the factors of calibrated weights, which are fitted to all signals at once.
/// </remarks>
internal sealed class EvidenceScorer(FakeProfileDetectorOptions options)
{
    // A weight this much under the limit keeps the sum strictly below the band in floating point.
    private const double Margin = 0.01;

    private readonly double _priorBits = WeightOfEvidence.FromProbability(options.EffectivePrior);

    /// <summary>The most that lifts a profile from the prior and leaves it below the band of likely fakes.</summary>
    private double BelowLikelyFake =>
        Math.Max(WeightOfEvidence.FromProbability(options.LikelyFakeThreshold) - _priorBits - Margin, 0);

    /// <summary>Builds the report, once, from what the signals said and a reviewer decided.</summary>
    internal AuthenticityReport Score(string profileId, ImmutableArray<EvaluatedSignal> signals, ReviewOutcome review, DateTimeOffset now)
    {
        var weights = signals.Select(WeightOf).ToArray();
        KeepBelowLikelyFake(signals, weights);
        ImmutableArray<SignalReport> reports = [.. signals.Zip(weights, (signal, weight) => new SignalReport(
            signal.Name, OutcomeOf(signal, weight), weight, signal.Result.Reasons, signal.Result.Matches))];
        var evidence = Sum(_priorBits + reports.Sum(report => report.WeightBits), signals);
        var reviewed = ReviewedVerdict.Apply(evidence, review);
        return new(profileId)
        {
            Verdict = reviewed.Verdict,
            RecommendedAction = options.ActionFor(reviewed.Verdict),
            Mode = options.Mode,
            Probability = WeightOfEvidence.ToProbability(reviewed.PosteriorBits),
            PriorBits = _priorBits,
            PosteriorBits = reviewed.PosteriorBits,
            Coverage = CoverageOf(signals),
            Signals = reviewed.Bar is { } bar ? reports.Add(bar) : reports,
            Ablations = Ablate(signals, reports, evidence, reviewed.Bar, review),
            CheckedAt = now,
        };
    }

    /// <summary>
    /// What would be said without each signal that weighs anything, the review included. The others stay as they are: a photo's
    /// weight is net of history and names, so without those the sum is lower than the photo alone would have made it.
    /// </summary>
    private ImmutableArray<Ablation> Ablate(
        ImmutableArray<EvaluatedSignal> signals, ImmutableArray<SignalReport> reports, EvidenceSum evidence, SignalReport? bar, ReviewOutcome review)
    {
        var ablations = ImmutableArray.CreateBuilder<Ablation>();
        for (var i = 0; i < reports.Length; i++)
        {
            if (reports[i].WeightBits != 0)
            {
                var without = ReviewedVerdict.Apply(Sum(evidence.PosteriorBits - reports[i].WeightBits, signals.RemoveAt(i)), review);
                ablations.Add(new(reports[i].Name, without.Verdict, WeightOfEvidence.ToProbability(without.PosteriorBits)));
            }
        }

        if (bar is { WeightBits: not 0 })
        {
            ablations.Add(new(bar.Name, evidence.Verdict, WeightOfEvidence.ToProbability(evidence.PosteriorBits)));
        }

        return ablations.DrainToImmutable();
    }

    private EvidenceSum Sum(double posterior, ImmutableArray<EvaluatedSignal> signals) => new(
        posterior,
        Judge(posterior, signals, CoverageOf(signals)),
        IsPhotoAdverse: signals.Any(signal => signal is { MayDecide: true, Result.Outcome: SignalOutcome.Adverse }),
        IsInconclusive: signals.Any(signal => signal.Result.IsInconclusive));

    private double WeightOf(EvaluatedSignal signal)
    {
        var cap = Cap(signal.MayDecide);
        var towardsFake = signal.MayDecide ? cap : Math.Min(cap, BelowLikelyFake);
        return Math.Clamp(signal.Result.WeightBits * options.Weights.ScaleOf(signal.Name), -cap, towardsFake);
    }

    /// <summary>
    /// Lowers what a signal weighs that may not lift the sum into the band of likely fakes this time, as far as it takes; what the
    /// others weigh among themselves is not its business.
    /// </summary>
    private void KeepBelowLikelyFake(ImmutableArray<EvaluatedSignal> signals, double[] weights)
    {
        for (var i = 0; i < weights.Length; i++)
        {
            if (signals[i].Result.StaysBelowLikelyFake && weights[i] > 0)
            {
                weights[i] = Math.Clamp(BelowLikelyFake - (weights.Sum() - weights[i]), 0, weights[i]);
            }
        }
    }

    private static SignalOutcome OutcomeOf(in EvaluatedSignal signal, double weight) =>
        signal.Result.Outcome == SignalOutcome.Adverse && weight == 0 ? SignalOutcome.Neutral : signal.Result.Outcome;

    private double Cap(bool mayDecide) => mayDecide ? options.ImageReuseCapBits : options.SignalCapBits;

    private double CoverageOf(ImmutableArray<EvaluatedSignal> signals)
    {
        var possible = 0.0;
        var covered = 0.0;
        foreach (var signal in signals)
        {
            possible += Cap(signal.MayDecide);
            covered += Cap(signal.MayDecide) * signal.Result.Coverage;
        }

        return possible > 0 ? covered / possible : 0;
    }

    /// <summary>Where fakes are so frequent that the prior itself lies in a band, only evidence puts a profile there all the same.</summary>
    private AuthenticityVerdict Judge(double posterior, ImmutableArray<EvaluatedSignal> signals, double coverage)
    {
        var probability = WeightOfEvidence.ToProbability(posterior);
        var isAdverse = posterior > _priorBits;
        return probability switch
        {
            _ when isAdverse && probability >= options.LikelyFakeThreshold => AuthenticityVerdict.LikelyFake,
            _ when isAdverse && probability >= options.SuspiciousThreshold => AuthenticityVerdict.Suspicious,
            _ when signals.Any(signal => signal.Result.IsInconclusive) => AuthenticityVerdict.InsufficientEvidence,
            _ when coverage <= 0 || coverage < options.MinimumCoverage => AuthenticityVerdict.InsufficientEvidence,
            _ => AuthenticityVerdict.NoAdverseEvidence,
        };
    }
}

/// <summary>A signal's result on its way to the scorer.</summary>
/// <param name="Name">The signal's name.</param>
/// <param name="MayDecide">Whether it may reach a verdict of likely fake by itself: photo re-use, and what the application allows.</param>
/// <param name="Result">What it found.</param>
internal readonly record struct EvaluatedSignal(string Name, bool MayDecide, SignalResult Result);
