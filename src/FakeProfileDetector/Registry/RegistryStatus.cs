using System.Collections.Immutable;

namespace FakeProfileDetector.Registry;

/// <summary>Whether a registry is ready, and how much it holds.</summary>
/// <threadsafety>Immutable; safe to share between threads.</threadsafety>
public sealed class RegistryStatus
{
    /// <summary>How many identifiers <see cref="UnreadableProfileIds"/> has at most: 1,000.</summary>
    public const int MaximumUnreadableProfileIds = 1000;

    /// <summary>Whether the registry was loaded, so that a search need not wait.</summary>
    public required bool IsReady { get; init; }

    /// <summary>Enrolled profiles, as far as this registry has loaded and changed them; 0 before it is ready.</summary>
    public long Profiles { get; init; }

    /// <summary>Photos that a search compares.</summary>
    public long IndexedPhotos { get; init; }

    /// <summary>Stored profiles that could not be read and are found by no search.</summary>
    public long UnreadableProfiles { get; init; }

    /// <summary>
    /// Identifiers of such profiles, to enroll them again or to erase them; the first <see cref="MaximumUnreadableProfileIds"/>.
    /// Personal data: not for logs.
    /// </summary>
    public ImmutableArray<string> UnreadableProfileIds { get; init; } = [];
}
