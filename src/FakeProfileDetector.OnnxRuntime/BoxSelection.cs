namespace FakeProfileDetector.OnnxRuntime;

/// <summary>Of boxes that lie upon each other, the one of the highest score: non-maximum suppression.</summary>
internal static class BoxSelection
{
    /// <param name="boxes">In any order, sides over 0; are put in order, best first.</param>
    /// <param name="maximumOverlap">Above this <see cref="ScoredBox.Overlap"/> two are one face, 0–1.</param>
    /// <param name="maximumCount">How many to keep, 1 or more.</param>
    /// <returns>The kept ones, best first.</returns>
    internal static List<ScoredBox> Best(List<ScoredBox> boxes, float maximumOverlap, int maximumCount)
    {
        // Ties by place: no order of the model's outputs changes the result.
        boxes.Sort(static (one, other) =>
            (other.Score, one.Top, one.Left, one.Bottom, one.Right).CompareTo((one.Score, other.Top, other.Left, other.Bottom, other.Right)));
        var kept = new List<ScoredBox>();
        foreach (var box in boxes)
        {
            if (kept.TrueForAll(better => box.Overlap(better) <= maximumOverlap))
            {
                kept.Add(box);
                if (kept.Count == maximumCount)
                {
                    break;
                }
            }
        }

        return kept;
    }
}
