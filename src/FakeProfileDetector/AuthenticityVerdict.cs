namespace FakeProfileDetector;

/// <summary>What the evidence amounts to, in rising order of suspicion. There is no "safe": a clean search is not proof.</summary>
public enum AuthenticityVerdict
{
    /// <summary>Too little is known to say anything.</summary>
    InsufficientEvidence,

    /// <summary>What is known does not speak for a fake.</summary>
    NoAdverseEvidence,

    /// <summary>Some evidence of a fake; a person should look.</summary>
    Suspicious,

    /// <summary>More likely fake than genuine, by a margin.</summary>
    LikelyFake,
}
