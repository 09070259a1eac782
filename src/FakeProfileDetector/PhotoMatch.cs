using FakeProfileDetector.Photos;

namespace FakeProfileDetector;

/// <summary>Another profile on which a signal rests.</summary>
/// <param name="ProfileId">Whose photo it is. Show it to moderators only; see <see cref="AuthenticityReport.RedactFor"/>.</param>
/// <param name="Distance">Distance of the photos' hashes in bits.</param>
/// <param name="Transform">How the checked photo was turned or flipped to match.</param>
public sealed record PhotoMatch(string ProfileId, int Distance, DihedralTransform Transform);
