using System.Text;
using FakeProfileDetector.Names.Tables;

namespace FakeProfileDetector.Names;

/// <summary>The ways in which a Japanese family or given name in characters may be read.</summary>
/// <remarks>By the tables of whole names, and else character by character, voiced or not ("kawa", "gawa"), kana as they sound.</remarks>
internal sealed class JapaneseReading
{
    // A shorter word begins or ends like too few others: nothing contradicts it.
    private const int MinimumClear = 4;

    private readonly string[] _whole;
    private readonly string[][] _parts;
    private readonly bool _isFamilyName;

    internal JapaneseReading(string native, bool isFamilyName)
    {
        _isFamilyName = isFamilyName;
        _whole = isFamilyName ? JapaneseReadings.OfFamilyName(native) : JapaneseReadings.OfGivenName(native);
        _parts = Parts(native);
    }

    /// <summary>The commonest reading; null where none is known.</summary>
    internal string? First => _whole.Length > 0 ? _whole[0] : _parts.Length > 0 ? string.Concat(_parts.Select(part => part[0])) : null;

    /// <summary>Whether a word can be how the name is read.</summary>
    /// <param name="word">Lower-case ASCII letters.</param>
    internal bool Fits(ReadOnlySpan<char> word)
    {
        Span<char> spelled = stackalloc char[JapaneseSpelling.MaximumLength];
        ReadOnlySpan<char> read = spelled[..JapaneseSpelling.Write(word, spelled)];
        foreach (var reading in _whole)
        {
            if (read.SequenceEqual(reading))
            {
                return true;
            }
        }

        return _parts.Length > 0 && Fits(read, _parts, isFirst: true);
    }

    /// <summary>
    /// Whether a word is no reading of the name and not near one, beginning and ending otherwise than every reading that is known. Parents
    /// read given names in ways of their own, so that one letter in common is doubt enough; a family name must be in the table.
    /// </summary>
    internal bool IsClearlyOther(ReadOnlySpan<char> word)
    {
        Span<char> spelled = stackalloc char[JapaneseSpelling.MaximumLength];
        ReadOnlySpan<char> read = spelled[..JapaneseSpelling.Write(word, spelled)];
        var isKnown = _whole.Length > 0 ? _isFamilyName || _parts.Length > 0 : !_isFamilyName && _parts.Length > 1;
        if (read.Length < MinimumClear || !isKnown)
        {
            return false;
        }

        return _isFamilyName
            ? !AnyBegins(_whole, read, letters: 2) && !AnyEnds(_whole, read, letters: 3)
            : !AnyBegins(_whole, read, letters: 1) && !AnyEnds(_whole, read, letters: 1)
                && !AnyBegins(_parts[0], read, letters: 1) && !AnyEnds(_parts[^1], read, letters: 1);
    }

    private static bool AnyBegins(string[] readings, ReadOnlySpan<char> read, int letters)
    {
        foreach (var reading in readings)
        {
            if (read.StartsWith(reading.AsSpan(0, Math.Min(letters, reading.Length)), StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AnyEnds(string[] readings, ReadOnlySpan<char> read, int letters)
    {
        foreach (var reading in readings)
        {
            if (read.EndsWith(reading.AsSpan(Math.Max(0, reading.Length - letters)), StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Fits(ReadOnlySpan<char> read, ReadOnlySpan<string[]> parts, bool isFirst)
    {
        if (parts.IsEmpty)
        {
            return read.IsEmpty;
        }

        foreach (var reading in parts[0])
        {
            if (Begins(read, reading, isFirst) is > 0 and var length)
            {
                // "Noue" of no and ue is written "noe": a vowel that two readings share was written once.
                var rest = read[length..];
                if (Fits(rest, parts[1..], isFirst: false)
                    || (parts.Length > 1 && IsVowel(read[length - 1]) && Fits(read[(length - 1)..], parts[1..], isFirst: false)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';

    /// <summary>How many letters at the beginning are the reading, inside a name also voiced; 0 where they are not.</summary>
    private static int Begins(ReadOnlySpan<char> read, string reading, bool isFirst)
    {
        if (read.StartsWith(reading, StringComparison.Ordinal))
        {
            return reading.Length;
        }

        if (isFirst || read.IsEmpty)
        {
            return 0;
        }

        var (unvoiced, voiced) = (reading[0], read[0]) switch
        {
            ('k', 'g') or ('t', 'd') or ('h' or 'f', 'b' or 'p') => (1, 1),
            ('s', 'z') when !reading.StartsWith("sh", StringComparison.Ordinal) => (1, 1),
            ('s' or 'c', 'j') when reading is [_, 'h', ..] => (2, 1),
            ('t', 'z') when reading is [_, 's', ..] => (2, 1),
            _ => (0, 0),
        };
        return unvoiced > 0 && read[voiced..].StartsWith(reading.AsSpan(unvoiced), StringComparison.Ordinal) ? reading.Length - unvoiced + voiced : 0;
    }

    /// <summary>The readings of each part: a character, or a run of kana; none where one is unknown.</summary>
    private static string[][] Parts(string native)
    {
        var parts = new List<string[]>();
        var kana = new StringBuilder();
        foreach (var character in native.EnumerateRunes())
        {
            // "一ノ瀬", "三ヶ島": between characters these are read "no" and "ga".
            if (ScriptDetection.Of(character) == NameScripts.Kana)
            {
                kana.Append(character.Value is 'ヶ' or 'ケ' ? 'ガ' : character);
                continue;
            }

            AddKana(kana, parts);
            var isRepeated = character.Value == '々' && parts.Count > 0;
            var readings = isRepeated ? parts[^1] : JapaneseReadings.OfCharacter(character.ToString());
            if (readings.Length == 0)
            {
                return [];
            }

            parts.Add(readings);
        }

        AddKana(kana, parts);
        return [.. parts];
    }

    private static void AddKana(StringBuilder kana, List<string[]> parts)
    {
        if (JapaneseSpelling.Of(Kana.Spell(kana.ToString())) is { Length: > 0 } reading)
        {
            parts.Add([reading]);
        }

        kana.Clear();
    }
}
