using FakeProfileDetector.Names.Tables;

namespace FakeProfileDetector.Names;

/// <summary>Takes away what tells father and son of one name apart: "Jr.", "III", "Filho", "sen.", "the Elder", "ifj.".</summary>
internal static class GenerationMarks
{
    /// <summary>Strips, and gives the generation, counted from the first; 0 where none is told.</summary>
    internal static byte Strip(List<NameWord> words)
    {
        if (words.Count < 3)
        {
            // "Ana Junior", "Agostinho Neto": two words are a name.
            return 0;
        }

        if (words[0].HasStop && NameWordTable.FirstGenerationMarks.TryGetValue(words[0].Text, out var generation))
        {
            words.RemoveAt(0);
            return generation;
        }

        for (var i = words.Count - 1; i >= 1; i--)
        {
            generation = Of(words, i);
            if (generation > 0 && (i >= 2 || words[i + 1].Part == NamePart.AfterComma))
            {
                words.RemoveAt(i);
                return generation;
            }
        }

        return 0;
    }

    private static byte Of(List<NameWord> words, int position)
    {
        var word = words[position];
        if (word.Scripts == NameScripts.Latin && NameWordTable.GenerationMarks.TryGetValue(word.Text, out var generation))
        {
            // A single letter with a stop is an initial: "Ana Horvat V."; roman numbers are written in capitals.
            return (word is { IsLetter: true, HasStop: true } || !MayBeNumber(words, word)) ? (byte)0 : generation;
        }

        // "Kim Ye Jun", "Kim Min-jun" have a name there, "Karl Adler jun." and "Karl Adler jun" a mark.
        return (word.HasStop || (word.AllSmall && !words.TrueForAll(static other => other.AllSmall))) && !word.IsJoined
            && NameWordTable.SmallGenerationMarks.TryGetValue(word.Text, out generation) ? generation : (byte)0;
    }

    /// <summary>"Thu Ha Vi" is no sixth, and of letters that are no number only the words count.</summary>
    private static bool MayBeNumber(List<NameWord> words, NameWord word) =>
        word.Text.AsSpan().ContainsAnyExcept('i', 'v') || (word.AllCapitals && (word.Text is "ii" or "iii" || words.Exists(static other => !other.AllCapitals)));
}
