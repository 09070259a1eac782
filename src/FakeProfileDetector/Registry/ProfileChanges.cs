using System.Collections.Immutable;

namespace FakeProfileDetector.Registry;

/// <summary>What changed in a store since a position, oldest first.</summary>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed class ProfileChanges
{
    /// <summary>Creates what a store answers.</summary>
    /// <param name="changes">The changes, oldest first; empty when there are none yet.</param>
    /// <param name="position">The position after them.</param>
    /// <exception cref="ArgumentNullException"><paramref name="position"/> is null.</exception>
    public ProfileChanges(ImmutableArray<ProfileChange> changes, string position)
    {
        ArgumentNullException.ThrowIfNull(position);
        Changes = changes.IsDefault ? [] : changes;
        Position = position;
    }

    /// <summary>The changes; empty when there are none yet.</summary>
    public ImmutableArray<ProfileChange> Changes { get; }

    /// <summary>The position after these changes, to ask from next. Only the store knows what it means.</summary>
    public string Position { get; }
}

/// <summary>One change of a stored profile.</summary>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed class ProfileChange
{
    /// <summary>Creates a change.</summary>
    /// <param name="key">The profile's key.</param>
    /// <param name="profile">The profile as it is now; null when it was erased.</param>
    public ProfileChange(long key, RegisteredProfile? profile)
    {
        Key = key;
        Profile = profile;
    }

    /// <summary>The profile's key.</summary>
    public long Key { get; }

    /// <summary>The profile as it is now; null when it was erased.</summary>
    public RegisteredProfile? Profile { get; }
}
