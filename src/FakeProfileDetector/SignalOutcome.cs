namespace FakeProfileDetector;

/// <summary>Which way a signal points.</summary>
public enum SignalOutcome
{
    /// <summary>Towards fake: a positive weight.</summary>
    Adverse,

    /// <summary>Towards genuine: a negative weight.</summary>
    Supporting,

    /// <summary>It looked and found nothing either way.</summary>
    Neutral,

    /// <summary>It could not look: what it needs is missing or says nothing.</summary>
    Abstained,

    /// <summary>It failed or took too long; reported by the checker with weight 0.</summary>
    Failed,
}
