using FakeProfileDetector.Accuracy.Data;

namespace FakeProfileDetector.Accuracy.Networks;

/// <summary>A member of the network and what the detector says.</summary>
internal sealed record Outcome(NetworkMember Member, AuthenticityReport Report)
{
    private const string OwnPhoto = "own-photo-fake";
    private const string Crop = "crop";

    internal bool IsLikelyFake => Report.Verdict == AuthenticityVerdict.LikelyFake;

    internal bool IsFlagged => Report.Verdict >= AuthenticityVerdict.Suspicious;

    /// <summary>A fake whose photo others use, too.</summary>
    internal bool ReusesPhoto => Member.IsFake && Member.Case != OwnPhoto;

    /// <summary>Whether the photo was cropped, by the thief or by the network.</summary>
    internal bool IsCropped => Member.Case.Contains(Crop, StringComparison.Ordinal);
}
