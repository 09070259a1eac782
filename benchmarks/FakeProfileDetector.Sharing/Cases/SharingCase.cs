using FakeProfileDetector.Sharing.Members;

namespace FakeProfileDetector.Sharing.Cases;

/// <summary>A way in which accounts come to show one picture, or pictures that look alike.</summary>
/// <param name="Name">What tables call it.</param>
/// <param name="Family">Whether anybody is a thief.</param>
/// <param name="Plant">Adds the accounts of one group.</param>
internal sealed record SharingCase(string Name, CaseFamily Family, Action<GroupDraft> Plant)
{
    /// <summary>Whether the pictures of a group are of different people or things, so that none is a copy of another.</summary>
    internal bool PicturesDiffer { get; init; }

    /// <summary>How the holders of a group relate.</summary>
    internal HolderRelations Relations { get; init; }

    internal static SharingCase GoodFaith(string name, Action<GroupDraft> plant, HolderRelations relations = HolderRelations.None) =>
        new(name, CaseFamily.GoodFaith, plant) { Relations = relations };

    internal static SharingCase Different(string name, Action<GroupDraft> plant) =>
        new(name, CaseFamily.GoodFaith, plant) { PicturesDiffer = true };

    internal static SharingCase Theft(string name, Action<GroupDraft> plant) => new(name, CaseFamily.Theft, plant);
}
