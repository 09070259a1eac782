namespace FakeProfileDetector;

/// <summary>Which way a signal points.</summary>
public enum SignalOutcome
{
    /// <summary>It looked and found nothing either way.</summary>
    Neutral = 0,

    /// <summary>Towards genuine: a negative weight.</summary>
    Supporting = 1,

    /// <summary>Towards fake: a positive weight.</summary>
    Adverse = 2,

    /// <summary>It could not look: what it needs is missing or says nothing.</summary>
    Abstained = 3,

    /// <summary>It failed or took too long; reported by the checker with weight 0.</summary>
    Failed = 4,
}
