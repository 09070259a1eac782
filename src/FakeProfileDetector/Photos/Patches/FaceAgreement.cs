namespace FakeProfileDetector.Photos.Patches;

/// <summary>Whether two aligned pictures agree where their faces are; a greater value agrees better.</summary>
internal enum FaceAgreement
{
    /// <summary>Nobody said where faces are.</summary>
    Unknown = 0,

    /// <summary>Faces are known, and none lies in what both pictures show.</summary>
    OutOfSight,

    /// <summary>A face is another one.</summary>
    Different,

    /// <summary>A face resembles, as in another shot of one session.</summary>
    Alike,

    /// <summary>All faces that both pictures show are the same to the pixel.</summary>
    Same,
}

/// <summary>Compares two aligned thumbnails within the faces, in windows of five and of three samples.</summary>
/// <remarks>
/// Measured on 32 × 32 samples (benchmarks/results/copies.md): of the windows within the face of a copy at most a tenth
/// stays below 0.9; of those of strangers on one template at least a fifth, and mostly nearly all, even where the face is
/// only four samples wide; of those of another shot of one session a fifth.
/// </remarks>
internal static class FaceComparison
{
    private const int Side = PatchThumbnail.Side;
    private const float AgreesFrom = 0.9f;
    private const double MaximumUnlikeOfSame = 0.12;
    private const double MaximumUnlikeOfAlike = 0.5;

    // Of a face and of its windows: what has to be in sight to tell.
    private const double MinimumInSight = 0.3;
    private const int MinimumWindows = 6;

    /// <summary>The least agreement of all faces in sight.</summary>
    /// <param name="faces">The faces in samples of the reference.</param>
    /// <param name="warped">The other picture laid over the reference.</param>
    /// <param name="coarse">Scores of windows of five samples.</param>
    /// <param name="fine">Scores of windows of three samples.</param>
    internal static FaceAgreement Compare(
        ReadOnlySpan<FaceBounds> faces, ReadOnlySpan<float> warped, ReadOnlySpan<float> coarse, ReadOnlySpan<float> fine)
    {
        if (faces.IsEmpty)
        {
            return FaceAgreement.Unknown;
        }

        FaceAgreement? least = null;
        foreach (var face in faces)
        {
            if (Compare(face, warped, coarse, fine) is { } agreement && !(agreement >= least))
            {
                least = agreement;
            }
        }

        return least ?? FaceAgreement.OutOfSight;
    }

    private static FaceAgreement? Compare(FaceBounds face, ReadOnlySpan<float> warped, ReadOnlySpan<float> coarse, ReadOnlySpan<float> fine)
    {
        var (left, top) = (Math.Max(0, (int)Math.Round(face.Left)), Math.Max(0, (int)Math.Round(face.Top)));
        var (right, bottom) = (Math.Min(Side - 1, (int)Math.Round(face.Right)), Math.Min(Side - 1, (int)Math.Round(face.Bottom)));
        var (inSight, coarseCount, coarseUnlike, fineCount, fineUnlike) = (0, 0, 0, 0, 0);
        for (var y = top; y <= bottom; y++)
        {
            for (var x = left; x <= right; x++)
            {
                var place = (y * Side) + x;
                inSight += float.IsNaN(warped[place]) ? 0 : 1;
                Count(coarse[place], ref coarseCount, ref coarseUnlike);
                Count(fine[place], ref fineCount, ref fineUnlike);
            }
        }

        var area = (face.Right - face.Left + 1) * (face.Bottom - face.Top + 1);
        if (inSight < MinimumInSight * area || coarseCount < MinimumWindows || fineCount < MinimumWindows)
        {
            return null;
        }

        var unlike = Math.Max(coarseUnlike / (double)coarseCount, fineUnlike / (double)fineCount);
        return unlike <= MaximumUnlikeOfSame ? FaceAgreement.Same
            : unlike <= MaximumUnlikeOfAlike ? FaceAgreement.Alike
            : FaceAgreement.Different;
    }

    private static void Count(float score, ref int count, ref int unlike)
    {
        if (!float.IsNaN(score))
        {
            count++;
            unlike += score < AgreesFrom ? 1 : 0;
        }
    }
}

/// <summary>A face in samples of a thumbnail.</summary>
internal readonly record struct FaceBounds(double Left, double Top, double Right, double Bottom)
{
    internal static FaceBounds Of(PhotoRegion face, bool isMirrored)
    {
        var (left, right) = isMirrored ? (1 - face.Right, 1 - face.Left) : (face.Left, face.Right);
        return new(At(left), At(face.Top), At(right), At(face.Bottom));

        static double At(double share) => (share * PatchThumbnail.Side) - 0.5;
    }

    /// <summary>The box around the mapped middles of the sides: the face, a little turned, is no larger.</summary>
    internal FaceBounds Mapped(Affine map)
    {
        var (middleX, middleY) = ((Left + Right) / 2, (Top + Bottom) / 2);
        return new(map.Map(Left, middleY).X, map.Map(middleX, Top).Y, map.Map(Right, middleY).X, map.Map(middleX, Bottom).Y);
    }
}
