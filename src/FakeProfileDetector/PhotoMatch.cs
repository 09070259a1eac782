using FakeProfileDetector.Photos;
using FakeProfileDetector.SharedPhotos;

namespace FakeProfileDetector;

/// <summary>Another profile on which a signal rests.</summary>
/// <param name="ProfileId">Whose photo it is. Show it to moderators only; see <see cref="AuthenticityReport.RedactFor"/>.</param>
/// <param name="Distance">Distance of the photos' hashes in bits.</param>
/// <param name="Transform">How the checked photo was turned or flipped to match.</param>
public sealed record PhotoMatch(string ProfileId, int Distance, DihedralTransform Transform)
{
    /// <summary>How the photo was altered; null where it is the whole photo.</summary>
    public PhotoAlteration? Alteration { get; init; }

    /// <summary>Which of the people who share the photo the profile is, grouped by compatible names.</summary>
    /// <value>0: the checked profile's own person; 1, 2, …: others; null: its name compares with nobody's, or nothing was grouped.</value>
    public int? Person { get; init; }

    /// <summary>Names no member, so that a logged match gives no personal data away.</summary>
    /// <returns>The type's name and the distance.</returns>
    public override string ToString() => $"{nameof(PhotoMatch)} at {Distance}";
}
