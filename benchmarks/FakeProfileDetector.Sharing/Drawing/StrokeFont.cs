using System.Collections.Frozen;
using SkiaSharp;

namespace FakeProfileDetector.Sharing.Drawing;

/// <summary>Capital letters drawn as lines, so that pictures do not depend on the fonts of a machine.</summary>
internal static class StrokeFont
{
    private const float Columns = 4;
    private const float Rows = 6;
    private const float Advance = 1.45f;

    // Lines through points of a grid, column and row from the upper left; a space begins a new line.
    private static readonly FrozenDictionary<char, string> Letters = new Dictionary<char, string>
    {
        ['A'] = "062046 1434",
        ['B'] = "0600304143330 033344453606",
        ['C'] = "4130100105163645",
        ['D'] = "060020424426 2606",
        ['E'] = "40000646 0333",
        ['F'] = "400006 0333",
        ['G'] = "41301001051636454323",
        ['H'] = "0006 4046 0343",
        ['I'] = "2026",
        ['J'] = "404536160504",
        ['K'] = "0006 4003 0346",
        ['L'] = "000646",
        ['M'] = "0600234046",
        ['N'] = "06004640",
        ['O'] = "10010516364541301000",
        ['P'] = "06003041423303",
        ['Q'] = "100105163645413010 2446",
        ['R'] = "06003041423303 2346",
        ['S'] = "413010010213334445361605",
        ['T'] = "0040 2026",
        ['U'] = "000516364540",
        ['V'] = "002640",
        ['W'] = "0016233640",
        ['X'] = "0046 4006",
        ['Y'] = "0023402326",
        ['Z'] = "00400646",
    }.ToFrozenDictionary();

    /// <summary>The width of a text, in the units of its height.</summary>
    internal static float Width(string text, float height) => Math.Max(0, ((text.Length - 1) * Advance) + 1) * height * (Columns / Rows);

    /// <summary>Draws a text with its middle at a place; what is no letter is left blank.</summary>
    /// <param name="canvas">Where to draw.</param>
    /// <param name="text">The text; letters lose their marks.</param>
    /// <param name="x">The middle, from the left.</param>
    /// <param name="y">The middle, from the top.</param>
    /// <param name="height">The height of a letter.</param>
    /// <param name="color">The color.</param>
    /// <param name="weight">The width of the lines in shares of the height.</param>
    internal static void Draw(SKCanvas canvas, string text, float x, float y, float height, SKColor color, float weight = .12f)
    {
        using var paint = Palette.Line(color, height * weight);
        var unit = height / Rows;
        var left = x - (Width(text, height) / 2);
        foreach (var letter in text.Normalize(System.Text.NormalizationForm.FormD).ToUpperInvariant())
        {
            if (char.GetUnicodeCategory(letter) == System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            if (Letters.TryGetValue(letter, out var lines))
            {
                foreach (var line in lines.Split(' '))
                {
                    DrawLine(canvas, line, left, y - (height / 2), unit, paint);
                }
            }

            left += Advance * Columns * unit;
        }
    }

    private static void DrawLine(SKCanvas canvas, string line, float left, float top, float unit, SKPaint paint)
    {
        for (var i = 0; i + 3 < line.Length; i += 2)
        {
            canvas.DrawLine(
                left + ((line[i] - '0') * unit), top + ((line[i + 1] - '0') * unit), left + ((line[i + 2] - '0') * unit), top + ((line[i + 3] - '0') * unit), paint);
        }
    }
}
