using System.Text;

namespace FakeProfileDetector.Names;

/// <summary>Writing systems, as far as comparing names needs to tell them apart.</summary>
[Flags]
internal enum NameScripts
{
    /// <summary>No letters.</summary>
    None = 0,

    /// <summary>Latin, also full-width, enclosed and mathematical letters.</summary>
    Latin = 1,

    /// <summary>Greek.</summary>
    Greek = 2,

    /// <summary>Cyrillic.</summary>
    Cyrillic = 4,

    /// <summary>Armenian.</summary>
    Armenian = 8,

    /// <summary>Hebrew.</summary>
    Hebrew = 16,

    /// <summary>Arabic, also Persian, Urdu and other languages written with it.</summary>
    Arabic = 32,

    /// <summary>The scripts of India, Sri Lanka, Nepal and Tibet.</summary>
    Indic = 64,

    /// <summary>Thai, Lao, Khmer and Burmese.</summary>
    SouthEastAsian = 128,

    /// <summary>Georgian.</summary>
    Georgian = 256,

    /// <summary>Hangul.</summary>
    Hangul = 512,

    /// <summary>Hiragana and katakana.</summary>
    Kana = 1024,

    /// <summary>Chinese characters, in whichever language.</summary>
    Han = 2048,

    /// <summary>Any other.</summary>
    Other = 4096,
}

internal static class ScriptDetection
{
    /// <summary>Scripts whose vowel signs are marks in Unicode: there a mark is part of the spelling, elsewhere an accent.</summary>
    internal const NameScripts WithVowelMarks = NameScripts.Indic | NameScripts.SouthEastAsian;

    /// <summary>The script of one letter, by the blocks of Unicode that hold names in practice.</summary>
    internal static NameScripts Of(Rune letter) => letter.Value switch
    {
        < 0x02B0 => NameScripts.Latin,
        (>= 0x0370 and <= 0x03FF) or (>= 0x1F00 and <= 0x1FFF) => NameScripts.Greek,
        (>= 0x0400 and <= 0x052F) or (>= 0x1C80 and <= 0x1C8F) => NameScripts.Cyrillic,
        (>= 0x0530 and <= 0x058F) or (>= 0xFB13 and <= 0xFB17) => NameScripts.Armenian,
        (>= 0x0590 and <= 0x05FF) or (>= 0xFB1D and <= 0xFB4F) => NameScripts.Hebrew,
        (>= 0x0600 and <= 0x06FF) or (>= 0x0750 and <= 0x077F) or (>= 0x08A0 and <= 0x08FF)
            or (>= 0xFB50 and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC) => NameScripts.Arabic,
        (>= 0x0900 and <= 0x0DFF) or (>= 0x0F00 and <= 0x0FFF) => NameScripts.Indic,
        (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF) => NameScripts.SouthEastAsian,
        (>= 0x10A0 and <= 0x10FF) or (>= 0x1C90 and <= 0x1CBF) => NameScripts.Georgian,
        (>= 0x1100 and <= 0x11FF) or (>= 0x3130 and <= 0x318F) or (>= 0xA960 and <= 0xA97F) or (>= 0xAC00 and <= 0xD7FF)
            => NameScripts.Hangul,
        (>= 0x3040 and <= 0x30FF) or (>= 0x31F0 and <= 0x31FF) or (>= 0xFF66 and <= 0xFF9F) => NameScripts.Kana,
        (>= 0x3400 and <= 0x9FFF) or 0x3005 or 0x3007 or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF) => NameScripts.Han,
        (>= 0x1D00 and <= 0x1DBF) or (>= 0x1E00 and <= 0x1EFF) or (>= 0x2C60 and <= 0x2C7F) or (>= 0xA720 and <= 0xA7FF)
            or (>= 0xAB30 and <= 0xAB6F) or (>= 0xFF21 and <= 0xFF5A) or (>= 0x2100 and <= 0x214F)
            or (>= 0x249C and <= 0x24E9) or (>= 0x1D400 and <= 0x1D6A5) or (>= 0x1F110 and <= 0x1F189) => NameScripts.Latin,
        _ => NameScripts.Other,
    };

    /// <summary>Letters in circles and squares count as symbols in Unicode, but people write names with them.</summary>
    internal static bool IsEnclosedLetter(Rune rune) =>
        rune.Value is (>= 0x249C and <= 0x24E9) or (>= 0x1F110 and <= 0x1F129) or (>= 0x1F130 and <= 0x1F149) or (>= 0x1F150 and <= 0x1F169) or (>= 0x1F170 and <= 0x1F189);
}
