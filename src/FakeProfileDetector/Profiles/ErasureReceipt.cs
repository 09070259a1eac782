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
public sealed class ErasureReceipt
{
    /// <summary>Creates a receipt.</summary>
    /// <param name="wasStored">Whether the profile was there.</param>
    /// <param name="at">When this was so, by the store's <see cref="TimeProvider"/>.</param>
    /// <param name="pending">The copies that may still hold data of erased profiles; none by default.</param>
    public ErasureReceipt(bool wasStored, DateTimeOffset at, ProfileCopies pending = ProfileCopies.None)
    {
        WasStored = wasStored;
        At = at;
        Pending = pending;
    }

    /// <summary>Whether the profile was there.</summary>
    public bool WasStored { get; }

    /// <summary>The copies that may still hold data of erased profiles; none by default.</summary>
    public ProfileCopies Pending { get; }

    /// <summary>Whether every copy is gone.</summary>
    public bool IsComplete => Pending == ProfileCopies.None;

    /// <summary>When this was so.</summary>
    public DateTimeOffset At { get; }
}
