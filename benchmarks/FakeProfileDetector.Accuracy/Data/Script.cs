using System.Text;

namespace FakeProfileDetector.Accuracy.Data;

/// <summary>The writing system of a text, by the blocks of Unicode in which its letters lie.</summary>
internal static class Script
{
    internal const string Latin = "Latin";
    internal const string Several = "several scripts";

    /// <summary>The script of all letters; <see cref="Several"/> where they differ, null where there is no letter.</summary>
    internal static string? Of(string text)
    {
        var scripts = text.EnumerateRunes().Where(Rune.IsLetter).Select(Of).Distinct().Take(2).ToArray();
        return scripts switch
        {
            [] => null,
            [var only] => only,
            _ => Several,
        };
    }

    private static string Of(Rune letter) => letter.Value switch
    {
        < 0x0250 or (>= 0x1E00 and <= 0x1EFF) => Latin,
        (>= 0x0370 and <= 0x03FF) or (>= 0x1F00 and <= 0x1FFF) => "Greek",
        >= 0x0400 and <= 0x052F => "Cyrillic",
        >= 0x0530 and <= 0x058F => "Armenian",
        >= 0x0590 and <= 0x05FF => "Hebrew",
        (>= 0x0600 and <= 0x077F) or (>= 0xFB50 and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC) => "Arabic",
        >= 0x0900 and <= 0x097F => "Devanagari",
        >= 0x0980 and <= 0x0DFF => "other Indic",
        >= 0x0E00 and <= 0x0E7F => "Thai",
        >= 0x10A0 and <= 0x10FF => "Georgian",
        (>= 0x1100 and <= 0x11FF) or (>= 0x3130 and <= 0x318F) or (>= 0xAC00 and <= 0xD7A3) => "Hangul",
        >= 0x3040 and <= 0x30FF => "Kana",
        (>= 0x3400 and <= 0x9FFF) or (>= 0x20000 and <= 0x3FFFF) => "Han",
        _ => "other",
    };
}
