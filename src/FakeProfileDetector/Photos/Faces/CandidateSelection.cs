namespace FakeProfileDetector.Photos.Faces;

/// <summary>Of candidates that lie upon each other, the best.</summary>
internal static class CandidateSelection
{
    /// <param name="candidates">Are put in order, best first.</param>
    /// <param name="overlap">Above this <see cref="FaceCandidate.Overlap"/> two are one face.</param>
    /// <param name="containment">Above this <see cref="FaceCandidate.Containment"/> too.</param>
    /// <param name="best">Receives them, best first, as many as it holds; may not overlap <paramref name="candidates"/>.</param>
    /// <returns>How many.</returns>
    internal static int Best(Span<FaceCandidate> candidates, float overlap, float containment, Span<FaceCandidate> best)
    {
        // Ties by place: no order of the candidates changes the result.
        candidates.Sort(static (one, other) => one.Score != other.Score
            ? other.Score.CompareTo(one.Score)
            : (one.CenterY, one.CenterX, one.Side).CompareTo((other.CenterY, other.CenterX, other.Side)));
        var count = 0;
        foreach (ref readonly var candidate in candidates)
        {
            if (count < best.Length && IsNew(candidate, best[..count], overlap, containment))
            {
                best[count++] = candidate;
            }
        }

        return count;
    }

    private static bool IsNew(in FaceCandidate candidate, ReadOnlySpan<FaceCandidate> better, float overlap, float containment)
    {
        foreach (ref readonly var other in better)
        {
            if (candidate.Overlap(other) > overlap || candidate.Containment(other) > containment)
            {
                return false;
            }
        }

        return true;
    }
}
