using System.Text;

namespace FakeProfileDetector.Names;

/// <summary>Kana in Latin letters, with the small ones as parts of the syllable before: "しゅ" is "shu", "はっ" doubles what follows.</summary>
internal static class Kana
{
    /// <summary>Hepburn as far as <see cref="JapaneseSpelling"/> keeps it apart; lower-case ASCII letters.</summary>
    internal static string Spell(string kana)
    {
        var spelled = new StringBuilder(kana.Length * 2);
        foreach (var letter in kana)
        {
            var syllable = AsciiLetters.Of(letter.ToString());
            if (letter is 'っ' or 'ッ' or 'ｯ')
            {
                continue;
            }

            if (letter is 'ゃ' or 'ゅ' or 'ょ' or 'ャ' or 'ュ' or 'ョ' or 'ｬ' or 'ｭ' or 'ｮ' && spelled.Length > 1 && spelled[^1] == 'i')
            {
                // "kiyo" is "kyo", "shiyo" is "sho".
                spelled.Length--;
                syllable = spelled[^1] is 'h' or 'j' ? syllable[1..] : syllable;
            }
            else if (letter is 'ァ' or 'ィ' or 'ゥ' or 'ェ' or 'ォ' or 'ぁ' or 'ぃ' or 'ぅ' or 'ぇ' or 'ぉ' && spelled.Length > 1 && spelled[^1] is 'u' or 'i' or 'e' or 'o')
            {
                spelled.Length--;
            }

            spelled.Append(syllable);
        }

        return spelled.ToString();
    }
}
