using System.Collections.Immutable;

namespace FakeProfileDetector.Registry;

/// <summary>Whether a registry is ready, and how much it holds.</summary>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed class RegistryStatus
{
    /// <summary>How many identifiers <see cref="UnreadableProfileIds"/> has at most: 1,000.</summary>
    internal const int MaximumUnreadableProfileIds = 1000;

    /// <summary>Creates what a registry of an application says of itself.</summary>
    /// <param name="isReady">Whether it was loaded, so that a search need not wait.</param>
    /// <param name="profiles">Enrolled profiles; 0 before it is ready.</param>
    /// <param name="indexedPhotos">Photos that a search compares.</param>
    /// <param name="unreadableProfiles">Stored profiles that could not be read.</param>
    /// <param name="unreadableProfileIds">Identifiers of the first of them.</param>
    public RegistryStatus(
        bool isReady,
        long profiles = 0,
        long indexedPhotos = 0,
        long unreadableProfiles = 0,
        ImmutableArray<string> unreadableProfileIds = default)
    {
        IsReady = isReady;
        Profiles = profiles;
        IndexedPhotos = indexedPhotos;
        UnreadableProfiles = unreadableProfiles;
        UnreadableProfileIds = unreadableProfileIds.IsDefault ? [] : unreadableProfileIds;
    }

    /// <summary>Whether the registry was loaded, so that a search need not wait.</summary>
    public bool IsReady { get; }

    /// <summary>Enrolled profiles, as far as this registry has loaded and changed them; 0 before it is ready.</summary>
    public long Profiles { get; }

    /// <summary>Photos that a search compares.</summary>
    public long IndexedPhotos { get; }

    /// <summary>Stored profiles that could not be read and are found by no search.</summary>
    public long UnreadableProfiles { get; }

    /// <summary>
    /// Identifiers of such profiles, to enroll them again or to erase them; at most 1,000.
    /// Personal data: not for logs.
    /// </summary>
    public ImmutableArray<string> UnreadableProfileIds { get; }
}
