using System.Globalization;
using System.Text;

namespace FakeProfileDetector.Sharing.People;

/// <summary>Handles as people and companies choose them.</summary>
internal static class Handles
{
    private const int Ways = 5;

    /// <summary>A handle for a name, in one of several ways.</summary>
    internal static string Of(string name, Random random)
    {
        var words = Plain(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (first, last) = (words[0], words[^1]);
        return random.Next(Ways) switch
        {
            0 => $"{first}.{last}",
            1 => $"{first}{last}{random.Next(1, 99)}",
            2 => $"{first[0]}{last}",
            3 => $"{first}_{last}",
            _ => string.Concat(words),
        };
    }

    /// <summary>A handle as a program makes them in a row: the names and a running number.</summary>
    internal static string InARow(PersonDraft person, int number) => $"{Plain(person.Given)}{Plain(person.Family)}_{number}";

    /// <summary>A handle as some networks hand them out, and some programs make them: the names and five random digits.</summary>
    internal static string WithDigits(string name, Random random) =>
        $"{Plain(name).Replace(' ', '.')}{random.Next(10_000, 99_999)}";

    /// <summary>Small letters without marks.</summary>
    internal static string Plain(string name)
    {
        var plain = new StringBuilder();
        foreach (var letter in name.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(letter);
            }
        }

        return plain.ToString();
    }
}
