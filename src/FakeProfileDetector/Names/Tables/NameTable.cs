using System.Collections.Immutable;

namespace FakeProfileDetector.Names.Tables;

/// <summary>Reads the tables of facts about names that ship inside the assembly.</summary>
/// <remarks>
/// All have one format, in UTF-8: <c># comment</c> lines that say what the table is and how it was compiled, then lines
/// <c>key : values</c>, words apart by one space; a key of several words may stand alone, before <c> :</c>. What a key and its
/// values mean is each table's own.
/// </remarks>
internal static class NameTable
{
    /// <summary>Reads a table from the assembly's resources.</summary>
    /// <exception cref="InvalidOperationException">The table is missing or a line is malformed.</exception>
    internal static ImmutableArray<NameTableLine> Read(string file)
    {
        using var stream = typeof(NameTable).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"The table {file} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return Parse(file, reader);
    }

    /// <summary>Reads a table from text.</summary>
    /// <exception cref="InvalidOperationException">A line is malformed; the message names file and line.</exception>
    internal static ImmutableArray<NameTableLine> Parse(string file, TextReader reader)
    {
        var lines = ImmutableArray.CreateBuilder<NameTableLine>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        for (var number = 1; reader.ReadLine() is { } text; number++)
        {
            if (text.StartsWith('#'))
            {
                continue;
            }

            var halves = text.EndsWith(" :", StringComparison.Ordinal) ? [text[..^2], string.Empty] : text.Split(" : ");
            if (halves.Length != 2)
            {
                throw Malformed(file, number, "is not of the form 'key : values'");
            }

            var line = new NameTableLine(number, halves[0].Split(' '), halves[1].Length == 0 ? [] : halves[1].Split(' '));
            if (line.Keys.Length < 2 && line.Values.Length == 0)
            {
                throw Malformed(file, number, "has a single word, which says nothing");
            }

            var words = line.Keys.Concat(line.Values);
            if (words.Any(word => word.Length == 0 || word.Contains(':') || word.Any(char.IsWhiteSpace)))
            {
                throw Malformed(file, number, "has an empty word, or a colon or white space other than one space between words");
            }

            if (words.Distinct(StringComparer.Ordinal).Count() != line.Keys.Length + line.Values.Length)
            {
                throw Malformed(file, number, "says a word twice");
            }

            lines.Add(keys.Add(halves[0]) ? line : throw Malformed(file, number, $"repeats the key '{halves[0]}'"));
        }

        return lines.DrainToImmutable();
    }

    /// <summary>The error for a line whose words are not what its table expects.</summary>
    internal static InvalidOperationException Malformed(string file, int line, string what) =>
        new($"Line {line} of the table {file} {what}.");
}

/// <summary>One line of a table.</summary>
/// <param name="Number">Its number in the file, from 1.</param>
/// <param name="Keys">The words before the colon, at least one.</param>
/// <param name="Values">The words after it; none only where there are several keys.</param>
internal readonly record struct NameTableLine(int Number, string[] Keys, string[] Values);
