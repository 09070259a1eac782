using System.Numerics;
using FakeProfileDetector.Names.Tables;

namespace FakeProfileDetector.Names;

// Chinese and Korean given names, whose syllables are spelled by several rules and stand apart or together.
internal ref partial struct NameAligner
{
    // Two given names of two syllables.
    private const int MaximumGiven = 24;

    /// <summary>"Wong Ka Fai" and "Huang Jiahui", "Pak Chiyong" and "Park Ji-young": beside a family name of both all other words together.</summary>
    private void PairSyllables()
    {
        var family = EastAsianFamily();
        if (family < 0 || OpenA == 0 || OpenB == 0)
        {
            return;
        }

        Span<char> a = stackalloc char[MaximumGiven];
        Span<char> b = stackalloc char[MaximumGiven];
        var (lengthA, lengthB) = (Join(_a, OpenA, a), Join(_b, OpenB, b));
        if (lengthA == 0 || lengthB == 0)
        {
            return;
        }

        var areTwoSpellings = _a[family].Text != _b[_links.PartnerOf(family)].Text;
        if (ChineseSyllables.AreOneName(a[..lengthA], b[..lengthB], areTwoSpellings) || KoreanSpelling.AreOneName(a[..lengthA], b[..lengthB]))
        {
            LinkOpen();
        }
    }

    /// <summary>The place of a word of the first name that is an East Asian family name, as its partner is; −1 where none is.</summary>
    private readonly int EastAsianFamily()
    {
        for (var i = 0; i < _a.Length; i++)
        {
            if (_links.AgreementOf(i) is not (NameTokenAgreement.None or NameTokenAgreement.Initial)
                && _a[i].IsEastAsianFamilyName && _b[_links.PartnerOf(i)].IsEastAsianFamilyName)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The open words written together; 0 where one is an initial or of another script, or where they are not neighbors.</summary>
    private static int Join(ReadOnlySpan<NameToken> tokens, uint open, Span<char> into)
    {
        var length = 0;
        var run = open >> BitOperations.TrailingZeroCount(open);
        if ((run & (run + 1)) != 0)
        {
            return 0;
        }

        for (var i = 0; i < tokens.Length; i++)
        {
            if (IsOpen(open, i))
            {
                if (!tokens[i].IsWord || tokens[i].Script != NameScripts.Latin || length + tokens[i].Text.Length > into.Length)
                {
                    return 0;
                }

                tokens[i].Text.CopyTo(into[length..]);
                length += tokens[i].Text.Length;
            }
        }

        return length;
    }

    /// <summary>Links the first open words of both; the others are written together with them.</summary>
    private void LinkOpen()
    {
        var (i, j) = (BitOperations.TrailingZeroCount(OpenA), BitOperations.TrailingZeroCount(OpenB));
        Link(i, j, NameTokenAgreement.Spelling, NameWeights.ShortFormBits);
        for (var next = i + 1; IsOpen(OpenA, next); next++)
        {
            _links.Link(next, j, NameTokenAgreement.Joined);
        }

        (OpenA, OpenB) = (0, 0);
    }
}
