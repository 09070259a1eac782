namespace FakeProfileDetector.Weights;

/// <summary>Conversions between probabilities and weights of evidence in bits (log2 of the odds).</summary>
/// <remarks>Source: I. J. Good, "Probability and the Weighing of Evidence", 1950. 50 % is 0 bits, 5 % −4.25, 95 % +4.25.</remarks>
/// <threadsafety>Safe to call from many threads at once.</threadsafety>
public static class WeightOfEvidence
{
    /// <summary>Log2 of the odds of a probability.</summary>
    /// <param name="probability">Between 0 and 1, exclusive.</param>
    /// <returns>Bits.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not between 0 and 1.</exception>
    public static double FromProbability(double probability)
    {
        if (!(probability > 0 && probability < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability must lie between 0 and 1, exclusive.");
        }

        return Math.Log2(probability / (1 - probability));
    }

    /// <summary>The probability whose odds are 2 to the power of the bits.</summary>
    /// <param name="bits">Any finite number.</param>
    /// <returns>0 to 1.</returns>
    public static double ToProbability(double bits) => 1 / (1 + Math.Pow(2, -bits));
}
