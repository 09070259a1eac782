using FakeProfileDetector.Sharing.Web.Running;

namespace FakeProfileDetector.Sharing.Web;

/// <summary>A planted account and what the detector says of it.</summary>
/// <param name="Account">The account, without photos.</param>
/// <param name="Without">The verdict when the web is never searched.</param>
/// <param name="With">The verdict when it is searched where nothing else decides.</param>
/// <param name="Codes">The reasons of the web re-use signal.</param>
/// <param name="Bits">What that signal weighs.</param>
/// <param name="Fates">What became of the pages that name the member, or of those that name whom a thief robbed.</param>
internal sealed record WebOutcome(PlantedAccount Account, AuthenticityVerdict Without, AuthenticityVerdict With, string[] Codes, double Bits, PageFate[] Fates);
