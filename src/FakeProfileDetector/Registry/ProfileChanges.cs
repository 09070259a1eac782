using System.Collections.Immutable;

namespace FakeProfileDetector.Registry;

/// <summary>What changed in a store since a position, oldest first.</summary>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed class ProfileChanges
{
    /// <summary>The changes; empty when there are none yet.</summary>
    public required ImmutableArray<ProfileChange> Changes { get; init; }

    /// <summary>The position after these changes, to ask from next. Only the store knows what it means.</summary>
    public required string Position { get; init; }
}

/// <summary>One change of a stored profile.</summary>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed record ProfileChange
{
    /// <summary>The profile's key.</summary>
    public required long Key { get; init; }

    /// <summary>The profile as it is now; null when it was erased.</summary>
    public RegisteredProfile? Profile { get; init; }
}
