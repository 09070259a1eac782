namespace FakeProfileDetector.Registry;

/// <summary>A profile and the number under which the store and the index know it.</summary>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed record StoredProfile
{
    /// <summary>The number; 0 or more.</summary>
    public required long Key { get; init; }

    /// <summary>The profile.</summary>
    public required RegisteredProfile Profile { get; init; }
}
