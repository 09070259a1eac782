using FakeProfileDetector.Sharing.Members;

namespace FakeProfileDetector.Sharing.Networks;

/// <summary>A planted member and what the detector says.</summary>
/// <param name="Member">The member, without its photo.</param>
/// <param name="Verdict">The verdict.</param>
internal sealed record Outcome(PlantedMember Member, AuthenticityVerdict Verdict);
