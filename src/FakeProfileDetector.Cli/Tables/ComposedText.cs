using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace FakeProfileDetector.Cli.Tables;

/// <summary>
/// Letters composed with the marks that follow them, as Unicode's form C has them; macOS names files in the other form.
/// The system's own normalization needs ICU, which the tool does without.
/// </summary>
internal static class ComposedText
{
    private static readonly Lazy<FrozenDictionary<(char Letter, char Mark), char>> Compositions = new(Load);

    /// <summary>The composed text; the same string where nothing is to be composed.</summary>
    internal static string Of(string text)
    {
        // The first mark is U+0300.
        if (text.AsSpan().IndexOfAnyExceptInRange('\0', '\u02FF') < 0)
        {
            return text;
        }

        var composed = new StringBuilder(text.Length);
        foreach (var next in text)
        {
            if (composed.Length > 0 && Compose(composed[^1], next) is { } one)
            {
                composed[^1] = one;
            }
            else
            {
                composed.Append(next);
            }
        }

        return composed.ToString();
    }

    /// <summary>A letter with its mark; null where Unicode has none such.</summary>
    internal static char? Compose(char letter, char mark) => (letter, mark) switch
    {
        // Hangul by the arithmetic of the Unicode Standard, section 3.12: leading and vowel, then the trailing consonant.
        ( >= '\u1100' and <= '\u1112', >= '\u1161' and <= '\u1175') => (char)('\uAC00' + ((((letter - '\u1100') * 21) + (mark - '\u1161')) * 28)),
        ( >= '\uAC00' and <= '\uD7A3', >= '\u11A8' and <= '\u11C2') when (letter - '\uAC00') % 28 == 0 => (char)(letter + (mark - '\u11A7')),
        _ => mark >= '\u0300' && Compositions.Value.TryGetValue((letter, mark), out var composed) ? composed : null,
    };

    private static FrozenDictionary<(char Letter, char Mark), char> Load()
    {
        using var reader = new StreamReader(typeof(ComposedText).Assembly.GetManifestResourceStream("compositions.txt")!);
        var compositions = new Dictionary<(char Letter, char Mark), char>();
        while (reader.ReadLine() is { } line)
        {
            if (line[0] != '#')
            {
                var parts = line.Split(' ');
                var mark = (char)int.Parse(parts[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
                foreach (var pair in parts.AsSpan(1))
                {
                    compositions.Add((pair[0], mark), pair[1]);
                }
            }
        }

        return compositions.ToFrozenDictionary();
    }
}
