using FakeProfileDetector.Profiles;

namespace FakeProfileDetector.WholeJob.Checking;

/// <summary>Profiles to check that are alike in what a check has to do for them.</summary>
/// <param name="Name">What the photo of each is.</param>
/// <param name="IsFound">Whether the photo is enrolled, so that a check must match it; one that does not, or that does where nothing is, is reported.</param>
/// <param name="Profiles">The profiles, checked one after another and again from the first.</param>
internal sealed record CheckCase(string Name, bool IsFound, IReadOnlyList<Profile> Profiles);
