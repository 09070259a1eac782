namespace FakeProfileDetector.Photos.Patches;

/// <summary>Decides whether a stored photo is a copy of the one asked about, by their patches.</summary>
internal static class PatchMatcher
{
    private const int MinimumVotes = 2;
    // Without thumbnails votes are all there is: strangers before the same banner have up to five.
    private const int MinimumVotesAlone = 8;
    private const double MinimumShareAlone = 0.40;

    // Of the windows that show something: fewer were left because one picture has plain ground where the other has none.
    private const double MinimumWithoutGround = 0.75;

    // Of the thumbnails: a hash that lies opposite another one can be made to.
    private const double MinimumCorrelationOfNegative = 0.80;

    // In sides of the photo: patches that lie together are of one sticker, badge or logo.
    private const double MinimumExtentAlone = 0.40;

    /// <summary>Compares two photos.</summary>
    /// <param name="query">The photo asked about.</param>
    /// <param name="stored">The stored photo.</param>
    /// <param name="cancellationToken">Stops the comparison.</param>
    /// <returns>How the copy was altered; null where it is none.</returns>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    internal static PhotoAlteration? Match(PhotoPatches query, PhotoPatches stored, CancellationToken cancellationToken = default) =>
        Match(query, stored, default, cancellationToken);

    /// <summary>Compares two photos whose faces may be known.</summary>
    /// <param name="query">The photo asked about.</param>
    /// <param name="stored">The stored photo.</param>
    /// <param name="faces">Where their faces are.</param>
    /// <param name="cancellationToken">Stops the comparison.</param>
    /// <returns>How the copy was altered; null where it is none.</returns>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    internal static PhotoAlteration? Match(PhotoPatches query, PhotoPatches stored, in FacesOfBoth faces, CancellationToken cancellationToken = default)
    {
        Span<PatchMatch> matches = stackalloc PatchMatch[PatchMatches.MaximumCount];
        matches = matches[..PatchMatches.Find(query, stored, matches)];
        if (matches.Length < MinimumVotes)
        {
            return null;
        }

        var placement = PatchVotes.Find(query, stored, matches, out _, cancellationToken);
        if (placement.Votes < MinimumVotes)
        {
            return null;
        }

        var share = Share(query, stored, placement);
        if (!query.HasThumbnail || !stored.HasThumbnail)
        {
            return placement.Votes >= MinimumVotesAlone && share >= MinimumShareAlone && placement.Extent >= MinimumExtentAlone
                ? Describe(query, stored, placement, share, agreement: null, PhotoCopyGrade.Similar)
                : null;
        }

        var agreement = ThumbnailAlignment.Compare(query, stored, placement, faces);
        var grade = CopyGrading.OfPlaced(agreement, placement.Votes);
        if (grade is not PhotoCopyGrade.Exact && agreement is { Faces: FaceAgreement.Unknown, IsDrawn: false })
        {
            // Where frame and ground have one color, what is ground and what is frame cannot be told.
            var withoutGround = ThumbnailAlignment.Compare(query, stored, placement, faces, withoutGround: true);
            if (withoutGround.Scores.Count >= MinimumWithoutGround * agreement.Scores.Count
                && CopyGrading.OfPlaced(withoutGround, placement.Votes) is { } other && !(other <= grade))
            {
                (agreement, grade) = (withoutGround, other);
            }
        }

        return grade is { } found ? Describe(query, stored, placement, share, agreement, found) : null;
    }

    /// <summary>Verifies that photos whose hashes of the whole are near are one picture, where both have a thumbnail.</summary>
    /// <param name="query">The photo asked about.</param>
    /// <param name="stored">The stored photo.</param>
    /// <param name="transform">How the photo asked about was turned to match.</param>
    /// <param name="isNegative">Whether its colors were inverted to match.</param>
    /// <param name="faces">Where their faces are.</param>
    /// <param name="alteration">What they have in common instead, where they are not one picture, or that the colors were inverted; null where that is nothing.</param>
    /// <returns>Whether they are one picture, or nothing speaks against it.</returns>
    internal static bool VerifyWhole(
        PhotoPatches query, PhotoPatches stored, DihedralTransform transform, bool isNegative, in FacesOfBoth faces, out PhotoAlteration? alteration)
    {
        alteration = isNegative ? PhotoAlteration.Negative(isMirrored: transform == DihedralTransform.Mirror) : null;
        if (!query.HasThumbnail || !stored.HasThumbnail)
        {
            return true;
        }

        var agreement = ThumbnailAlignment.CompareWhole(query, stored, transform, isNegative, faces);
        var grade = CopyGrading.OfWhole(agreement);
        if (isNegative && (grade != PhotoCopyGrade.Exact || agreement.Correlation < MinimumCorrelationOfNegative))
        {
            // Nobody inverts a template.
            alteration = null;
            return false;
        }

        if (grade is { } lower and < PhotoCopyGrade.Exact)
        {
            var whole = new Affine((double)stored.Width / query.Width, 0, 0, 0, (double)stored.Height / query.Height, 0);
            var placement = new Placement(whole, transform == DihedralTransform.Mirror, Votes: 0, Extent: 0);
            alteration = Describe(query, stored, placement, share: 0, agreement with { Map = whole }, lower);
        }

        return grade == PhotoCopyGrade.Exact;
    }

    /// <summary>Votes among the patches that lie in what both photos show.</summary>
    private static double Share(PhotoPatches query, PhotoPatches stored, in Placement placement)
    {
        var inStored = 0;
        foreach (var place in query.Places)
        {
            inStored += Contains(stored, placement.Map.Map(placement.IsMirrored ? query.Width - place.X : place.X, place.Y)) ? 1 : 0;
        }

        var inverse = placement.Map.Inverse();
        var inQuery = 0;
        foreach (var place in stored.Places)
        {
            inQuery += Contains(query, inverse.Map(place.X, place.Y)) ? 1 : 0;
        }

        return Math.Min(1, placement.Votes / (double)Math.Max(1, Math.Min(inStored, inQuery)));
    }

    private static bool Contains(PhotoPatches photo, (double X, double Y) point) =>
        point.X >= 0 && point.Y >= 0 && point.X <= photo.Width && point.Y <= photo.Height;

    private static PhotoAlteration Describe(
        PhotoPatches query, PhotoPatches stored, in Placement placement, double share, Agreement? agreement, PhotoCopyGrade grade)
    {
        var map = agreement?.Map ?? placement.Map;

        // What of the stored photo the other one shows: the box around its corners, mapped.
        var corners = (ReadOnlySpan<(double X, double Y)>)
            [map.Map(0, 0), map.Map(query.Width, 0), map.Map(0, query.Height), map.Map(query.Width, query.Height)];
        var (left, top) = (corners[0].X + corners[2].X, corners[0].Y + corners[1].Y);
        var (right, bottom) = (corners[1].X + corners[3].X, corners[2].Y + corners[3].Y);
        var region = new PhotoRegion(
            Within(left / 2 / stored.Width), Within(top / 2 / stored.Height), Within(right / 2 / stored.Width), Within(bottom / 2 / stored.Height));
        return new()
        {
            IsMirrored = placement.IsMirrored,
            Kept = region,
            Scale = 1 / Math.Sqrt(Math.Abs(map.Determinant)),
            RotationDegrees = -Math.Atan2(map.C - map.B, map.A + map.D) * 180 / Math.PI,
            MatchedPatches = placement.Votes,
            MatchedShare = share,
            Correlation = agreement?.Correlation,
            OwnShare = agreement?.OfQuery,
            KeptShare = agreement?.OfStored,
            IsFramed = agreement is { } outer && outer.OfStored > outer.OfQuery
                && PutAround.IsFrame(query, placement.IsMirrored, stored.Width, stored.Height, map.Inverse()),
            IsStoredFramed = agreement is { } inner && inner.OfQuery > inner.OfStored
                && PutAround.IsFrame(stored, isOuterMirrored: false, query.Width, query.Height, map),
            Grade = grade,
        };

        static double Within(double share) => Math.Clamp(share, 0, 1);
    }
}
