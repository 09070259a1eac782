namespace FakeProfileDetector.Photos.Patches;

/// <summary>Finds what differs within a picture, away from its rim: another person's face on one template, not a logo in a corner.</summary>
internal static class InnerDifference
{
    private const int Side = PatchThumbnail.Side;
    private const float UnlikeBelow = 0.7f;

    // A window of five reaches two samples beyond its middle, and what is at the rim touches the next one.
    private const int Reach = 3;

    /// <summary>Windows of the largest connected part that differs and touches no rim of what both pictures show.</summary>
    /// <param name="scores">Scores of windows of five samples.</param>
    /// <param name="warped">The one picture laid over the other; not a number beyond the rim.</param>
    internal static int Largest(ReadOnlySpan<float> scores, ReadOnlySpan<float> warped)
    {
        Span<bool> seen = stackalloc bool[Side * Side];
        seen.Clear();
        Span<int> waiting = stackalloc int[Side * Side];
        var largest = 0;
        for (var i = 0; i < scores.Length; i++)
        {
            if (!seen[i] && scores[i] < UnlikeBelow)
            {
                largest = Math.Max(largest, Follow(scores, warped, i, seen, waiting));
            }
        }

        return largest;
    }

    private static int Follow(ReadOnlySpan<float> scores, ReadOnlySpan<float> warped, int start, Span<bool> seen, Span<int> waiting)
    {
        var (count, size, touches) = (0, 0, false);
        waiting[count++] = start;
        seen[start] = true;
        while (count > 0)
        {
            var place = waiting[--count];
            var (x, y) = (place % Side, place / Side);
            size++;
            touches = touches || TouchesRim(warped, x, y);
            for (var v = Math.Max(y - 1, 0); v <= Math.Min(y + 1, Side - 1); v++)
            {
                for (var u = Math.Max(x - 1, 0); u <= Math.Min(x + 1, Side - 1); u++)
                {
                    var next = (v * Side) + u;
                    if (!seen[next] && scores[next] < UnlikeBelow)
                    {
                        seen[next] = true;
                        waiting[count++] = next;
                    }
                }
            }
        }

        return touches ? 0 : size;
    }

    private static bool TouchesRim(ReadOnlySpan<float> warped, int x, int y)
    {
        if (x < Reach || y < Reach || x >= Side - Reach || y >= Side - Reach)
        {
            return true;
        }

        for (var v = y - Reach; v <= y + Reach; v++)
        {
            for (var u = x - Reach; u <= x + Reach; u++)
            {
                if (float.IsNaN(warped[(v * Side) + u]))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
