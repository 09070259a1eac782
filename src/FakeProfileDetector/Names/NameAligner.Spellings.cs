using System.Numerics;

namespace FakeProfileDetector.Names;

// Words that no table knows to be one name, but that are spelled alike.
internal ref partial struct NameAligner
{
    /// <summary>
    /// Two neighboring words that together sound like one word of the other name, more than either does: "Salah Eldeen" and "Salaheldin",
    /// and names of scripts without spaces that were taken apart in vain. Only where one name has more words left over.
    /// </summary>
    private void PairJoinedSpellings()
    {
        var moreInA = BitOperations.PopCount(OpenA) - BitOperations.PopCount(OpenB);
        if (moreInA == 0)
        {
            return;
        }

        var wholeInA = moreInA < 0;
        var wholes = wholeInA ? _a : _b;
        var parts = wholeInA ? _b : _a;
        for (var first = 0; first + 1 < parts.Length; first++)
        {
            for (var whole = 0; whole < wholes.Length && (Open(!wholeInA) >> first & 3) == 3; whole++)
            {
                if (IsOpen(Open(wholeInA), whole) && TokenComparer.JoinedSpellingBits(wholes[whole], parts[first], parts[first + 1]) is > 0 and var bits)
                {
                    LinkRun(wholeInA, whole, first, run: 2, SpellingKind(wholes[whole], parts[first]), Math.Min(bits, wholes[whole].RarityBits));
                }
            }
        }
    }

    private static NameTokenAgreement SpellingKind(NameToken a, NameToken b) =>
        a.Script == b.Script ? NameTokenAgreement.Spelling : NameTokenAgreement.Transliteration;

    /// <summary>The best pair of spellings first, until none is left.</summary>
    private void PairSpellings()
    {
        Span<double> bits = stackalloc double[PersonName.MaximumWords * PersonName.MaximumWords];
        var any = false;
        for (var i = 0; i < _a.Length; i++)
        {
            for (var j = 0; j < _b.Length; j++)
            {
                var pair = IsOpen(OpenA, i) && IsOpen(OpenB, j) && _a[i].IsWord && _b[j].IsWord && ((i == _familyA && j == _familyB) || !NameSexes.Differ(_a[i], _b[j]))
                    ? TokenComparer.SpellingBits(_a[i], _b[j]) : 0;
                bits[(i * PersonName.MaximumWords) + j] = pair;
                any |= pair > 0;
            }
        }

        while (any)
        {
            any = false;
            var (best, first, second) = (0.0, 0, 0);
            for (var i = 0; i < _a.Length; i++)
            {
                for (var j = 0; j < _b.Length; j++)
                {
                    var pair = IsOpen(OpenA, i) && IsOpen(OpenB, j) ? bits[(i * PersonName.MaximumWords) + j] : 0;
                    if (pair > best)
                    {
                        (best, first, second) = (pair, i, j);
                    }
                }
            }

            if (best > 0)
            {
                any = true;
                var kind = SpellingKind(_a[first], _b[second]);
                var rarity = Math.Min(_a[first].RarityBits, _b[second].RarityBits);
                SpellingLoss += kind == NameTokenAgreement.Spelling ? Math.Max(0, rarity - best) : 0;
                Link(first, second, kind, Math.Min(best, rarity));
            }
        }
    }
}
