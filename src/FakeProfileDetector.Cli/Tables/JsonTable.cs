using System.Text;
using System.Text.Json;

namespace FakeProfileDetector.Cli.Tables;

/// <summary>Flat JSON objects as rows: one a line, or all in an array. The columns are the names of all their properties.</summary>
internal static class JsonTable
{
    private static readonly JsonReaderOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Reads the lines of a file whose first character begins an object or an array.</summary>
    /// <exception cref="CliException">An array that is no JSON or holds other than objects.</exception>
    internal static Table? Read(FileInfo file, string[] lines, Action<string> complain)
    {
        var first = Array.Find(lines, static line => !string.IsNullOrWhiteSpace(line))!.TrimStart();
        var objects = first[0] == '[' ? OfArray(file, lines) : OfLines(file, lines, complain);
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in objects.SelectMany(static item => item.Object.EnumerateObject()).Select(static property => property.Name))
        {
            columns.TryAdd(name, columns.Count);
        }

        return objects.Count == 0 ? null : new(new(objects[0].Line, [.. columns.Keys], BadQuotes: false), Rows(file, objects, columns, complain));
    }

    private static IEnumerable<TableRow> Rows(
        FileInfo file, List<(int Line, JsonElement Object)> objects, Dictionary<string, int> columns, Action<string> complain)
    {
        var nested = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (line, item) in objects)
        {
            var cells = new string[columns.Count];
            Array.Fill(cells, string.Empty);
            foreach (var property in item.EnumerateObject())
            {
                if (Cell(property.Value) is { } cell)
                {
                    cells[columns[property.Name]] = cell;
                }
                else if (nested.Add(property.Name))
                {
                    complain($"{file.Name}:{line}: {property.Name} holds an object, which counts as unknown here and further down. Write its parts as properties of their own.");
                }
            }

            yield return new(line, cells, BadQuotes: false);
        }
    }

    /// <summary>A value as the text of a cell; null for what is not flat.</summary>
    private static string? Cell(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => string.Empty,
        JsonValueKind.String => Text(value),
        JsonValueKind.Object => null,
        JsonValueKind.Array => value.EnumerateArray().Select(Cell).ToArray() is var parts && parts.Contains(null) ? null : string.Join(';', parts),
        _ => value.GetRawText(),
    };

    private static string Text(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair: no text, as bytes that are no UTF-8 are none.
            return "\uFFFD";
        }
    }

    private static List<(int Line, JsonElement Object)> OfLines(FileInfo file, string[] lines, Action<string> complain)
    {
        var objects = new List<(int, JsonElement)>();
        foreach (var (index, line) in lines.Index())
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                try
                {
                    objects.Add((index + 1, Objects(Encoding.UTF8.GetBytes(line)).Single().Object));
                }
                catch (Exception e) when (e is JsonException or InvalidOperationException)
                {
                    complain($"{file.Name}:{index + 1}: the line is no JSON object; it is left out. Write one object a line, or all in an array.");
                }
            }
        }

        return objects;
    }

    private static List<(int Line, JsonElement Object)> OfArray(FileInfo file, string[] lines)
    {
        var text = Encoding.UTF8.GetBytes(string.Join('\n', lines));
        try
        {
            var line = 1;
            var counted = 0;
            var objects = new List<(int, JsonElement)>();
            foreach (var (position, item) in Objects(text))
            {
                line += text.AsSpan(counted, position - counted).Count((byte)'\n');
                counted = position;
                objects.Add((line, item));
            }

            return objects;
        }
        catch (JsonException e)
        {
            throw new CliException($"{file.Name}:{e.LineNumber + 1}: the file begins like a JSON array of objects and is none there. Mend it, or write one object a line.");
        }
    }

    /// <summary>The objects of a text and where each begins, in bytes.</summary>
    private static List<(int Position, JsonElement Object)> Objects(byte[] text)
    {
        var reader = new Utf8JsonReader(text, Lenient);
        var objects = new List<(int, JsonElement)>();
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                var position = (int)reader.TokenStartIndex;
                objects.Add((position, JsonElement.ParseValue(ref reader)));
            }
            else if (reader.TokenType is not (JsonTokenType.StartArray or JsonTokenType.EndArray) || reader.CurrentDepth > 0)
            {
                throw new JsonException("No object.");
            }
        }

        return objects;
    }
}
