namespace FakeProfileDetector.Reviews;

/// <summary>What a reviewer decided.</summary>
public enum ReviewDecisionKind
{
    /// <summary>The profile is what it claims to be.</summary>
    Authentic,

    /// <summary>The profile is fake.</summary>
    ConfirmedFake,

    /// <summary>Two profiles are one person's.</summary>
    SamePerson,
}
