using System.Text;

namespace FakeProfileDetector.Names;

/// <summary>Kana in Latin letters, with the small ones as parts of the syllable before: "しゅ" is "shu", "はっ" doubles what follows.</summary>
internal static class Kana
{
    private const string SmallTsu = "っッｯ";
    private const string SmallYa = "ゃゅょャュョｬｭｮ";
    private const string SmallVowels = "ぁぃぅぇぉァィゥェォ";

    /// <summary>Hepburn as far as <see cref="JapaneseSpelling"/> keeps it apart; lower-case ASCII letters.</summary>
    internal static string Spell(string kana)
    {
        var spelled = new StringBuilder(kana.Length * 2);
        foreach (var letter in kana)
        {
            var syllable = AsciiLetters.Of(letter.ToString());
            if (SmallTsu.Contains(letter))
            {
                continue;
            }

            if (SmallYa.Contains(letter) && spelled.Length > 1 && spelled[^1] == 'i')
            {
                // "kiyo" is "kyo", "shiyo" is "sho".
                spelled.Length--;
                syllable = spelled[^1] is 'h' or 'j' ? syllable[1..] : syllable;
            }
            else if (SmallVowels.Contains(letter) && spelled.Length > 1 && (spelled[^1] is 'u' or 'i' or 'e' or 'o'))
            {
                spelled.Length--;
            }

            spelled.Append(syllable);
        }

        return spelled.ToString();
    }
}
