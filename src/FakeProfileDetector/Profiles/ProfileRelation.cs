namespace FakeProfileDetector.Profiles;

/// <summary>What the application knows of how a profile relates to another one. What is null is unknown and weighs nothing.</summary>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed class ProfileRelation
{
    /// <summary>Identifier of the other profile.</summary>
    public required string OtherId { get; init; }

    /// <summary>Whether the two have accepted each other as a connection; null when unknown.</summary>
    public bool? AreConnected { get; init; }

    /// <summary>How many connections they have in common, 0 or more; null when unknown.</summary>
    public int? MutualConnections { get; init; }

    /// <summary>Whether they belong to one household: one postal or billing address; null when unknown.</summary>
    public bool? ShareHousehold { get; init; }

    /// <summary>Whether the network has them at one employer; null when unknown.</summary>
    public bool? ShareEmployer { get; init; }

    /// <summary>Whether they sign in from one device; null when unknown. Families do, and so does somebody with many fakes.</summary>
    public bool? ShareDevice { get; init; }

    /// <summary>Names the type only, so that a logged relation gives no personal data away.</summary>
    /// <returns>The type's name.</returns>
    public override string ToString() => nameof(ProfileRelation);
}
