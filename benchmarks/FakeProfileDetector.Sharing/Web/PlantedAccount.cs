using FakeProfileDetector.Sharing.Histories;
using FakeProfileDetector.Sharing.Members;
using FakeProfileDetector.Sharing.Web.Cases;
using FakeProfileDetector.Sharing.Web.Pages;
using FakeProfileDetector.Web;

namespace FakeProfileDetector.Sharing.Web;

/// <summary>A member and what a search of the web for its photo answers.</summary>
/// <param name="Member">The member.</param>
/// <param name="Kind">What sort of account it is.</param>
/// <param name="Case">Its case.</param>
/// <param name="Pages">The pages of the answer.</param>
/// <param name="Failure">Why there is no answer; null where there is one.</param>
internal sealed record PlantedAccount(PlantedMember Member, AccountKind Kind, WebCase Case, ShownPage[] Pages, WebPhotoSearchFailure? Failure);
