namespace FakeProfileDetector.Photos;

/// <summary>Exchanges rows and columns of a hash, as mirroring a photo at its diagonal does.</summary>
internal static class HashTransposition
{
    private const ulong LowBytes = 0x00FF00FF00FF00FF;
    private const ulong LowNibbles = 0x0F0F0F0F0F0F0F0F;

    /// <summary>Exchanges rows and columns of the 16 × 16 bits.</summary>
    internal static PhotoHash Transpose(PhotoHash hash)
    {
        var words = hash.Words;
        var (a, b, c, d) = (words[0], words[1], words[2], words[3]);

        // Each word holds four rows of 16. Blocks of 8, 4, 2 and 1 change places across the diagonal.
        (a, c) = (Keep(a, c, LowBytes, 8), Take(a, c, LowBytes, 8));
        (b, d) = (Keep(b, d, LowBytes, 8), Take(b, d, LowBytes, 8));
        (a, b) = (Keep(a, b, LowNibbles, 4), Take(a, b, LowNibbles, 4));
        (c, d) = (Keep(c, d, LowNibbles, 4), Take(c, d, LowNibbles, 4));
        return new PhotoHash(Within(a), Within(b), Within(c), Within(d));
    }

    private static ulong Keep(ulong upper, ulong lower, ulong mask, int shift) => (upper & mask) | ((lower & mask) << shift);

    private static ulong Take(ulong upper, ulong lower, ulong mask, int shift) => ((upper >> shift) & mask) | (lower & ~mask);

    /// <summary>The last two exchanges, between the four rows of a word.</summary>
    private static ulong Within(ulong word)
    {
        word = Exchange(word, 0x00000000CCCCCCCC, 30);
        return Exchange(word, 0x0000AAAA0000AAAA, 15);
    }

    private static ulong Exchange(ulong word, ulong mask, int shift)
    {
        var changed = (word ^ (word >> shift)) & mask;
        return word ^ changed ^ (changed << shift);
    }
}
