namespace FakeProfileDetector.Accuracy.Data;

/// <summary>Draws words of one script, each as likely as any other or in proportion to how common it is.</summary>
internal sealed class WordDraw
{
    private readonly Random _random;
    private readonly WordPair[] _words;
    private readonly long[] _ends;
    private readonly HashSet<(string Latin, string Native)> _known;

    internal WordDraw(WordPair[] words, bool byCount, int seed)
    {
        _random = new(seed);
        _words = words;
        _known = [.. words.Select(word => (word.Latin, word.Native))];
        _ends = new long[words.Length];
        var end = 0L;
        for (var i = 0; i < words.Length; i++)
        {
            _ends[i] = end += byCount ? words[i].Count : 1;
        }
    }

    internal WordPair Next()
    {
        var found = Array.BinarySearch(_ends, _random.NextInt64(_ends[^1]) + 1);
        return _words[found >= 0 ? found : ~found];
    }

    /// <summary>A word that is no known form of any of the others.</summary>
    internal WordPair NextUnlike(WordPair[] others)
    {
        var word = Next();
        while (others.Any(other => AreForms(word, other)))
        {
            word = Next();
        }

        return word;
    }

    private bool AreForms(WordPair a, WordPair b) =>
        a.Latin == b.Latin || a.Native == b.Native || _known.Contains((a.Latin, b.Native)) || _known.Contains((b.Latin, a.Native));
}
