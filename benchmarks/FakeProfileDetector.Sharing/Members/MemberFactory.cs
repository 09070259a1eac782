using FakeProfileDetector.Profiles;

namespace FakeProfileDetector.Sharing.Members;

/// <summary>Hands a planted member over to the detector, as an application does with its own.</summary>
/// <remarks>
/// The one place where facts of <see cref="PlantedMember"/> become properties of a profile. <see cref="PlantedMember.Organization"/>,
/// <see cref="PlantedMember.PhotoSince"/> and <see cref="PlantedMember.Relations"/> have no counterpart in <see cref="Profile"/> yet;
/// they are exported only.
/// </remarks>
internal static class MemberFactory
{
    internal static Profile ToProfile(PlantedMember member) => new(member.Id)
    {
        DisplayName = member.Name,
        Handle = member.Handle,
        Photo = ProfilePhoto.FromEncoded(member.Photo),
        History = member.History,
    };
}
