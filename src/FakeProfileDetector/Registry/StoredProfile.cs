namespace FakeProfileDetector.Registry;

/// <summary>A profile and the number under which the store and the index know it.</summary>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed class StoredProfile
{
    /// <summary>Creates a record as a store reads it back.</summary>
    /// <param name="key">The number; 0 or more.</param>
    /// <param name="profile">The profile.</param>
    /// <exception cref="ArgumentNullException"><paramref name="profile"/> is null.</exception>
    public StoredProfile(long key, RegisteredProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        Key = key;
        Profile = profile;
    }

    /// <summary>The number; 0 or more.</summary>
    public long Key { get; }

    /// <summary>The profile.</summary>
    public RegisteredProfile Profile { get; }
}
