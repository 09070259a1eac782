namespace FakeProfileDetector.Weights;

/// <summary>Figures of a cross-validation: every account is judged by weights that were learned without it and its group.</summary>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed class CrossValidation
{
    internal CrossValidation(int folds, double areaUnderCurve, double? brierScore, double? expectedCalibrationError)
    {
        Folds = folds;
        AreaUnderCurve = areaUnderCurve;
        BrierScore = brierScore;
        ExpectedCalibrationError = expectedCalibrationError;
    }

    /// <summary>Parts that the accounts were split into.</summary>
    public int Folds { get; }

    /// <summary>Probability that a fake ranks above a genuine account, 0–1; 0.5 is chance.</summary>
    public double AreaUnderCurve { get; }

    /// <summary>Mean squared error of the probability, 0–1; 0 is best. Null where no prior is known.</summary>
    public double? BrierScore { get; }

    /// <summary>
    /// Mean distance of stated from observed shares of fakes, 0–1, as <see cref="Evaluation.ReliabilityTable"/> measures it. Null where no
    /// prior is known.
    /// </summary>
    public double? ExpectedCalibrationError { get; }
}
