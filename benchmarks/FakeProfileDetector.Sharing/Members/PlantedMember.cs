using FakeProfileDetector.Profiles;

namespace FakeProfileDetector.Sharing.Members;

/// <summary>An account of the planted network, with all that the network knows of it and the truth.</summary>
/// <param name="Id">The identifier, unique in its network.</param>
/// <param name="Case">The case that it belongs to.</param>
/// <param name="Group">Which of the case's groups, unique in its network.</param>
/// <param name="Name">The display name.</param>
/// <param name="Handle">The handle.</param>
/// <param name="Photo">The encoded file.</param>
/// <param name="History">Counts and dates; null where nothing is known.</param>
internal sealed record PlantedMember(
    string Id, string Case, string Group, string Name, string Handle, byte[] Photo, AccountHistory? History)
{
    /// <summary>Whether the account is a thief's.</summary>
    internal bool IsFake { get; init; }

    /// <summary>The member whose photo a thief shows; null for the others, and where nobody enrolled owns it.</summary>
    internal string? Owner { get; init; }

    /// <summary>The employer or company that the profile names; null where it names none.</summary>
    internal string? Organization { get; init; }

    /// <summary>Since when the account shows the photo; null where the network does not know.</summary>
    internal DateTimeOffset? PhotoSince { get; init; }

    /// <summary>How the account relates to the others of its group.</summary>
    internal HolderRelations Relations { get; init; }
}
