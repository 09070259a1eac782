namespace FakeProfileDetector;

/// <summary>Who reads a report; the higher, the more is seen. The zero value sees the least.</summary>
public enum ReportAudience
{
    /// <summary>
    /// Whoever is checked, who may be the thief: sees only whether something speaks for looking at the profile. The verdict is
    /// <see cref="AuthenticityVerdict.NoAdverseEvidence"/> or else <see cref="AuthenticityVerdict.InsufficientEvidence"/>,
    /// and the action is never <see cref="RecommendedAction.Report"/>.
    /// </summary>
    Subject = 0,

    /// <summary>Another member, such as the recipient of a connection request: sees verdict and action, and no number.</summary>
    Member = 100,

    /// <summary>
    /// Code and staff outside moderation: sees the outcome and the reason codes of each signal and the prior besides, but no
    /// other member, sentence, fact or count, and no weight or probability, which would tell how many others use the photo.
    /// </summary>
    Application = 200,

    /// <summary>Sees everything, other members' identifiers included.</summary>
    Moderator = 300,
}
