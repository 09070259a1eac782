using FakeProfileDetector.Profiles;

namespace FakeProfileDetector.Sharing.Members;

/// <summary>Hands a planted member over to the detector, as an application does with its own.</summary>
/// <remarks>
/// The one place where facts of <see cref="PlantedMember"/> become properties of a profile. <see cref="PlantedMember.Relations"/> are left
/// out, so that the figures are those of an application that does not know them.
/// </remarks>
internal static class MemberFactory
{
    internal static Profile ToProfile(PlantedMember member) => new(member.Id)
    {
        DisplayName = member.Name,
        Handle = member.Handle,
        Photo = ProfilePhoto.FromEncoded(member.Photo),
        History = member.History,
        Organization = member.Organization,
        PhotoSince = member.PhotoSince,
    };
}
