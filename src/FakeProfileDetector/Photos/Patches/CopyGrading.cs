namespace FakeProfileDetector.Photos.Patches;

/// <summary>Says how sure it is that two aligned photos are one.</summary>
/// <remarks>
/// Where faces are known the copy must hold within them: what surrounds another face is a template, a uniform, a backdrop.
/// Where none are known, the whole of what both show has to agree but for little at its rim, and of a flat drawing
/// everything: one cell makes another identicon, one stroke another letter. Limits and what they were measured on:
/// benchmarks/results/copies.md.
/// </remarks>
internal static class CopyGrading
{
    private const double MinimumCorrelation = 0.90;

    // The best of eight million pairs of strangers' photos, edited in 49 ways, reached 0.92; other shots of one session 0.93.
    private const double ExactCorrelation = 0.95;

    // A few votes can agree by chance, up to four at the correlations that strangers reach.
    private const int MinimumVotesBelowExact = 6;

    // Less than half of the smaller picture in common may be a backdrop that both share; of a drawing, a letter.
    private const double MinimumOverlap = 0.5;
    private const double MinimumOverlapOfDrawings = 0.8;

    // That many windows of a copy reach it, also under a logo; of another shot of one session, one pair in fifteen.
    private const double MinimumLowest = 0.925;

    // Windows within that may differ: a mole, a compression error.
    private const int MaximumInner = 6;
    private const double MaximumUnlikeOfDrawings = 0.02;

    // Sampling a photo anew, turned by a few degrees, blurs a face by so much and no more.
    private const int MinimumVotesOfTurned = 12;
    private const double MinimumLowestOfTurned = 0.90;

    // A smiling sticker is a face as well; what it was put on has little else to compare than itself.
    private const double MaximumOpposedOfDrawnFaces = 0.12;

    // A small disk is like a small square.
    private const double MinimumLowestOfDrawings = 0.97;

    // What is not alike at all: more of it is no movement of a head.
    private const double MaximumOpposedOfSession = 0.10;

    // A copy whose whole resembles may bear a logo.
    private const double MaximumOpposedOfWhole = 0.06;

    // Where contrast was raised until the lights are white, a little within differs.
    private const int MaximumInnerOfWhole = 14;

    // Below it everything differs a little: a filter over one photo. Strangers' photos are never near as wholes.
    private const double MinimumCorrelationOfTemplate = 0.90;

    /// <summary>The grade of photos that patches have placed.</summary>
    /// <param name="agreement">How their thumbnails agree.</param>
    /// <param name="votes">Patches that agree on the placement.</param>
    /// <returns>Null where nothing is common.</returns>
    internal static PhotoCopyGrade? OfPlaced(in Agreement agreement, int votes)
    {
        var isSure = agreement.Correlation >= ExactCorrelation;
        var hasFaces = agreement.Faces != FaceAgreement.Unknown;
        var overlap = Math.Max(agreement.OfQuery, agreement.OfStored);
        if (agreement.Correlation < MinimumCorrelation || overlap < MinimumOverlap || (!isSure && votes < MinimumVotesBelowExact))
        {
            return null;
        }

        if (hasFaces)
        {
            return IsOnlyAlikeInFace(agreement) ? PhotoCopyGrade.SharedTemplate : agreement.Faces switch
            {
                FaceAgreement.Same => isSure ? PhotoCopyGrade.Exact : PhotoCopyGrade.Similar,
                FaceAgreement.Alike => isSure && IsSameThroughout(agreement.Scores, votes) ? PhotoCopyGrade.Exact : PhotoCopyGrade.Similar,
                _ => PhotoCopyGrade.SharedTemplate,
            };
        }

        if (agreement.IsDrawn)
        {
            return isSure && overlap >= MinimumOverlapOfDrawings && IsSameDrawing(agreement.Scores) ? PhotoCopyGrade.Exact : null;
        }

        return isSure && agreement.Scores.Lowest >= MinimumLowest && agreement.Inner <= MaximumInner ? PhotoCopyGrade.Exact
            : agreement.Scores.Opposed <= MaximumOpposedOfSession ? PhotoCopyGrade.Similar
            : PhotoCopyGrade.SharedTemplate;
    }

    /// <summary>The grade of photos whose hashes of the whole are near.</summary>
    /// <param name="agreement">How their thumbnails agree.</param>
    /// <returns>Null where they are two drawings.</returns>
    internal static PhotoCopyGrade? OfWhole(in Agreement agreement)
    {
        if (agreement.Faces == FaceAgreement.Same)
        {
            return IsOnlyAlikeInFace(agreement) ? PhotoCopyGrade.SharedTemplate : PhotoCopyGrade.Exact;
        }

        if (agreement is { IsDrawn: true, Faces: FaceAgreement.Unknown or FaceAgreement.OutOfSight })
        {
            return IsSameDrawing(agreement.Scores) ? PhotoCopyGrade.Exact : null;
        }

        // On a page even another's small face may be alike, or too small to tell: then all the rest must agree.
        var isTemplate = agreement.Faces is FaceAgreement.Different or FaceAgreement.Alike
            || (agreement.Faces == FaceAgreement.OutOfSight && (agreement.Scores.Lowest < ExactCorrelation || agreement.Inner > 0))
            || agreement.Scores.Opposed > MaximumOpposedOfWhole || agreement.Inner > MaximumInnerOfWhole;
        return !isTemplate || agreement.Correlation < MinimumCorrelationOfTemplate ? PhotoCopyGrade.Exact
            : agreement is { Faces: FaceAgreement.Alike, IsDrawn: false } ? PhotoCopyGrade.Similar
            : PhotoCopyGrade.SharedTemplate;
    }

    /// <summary>Of another shot of one session something has always moved; a turned copy is a little different everywhere.</summary>
    private static bool IsSameThroughout(in ScoreSummary scores, int votes) =>
        votes >= MinimumVotesOfTurned && scores is { Unlike: 0, Lowest: >= MinimumLowestOfTurned };

    private static bool IsOnlyAlikeInFace(in Agreement agreement) =>
        agreement is { IsDrawn: true, Faces: FaceAgreement.Same, Scores.Opposed: > MaximumOpposedOfDrawnFaces };

    private static bool IsSameDrawing(in ScoreSummary scores) =>
        scores.Unlike <= MaximumUnlikeOfDrawings && scores.Lowest >= MinimumLowestOfDrawings;
}
