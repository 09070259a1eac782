namespace FakeProfileDetector.Names;

// Kana are written without spaces: "さとうけんじ" is all of "Kenji Sato".
internal ref partial struct NameAligner
{
    /// <summary>A name that is one word of kana, and both words of the other name, in either order.</summary>
    private void PairWrittenTogether(bool wholeInA)
    {
        var wholes = wholeInA ? _a : _b;
        var parts = wholeInA ? _b : _a;
        if (wholes is [{ Script: NameScripts.Kana } whole] && parts is [{ IsInitial: false } first, { IsInitial: false } second]
            && (IsWrittenTogether(whole.JapaneseText, first, second) || IsWrittenTogether(whole.JapaneseText, second, first)))
        {
            LinkRun(wholeInA, 0, 0, run: 2, SpellingKind(whole, first), Math.Min(whole.RarityBits, first.RarityBits + second.RarityBits));
            Kinds |= 1u << (int)NameTokenAgreement.Joined;
        }
    }

    private static bool IsWrittenTogether(ReadOnlySpan<char> whole, NameToken first, NameToken second)
    {
        for (var length = 1; length < whole.Length; length++)
        {
            if (IsReadAs(first, whole[..length]) && IsReadAs(second, whole[length..]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsReadAs(NameToken token, ReadOnlySpan<char> word) =>
        token.Japanese is { } reading ? reading.Fits(word) : JapaneseSpelling.AreOneWord(token.JapaneseText, word);
}
