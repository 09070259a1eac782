using FakeProfileDetector.SharedPhotos;
using FakeProfileDetector.Web;

namespace FakeProfileDetector.Signals.WebReuse;

/// <summary>When a photo's pages on the web alone may call a profile a likely fake.</summary>
/// <remarks>
/// One person's portrait stands on two sites or more under names that cannot be the profile's, on none under its own or one like it, the
/// profile is not known to have shown it first, no library sells it, and is neither verified nor of a history that speaks for it: who is robbed by
/// many has seldom any other trace on the web than the thieves'.
/// </remarks>
internal static class WebReportRule
{
    internal static bool MayReport(ProfileContext context, WebPhotos found) =>
        IsPortrait(context)
        && found.Own.Count == 0
        && found.Similar.Count == 0
        && found.Confirmed(WebPageKind.Stock).Count == 0
        && !found.WasFirst
        && WebPhotos.CountSites(found.Others) >= WebPhotoWeights.SitesToReport
        && context.Profile.History?.IsVerified != true
        && (context.Standing.IsNewcomer || context.Standing.ComparableNats > SharedPhotoWeights.SpeaksForItself);

    internal static bool IsPortrait(ProfileContext context) => context.Photo?.Fingerprint?.Content?.People == 1;
}
