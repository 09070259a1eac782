namespace FakeProfileDetector.Reviews;

/// <summary>What a reviewer decided.</summary>
public enum ReviewDecisionKind
{
    /// <summary>Nothing; no decision is of this kind.</summary>
    Undecided = 0,

    /// <summary>The profile is what it claims to be.</summary>
    Authentic = 10,

    /// <summary>The profile is fake.</summary>
    ConfirmedFake = 20,

    /// <summary>Two profiles are one person's.</summary>
    SamePerson = 30,

    /// <summary>Two profiles are different people's, whatever their names.</summary>
    DifferentPeople = 40,
}
