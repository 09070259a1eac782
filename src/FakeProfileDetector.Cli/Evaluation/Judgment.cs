namespace FakeProfileDetector.Cli.Evaluation;

/// <summary>What a report says of a profile.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Probability">The probability of being fake, 0 to 1; null where the report holds none.</param>
/// <param name="PriorBits">The prior that the probability starts from, in bits; null where the report holds none.</param>
internal sealed record Judgment(AuthenticityVerdict Verdict, double? Probability, double? PriorBits)
{
    internal bool IsLikelyFake => Verdict == AuthenticityVerdict.LikelyFake;

    /// <summary>Whether a moderator is to look at the profile at all.</summary>
    internal bool IsFlagged => Verdict >= AuthenticityVerdict.Suspicious;
}
