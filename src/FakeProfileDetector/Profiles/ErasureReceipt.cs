namespace FakeProfileDetector.Profiles;

/// <summary>Copies of a profile that outlive a store's removing it for a while.</summary>
[Flags]
public enum ProfileCopies
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>In the store's file.</summary>
    StoreFile = 1,

    /// <summary>In the log beside the store's file.</summary>
    WriteAheadLog = 2,
}

/// <summary>What an erasure has done, and what is left to be done.</summary>
/// <remarks>
/// From its return on, no search and no read finds the profile. Where <see cref="IsComplete"/> is false, its bytes are still
/// in a copy that somebody was reading: erase again later, until the receipt is complete.
/// </remarks>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed record ErasureReceipt
{
    /// <summary>Whether the profile was there.</summary>
    public required bool WasStored { get; init; }

    /// <summary>The copies that may still hold data of erased profiles; none by default.</summary>
    public ProfileCopies Pending { get; init; }

    /// <summary>Whether every copy is gone.</summary>
    public bool IsComplete => Pending == ProfileCopies.None;

    /// <summary>When this was so.</summary>
    public required DateTimeOffset At { get; init; }
}
