using FakeProfileDetector.Photos.Faces.Kernels;

namespace FakeProfileDetector.Photos.Faces;

/// <summary>Locates faces by three small convolutional networks in whole numbers: one proposes, one verifies, one sees the face alone and larger.</summary>
/// <remarks>
/// A cascade as of Viola and Jones (CVPR 2001), with networks in the manner of Zhang et al., "Joint Face Detection and
/// Alignment Using Multitask Cascaded Convolutional Networks" (IEEE SPL 23(10), 2016), without landmarks. Weights were learned by
/// <c>benchmarks/FakeProfileDetector.FaceTraining</c>; the result is the same on every CPU.
/// </remarks>
/// <threadsafety>Immutable; calls may overlap.</threadsafety>
internal sealed class CascadeFaceLocator(FaceTable table) : IFaceLocator
{
    // Two faces touch, but one does not lie upon the other.
    private const float SameFace = 0.3f;
    private const float InsideAnother = 0.6f;

    // Of the largest side: people who pose together are about as far away.
    private const float SmallestShare = 0.25f;

    // In samples: below, there is nothing to tell a face by.
    private const float SmallestSide = 9;

    // A small face alone, cut out on white, is a drawn figure more often than a photographed person: it needs so much more.
    private const int MoreOnWhite = 3 * ScoreOfOne;

    private const int ScoreOfOne = 1 << (ConvolutionLayer.ValueBits + ConvolutionLayer.WeightBits);

    // What a second look from a better place can make up for, and what a third one from there can.
    private const long Doubt = 8 * ScoreOfOne;
    private const long LittleDoubt = 5 * ScoreOfOne;

    // When no sure proposal is a face, so many in all are looked at, down to this far below the threshold.
    private const int Tries = 12;
    private const int Unlikely = 2 * ScoreOfOne;

    /// <summary>The locator with the table of the library.</summary>
    internal static CascadeFaceLocator Default => new(FaceTable.Default);

    private long Worst => Math.Min(table.Thresholds.First, table.Thresholds.Further);

    /// <inheritdoc/>
    public PictureContent Locate(LumaImage luma, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(luma);
        cancellationToken.ThrowIfCancellationRequested();
        Span<FaceCandidate> faces = stackalloc FaceCandidate[FaceProposals.Maximum];
        var count = Find(luma.Pixels, luma.Width, luma.Height, faces, cancellationToken);
        var grid = luma.Grid;
        var boxes = new FaceBox[count];
        for (var i = 0; i < count; i++)
        {
            boxes[i] = Box(faces[i], grid);
        }

        return new(grid.PhotoWidth, grid.PhotoHeight, boxes);
    }

    /// <summary>The faces of a plane, best first.</summary>
    internal int Find(ReadOnlySpan<byte> pixels, int width, int height, Span<FaceCandidate> faces, CancellationToken cancellationToken = default) =>
        WithoutDrawn(pixels, width, height, faces[..Counted(faces[..Candidates(pixels, width, height, faces, cancellationToken)])]);

    /// <summary>What may be faces, best first, before it is decided which are counted.</summary>
    internal int Candidates(ReadOnlySpan<byte> pixels, int width, int height, Span<FaceCandidate> faces, CancellationToken cancellationToken = default)
    {
        var coarsest = MathF.Max(FaceProposals.FinestStep(width, height), MathF.Min(width, height) / 8f);
        var planes = new HalvedPlanes(pixels, width, height, coarsest);
        try
        {
            var sure = table.Thresholds.Proposal;
            Span<FaceCandidate> candidates = stackalloc FaceCandidate[FaceProposals.Maximum];
            var count = FaceProposals.Find(planes, table.Proposer, sure - Unlikely, candidates, cancellationToken);
            var (kept, found) = (0, false);
            for (var i = 0; i < count; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (candidates[i].Score < sure && (found || i >= Tries))
                {
                    break;
                }

                var looked = Verified(planes, candidates[i]);
                if (looked.Score >= Worst - Doubt && looked.Side >= SmallestSide)
                {
                    candidates[kept++] = looked;
                    found |= looked.Score >= table.Thresholds.First;
                }
            }

            return CandidateSelection.Best(candidates[..kept], SameFace, InsideAnother, faces);
        }
        finally
        {
            planes.Dispose();
        }
    }

    /// <summary>Whether a face is drawn: in plain colors or few tones, or not sure enough for a small one alone, cut out on white.</summary>
    internal bool IsDrawn(ReadOnlySpan<byte> pixels, int width, int height, in FaceCandidate face, bool isAlone) =>
        FlatFace.Is(pixels, width, height, face)
        || (isAlone && face.Score < table.Thresholds.First + MoreOnWhite && CutOutFace.Is(pixels, width, height, face));

    /// <summary>Looks until it is clear that there is no face, each time with the last look's face in the middle; the mean is steadier than any one.</summary>
    private FaceCandidate Verified(in HalvedPlanes planes, in FaceCandidate proposal)
    {
        var looked = FaceVerification.Look(planes, table.Verifier, proposal);
        if (looked.Score < Worst - Doubt)
        {
            return looked;
        }

        var again = FaceVerification.Look(planes, table.Verifier, looked);
        var score = ((long)looked.Score + again.Score) / 2;
        if (score < Worst - LittleDoubt)
        {
            return again with { Score = (int)score };
        }

        var mirrored = FaceVerification.LookMirrored(planes, table.Verifier, again);
        var face = new FaceCandidate(
            (again.CenterX + mirrored.CenterX) / 2, (again.CenterY + mirrored.CenterY) / 2, (again.Side + mirrored.Side) / 2, (int)((score + mirrored.Score) / 2));
        if (table.Confirmer is not { } confirmer || face.Score < Worst - LittleDoubt)
        {
            return face;
        }

        return face with { Score = (int)(((long)face.Score + FaceVerification.ScoreClose(planes, confirmer, face)) / 2) };
    }

    private static FaceBox Box(in FaceCandidate face, in SampleGrid grid)
    {
        var (left, right) = Inside(face.CenterX, face.Side, grid.Scale, grid.OffsetX, grid.PhotoWidth);
        var (top, bottom) = Inside(face.CenterY, face.Side, grid.Scale, grid.OffsetY, grid.PhotoHeight);
        return new(left, top, right - left, bottom - top);
    }

    private static (int Start, int End) Inside(float center, float side, int scale, int offset, int length)
    {
        var start = (int)(((center - (side / 2)) * scale) + offset + 0.5f);
        var end = (int)(((center + (side / 2)) * scale) + offset + 0.5f);
        start = Math.Clamp(start, 0, length - 1);
        return (start, Math.Clamp(end, start + 1, length));
    }

    private int Counted(Span<FaceCandidate> faces)
    {
        if (faces.IsEmpty || faces[0].Score < table.Thresholds.First)
        {
            return 0;
        }

        var count = 1;
        while (count < faces.Length && faces[count].Score >= table.Thresholds.Further)
        {
            count++;
        }

        return WithoutTiny(faces[..count]);
    }

    /// <summary>Drops what is drawn: a poster, a cartoon, a sticker, a painted figure.</summary>
    private int WithoutDrawn(ReadOnlySpan<byte> pixels, int width, int height, Span<FaceCandidate> faces)
    {
        var kept = 0;
        foreach (var face in faces)
        {
            if (!IsDrawn(pixels, width, height, face, faces.Length == 1))
            {
                faces[kept++] = face;
            }
        }

        return kept;
    }

    /// <summary>Drops what is much smaller than the largest face: texture beside it, more often than a person.</summary>
    private static int WithoutTiny(Span<FaceCandidate> faces)
    {
        var largest = 0f;
        foreach (ref readonly var face in faces)
        {
            largest = MathF.Max(largest, face.Side);
        }

        var kept = 0;
        foreach (var face in faces)
        {
            if (face.Side >= SmallestShare * largest)
            {
                faces[kept++] = face;
            }
        }

        return kept;
    }
}
