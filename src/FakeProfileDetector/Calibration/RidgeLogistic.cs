namespace FakeProfileDetector.Calibration;

/// <summary>Logistic regression whose coefficients are drawn to given values and kept within given bounds.</summary>
/// <remarks>
/// Cyclic coordinate descent with a Newton step each. It is written out here because the general optimizers at hand take
/// no bounds together with their gradients, and bounds are what keeps the weights monotone. The objective is convex, so
/// the order of the rows decides nothing but the last digits.
/// </remarks>
internal sealed class RidgeLogistic(IReadOnlyList<bool> labels, IReadOnlyList<double> weights)
{
    private const int MaximumRounds = 500;
    private const double Tolerance = 1e-6;

    // Newton steps of this size have left the region where the curvature says anything.
    private const double MaximumStep = 2;

    private readonly double[] _logits = new double[labels.Count];
    private readonly double[] _probabilities = new double[labels.Count];

    /// <summary>Fits one coefficient a term.</summary>
    internal double[] Fit(IReadOnlyList<LogisticTerm> terms, CancellationToken cancellationToken)
    {
        var coefficients = terms.Select(term => Math.Clamp(term.Target, term.Minimum, term.Maximum)).ToArray();
        Array.Clear(_logits);
        for (var j = 0; j < coefficients.Length; j++)
        {
            Move(terms[j].Values, coefficients[j]);
        }

        Move([], 0);
        for (var (round, largest) = (0, double.MaxValue); round < MaximumRounds && largest > Tolerance; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            largest = 0;
            for (var j = 0; j < coefficients.Length; j++)
            {
                var moved = Math.Clamp(coefficients[j] + NewtonStep(terms[j], coefficients[j]), terms[j].Minimum, terms[j].Maximum);
                var step = moved - coefficients[j];
                if (step != 0)
                {
                    coefficients[j] = moved;
                    Move(terms[j].Values, step);
                    largest = Math.Max(largest, Math.Abs(step));
                }
            }
        }

        return coefficients;
    }

    private double NewtonStep(LogisticTerm term, double coefficient)
    {
        var gradient = -term.Ridge * (coefficient - term.Target);
        var curvature = term.Ridge;
        for (var i = 0; i < term.Values.Length; i++)
        {
            if (term.Values[i] is var value and not 0)
            {
                var probability = _probabilities[i];
                gradient += weights[i] * value * ((labels[i] ? 1 : 0) - probability);
                curvature += weights[i] * value * value * probability * (1 - probability);
            }
        }

        return curvature > 0 ? Math.Clamp(gradient / curvature, -MaximumStep, MaximumStep) : 0;
    }

    private void Move(double[] values, double step)
    {
        for (var i = 0; i < _logits.Length; i++)
        {
            var change = i < values.Length ? step * values[i] : 0;
            if (change != 0 || values.Length == 0)
            {
                _logits[i] += change;
                _probabilities[i] = 1 / (1 + Math.Exp(-_logits[i]));
            }
        }
    }
}

/// <summary>One column of a regression.</summary>
/// <param name="Values">One value a row.</param>
/// <param name="Ridge">Weight of the squared distance from the target, 0 or more.</param>
/// <param name="Target">What the coefficient is where the data say nothing.</param>
/// <param name="Minimum">Its minimum.</param>
/// <param name="Maximum">Its maximum.</param>
internal sealed record LogisticTerm(double[] Values, double Ridge, double Target, double Minimum, double Maximum);
