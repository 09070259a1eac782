using FakeProfileDetector.Profiles;

namespace FakeProfileDetector.SharedPhotos;

/// <summary>What one check has found out about those who share the photo, beside what they show.</summary>
/// <param name="Review">What reviewers decided.</param>
/// <param name="Relations">How the profile relates to the others, as far as the application knows.</param>
/// <param name="IsRelationUnknown">Whether the application was asked for relations and could not say: then nobody is reported for the photo.</param>
/// <param name="Web">Under whose names the photo is on the web.</param>
internal sealed record HolderFindings(ReviewFindings Review, IReadOnlyList<ProfileRelation> Relations, bool IsRelationUnknown, WebPhotos Web)
{
    /// <summary>Nothing was found out.</summary>
    internal static HolderFindings None { get; } = new(ReviewFindings.None, [], IsRelationUnknown: false, WebPhotos.NotAsked);

    internal ProfileRelation? RelationTo(string otherId) =>
        Relations.FirstOrDefault(relation => string.Equals(relation.OtherId, otherId, StringComparison.Ordinal));
}
