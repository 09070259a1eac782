using System.Text;

namespace FakeProfileDetector.Names;

/// <summary>Writing systems, as far as comparing names needs to tell them apart.</summary>
[Flags]
internal enum NameScripts
{
    None = 0,
    Latin = 1,
    Greek = 2,
    Cyrillic = 4,
    Armenian = 8,
    Hebrew = 16,
    Arabic = 32,
    Indic = 64,
    Thai = 128,
    Georgian = 256,
    Hangul = 512,
    Kana = 1024,
    Han = 2048,
    Other = 4096,

    /// <summary>Scripts that do not put spaces between the parts of a name.</summary>
    Unspaced = Hangul | Kana | Han | Thai,
}

internal static class NameScript
{
    /// <summary>The script of one letter, by the blocks of Unicode that hold names in practice.</summary>
    internal static NameScripts Of(Rune letter) => letter.Value switch
    {
        < 0x0250 or (>= 0x1E00 and <= 0x1EFF) or (>= 0xFF21 and <= 0xFF5A) => NameScripts.Latin,
        (>= 0x0370 and <= 0x03FF) or (>= 0x1F00 and <= 0x1FFF) => NameScripts.Greek,
        >= 0x0400 and <= 0x052F => NameScripts.Cyrillic,
        >= 0x0530 and <= 0x058F => NameScripts.Armenian,
        >= 0x0590 and <= 0x05FF => NameScripts.Hebrew,
        (>= 0x0600 and <= 0x077F) or (>= 0xFB50 and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC) => NameScripts.Arabic,
        >= 0x0900 and <= 0x0DFF => NameScripts.Indic,
        >= 0x0E00 and <= 0x0E7F => NameScripts.Thai,
        (>= 0x10A0 and <= 0x10FF) or (>= 0x1C90 and <= 0x1CBF) => NameScripts.Georgian,
        (>= 0x1100 and <= 0x11FF) or (>= 0x3130 and <= 0x318F) or (>= 0xAC00 and <= 0xD7A3) => NameScripts.Hangul,
        (>= 0x3040 and <= 0x30FF) or (>= 0xFF66 and <= 0xFF9D) => NameScripts.Kana,
        (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF) => NameScripts.Han,
        _ => NameScripts.Other,
    };
}
